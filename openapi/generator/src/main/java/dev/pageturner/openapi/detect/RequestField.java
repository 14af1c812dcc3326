package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Schema;
import java.util.Optional;

/**
 * One thing a caller can set: a parameter, a part of a structured one, or a field of the body.
 *
 * @param name as on the wire: {@code cursor}, {@code page[number]}; dotted in a body: {@code page.cursor}
 * @param in {@code query}, {@code header} or {@code body}
 * @param description the prose beside it
 * @param schema what values it takes
 */
record RequestField(String name, String in, String description, Schema schema) {

  Name words() {
    return Name.of(name);
  }

  Shape shape() {
    return Shape.of(schema);
  }

  boolean isBody() {
    return in.equals("body");
  }

  /** {@return the largest value the schema or the prose allows} */
  Optional<Long> maximum() {
    return shape().number("maximum").or(() -> Prose.maximum(description));
  }

  String inWords() {
    return in + (isBody() ? " field " : " parameter ") + name;
  }
}
