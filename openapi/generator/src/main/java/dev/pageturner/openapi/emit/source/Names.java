package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** The classes of libraries that generated code uses. */
final class Names {
  static final ClassName JSON_ADAPTER = ClassName.get("com.squareup.moshi", "JsonAdapter");
  static final ClassName FACTORY = JSON_ADAPTER.nestedClass("Factory");
  static final ClassName MOSHI = ClassName.get("com.squareup.moshi", "Moshi");
  static final ClassName FIELDS = ClassName.get("dev.pageturner.json.generated", "Fields");
  static final ClassName MEMBERS = ClassName.get("dev.pageturner.json.generated", "Members");
  static final ClassName ALTERNATIVES =
      ClassName.get("dev.pageturner.json.generated", "Alternatives");
  static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
  static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
  static final ClassName NULL_UNMARKED = ClassName.get("org.jspecify.annotations", "NullUnmarked");

  private Names() {}

  static TypeName nullable(TypeName type) {
    return type.withoutAnnotations().annotated(AnnotationSpec.builder(NULLABLE).build());
  }

  /** {@return the arguments of a statement on one line while they fit, else one on each} */
  static CodeBlock arguments(List<CodeBlock> arguments) {
    CodeBlock line = CodeBlock.join(arguments, ", ");
    return line.toString().replaceAll("[a-z]+\\.", "").length() <= 60
        ? line
        : CodeBlock.of("\n$L", CodeBlock.join(arguments, ",\n"));
  }

  /** {@return the arguments of an initializer, as many on a line as fit} */
  static CodeBlock filled(List<CodeBlock> arguments) {
    return CodeBlock.of("$Z$L", CodeBlock.join(arguments, ",$W"));
  }
}
