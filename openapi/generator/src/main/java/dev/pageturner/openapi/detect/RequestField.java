package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Schema;
import java.util.Optional;

/** One thing a caller can set: a parameter, a part of a structured one, or a field of the body. */
final class RequestField {
  private final String name;
  private final String in;
  private final String description;
  private final boolean deprecated;
  private final Shape shape;
  private final Name words;
  private final Core core;

  /**
   * Makes a field.
   *
   * @param name as on the wire: {@code cursor}, {@code page[number]}; dotted in a body:
   *     {@code page.cursor}
   * @param in {@code query}, {@code header} or {@code body}
   * @param description the prose beside it
   * @param schema what values it takes
   * @param deprecated whether the document marks it so
   */
  RequestField(String name, String in, String description, Schema schema, boolean deprecated) {
    this.name = name;
    this.in = in;
    this.description = description;
    this.deprecated = deprecated;
    this.shape = Shape.of(schema);
    this.words = Name.of(name);
    this.core = Core.of(name);
  }

  String name() {
    return name;
  }

  String in() {
    return in;
  }

  String description() {
    return description;
  }

  Shape shape() {
    return shape;
  }

  /** {@return the whole name, spelled in no particular way} */
  Name words() {
    return words;
  }

  /** {@return the name without the object it stands in} */
  Core core() {
    return core;
  }

  boolean isBody() {
    return in.equals("body");
  }

  /** {@return whether the document warns of it: deprecated, or something else is recommended} */
  boolean isDiscouraged() {
    return deprecated || shape.isDeprecated() || Prose.isWarning(description);
  }

  /** {@return the object it stands in, on the wire: {@code page} of {@code page[size]}} */
  String group() {
    int end = Math.max(name.lastIndexOf('.'), name.lastIndexOf('['));
    return end < 0 ? "" : name.substring(0, end);
  }

  /** {@return the largest value the schema or the prose allows} */
  Optional<Long> maximum() {
    return shape.number("maximum").or(() -> Prose.maximum(description));
  }

  String inWords() {
    return in + (isBody() ? " field " : " parameter ") + name;
  }
}
