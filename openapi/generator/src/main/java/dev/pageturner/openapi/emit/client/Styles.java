package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.CodeBlock;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Schema;
import java.util.Optional;
import java.util.Set;

/** The style of a parameter, in Java. */
final class Styles {
  private static final Set<String> TEXTS = Set.of("string", "integer", "number", "boolean");

  private Styles() {}

  /** {@return how a parameter is written} */
  static CodeBlock of(Parameter parameter) {
    if (parameter.mediaType().isPresent()) {
      return named("JSON", false, parameter.allowReserved());
    }
    // {+name} is how a template says that slashes in the value stay.
    boolean reserved = parameter.allowReserved() || parameter.name().startsWith("+");
    boolean places = parameter.in().equals("path") || parameter.in().equals("header");
    String usual = places ? "SIMPLE" : "FORM";
    boolean explode = parameter.explode() && !isText(parameter.schema());
    return named(constant(parameter.style()).orElse(usual), explode, reserved);
  }

  /** Nothing in a text could stand by itself. */
  private static boolean isText(Schema schema) {
    Schema target = schema.target();
    return !target.types().isEmpty()
        && TEXTS.containsAll(target.types())
        && target.allOf().isEmpty()
        && target.anyOf().isEmpty()
        && target.oneOf().isEmpty();
  }

  /** {@return a style by its name in a document; empty if there is none of that name} */
  static Optional<CodeBlock> of(String style, boolean explode) {
    return constant(style).map(name -> named(name, explode, false));
  }

  private static Optional<String> constant(String style) {
    return switch (style) {
      case "simple" -> Optional.of("SIMPLE");
      case "label" -> Optional.of("LABEL");
      case "matrix" -> Optional.of("MATRIX");
      case "form" -> Optional.of("FORM");
      case "spaceDelimited" -> Optional.of("SPACE_DELIMITED");
      case "pipeDelimited" -> Optional.of("PIPE_DELIMITED");
      case "tabDelimited" -> Optional.of("TAB_DELIMITED");
      case "deepObject" -> Optional.of("DEEP_OBJECT");
      default -> Optional.empty();
    };
  }

  private static CodeBlock named(String name, boolean explode, boolean reserved) {
    boolean exploded = explode && !name.equals("DEEP_OBJECT") && !name.equals("JSON");
    return CodeBlock.of(
        "$T.$L$L$L", Sdk.STYLE, name, exploded ? ".exploded()" : "", reserved ? ".reserved()" : "");
  }
}
