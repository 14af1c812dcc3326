package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The types of what the server answers errors with: each has a method that takes it out of the
 * sdk's exception, by the adapters of the package.
 */
public final class ErrorBodies {
  private static final ClassName STATUS =
      ClassName.get("dev.pageturner.error", "PageturnerException", "Status");
  private static final ClassName EXACT = ClassName.get("dev.pageturner.json", "ExactJson");
  private static final String READ = "read";

  private final Set<TypeName> types;
  private final ClassName jsonClass;

  /**
   * Types of errors.
   *
   * @param types the types
   * @param jsonClass the class of the adapters
   */
  public ErrorBodies(Set<TypeName> types, ClassName jsonClass) {
    this.types = types;
    this.jsonClass = jsonClass;
  }

  ClassName jsonClass() {
    return jsonClass;
  }

  /** {@return whether a type is the body of an error} */
  boolean contains(ClassName type) {
    return types.contains(type);
  }

  /** {@return the method that takes a type out of the exception} */
  MethodSpec method(ClassName type) {
    return MethodSpec.methodBuilder("of")
        .addJavadoc("{@return what the server said with an error, if it is of this type}\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(STATUS, "error")
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), type))
        .addStatement("return $T.$L(error.body(), $T.class)", jsonClass, READ, type)
        .build();
  }

  /** Adds what the methods call to the class of the adapters. */
  void addReading(TypeSpec.Builder json) {
    if (types.isEmpty()) {
      return;
    }
    TypeVariableName type = TypeVariableName.get("T");
    json.addField(FieldSpec.builder(
            Names.MOSHI, "MOSHI", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(CodeBlock.of(
            "new $T.Builder().add(adapters()).addLast($T.factory()).build()", Names.MOSHI, EXACT))
        .build());
    json.addMethod(MethodSpec.methodBuilder(READ)
        .addModifiers(Modifier.STATIC)
        .addTypeVariable(type)
        .addParameter(String.class, "json")
        .addParameter(ParameterizedTypeName.get(ClassName.get(Class.class), type), "type")
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), type))
        .addStatement("return $T.read(MOSHI.adapter(type), json)", Names.FIELDS)
        .build());
  }
}
