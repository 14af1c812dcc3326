package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.type.Types;
import dev.pageturner.openapi.emit.type.ValueType;
import dev.pageturner.openapi.model.ScalarNode;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Listed values as a record of the value, with a constant for each, open to values that come later.
 */
final class ValueSource {
  private final ValueType type;

  ValueSource(ValueType type) {
    this.type = type;
  }

  TypeSpec.Builder source() {
    TypeName value =
        type.valueType().isBoxedPrimitive() ? type.valueType().unbox() : type.valueType();
    TypeSpec.Builder record = TypeSpec.recordBuilder(type.name())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(Prose.javadoc(type.description()))
        .recordConstructor(MethodSpec.constructorBuilder()
            .addParameter(ParameterSpec.builder(value, "value").build())
            .build());
    type.constants().forEach(constant -> record.addField(constant(constant)));
    record.addField(listed()).addMethod(isListed());
    if (isExact()) {
      record.addMethod(equality()).addMethod(hash());
    }
    if (type.deprecated()) {
      record.addAnnotation(Deprecated.class);
    }
    return record.addMethod(text());
  }

  private FieldSpec constant(ValueType.Constant constant) {
    return FieldSpec.builder(
            type.name(), constant.name(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc(Prose.javadoc(constant.description()))
        .initializer("new $T($L)", type.name(), literal(constant.value()))
        .build();
  }

  private CodeBlock literal(ScalarNode value) {
    TypeName valueType = type.valueType();
    if (valueType.equals(Types.STRING)) {
      return Literals.of(value.value());
    }
    if (valueType.equals(Types.JSON)) {
      return json(value);
    }
    return valueType.equals(TypeName.LONG.box())
        ? CodeBlock.of("$LL", new BigDecimal(value.value()).longValueExact())
        : CodeBlock.of("new $T($L)", BigDecimal.class, Literals.of(value.value()));
  }

  private static CodeBlock json(ScalarNode value) {
    return switch (value.kind()) {
      case BOOLEAN -> CodeBlock.of("$T.of($L)", Types.JSON, value.isTrue());
      case NUMBER ->
        CodeBlock.of("$T.of(new $T($L))", Types.JSON, BigDecimal.class, Literals.of(value.value()));
      default -> CodeBlock.of("$T.of($L)", Types.JSON, Literals.of(value.value()));
    };
  }

  private FieldSpec listed() {
    List<CodeBlock> names =
        type.constants().stream().map(c -> CodeBlock.of("$N", c.name())).toList();
    ClassName set = ClassName.get(Set.class);
    return FieldSpec.builder(
            ParameterizedTypeName.get(set, type.name()),
            free("LISTED"),
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("$T.of($L)", Set.class, Names.filled(names))
        .build();
  }

  private String free(String name) {
    boolean taken = type.constants().stream().anyMatch(c -> c.name().equals(name));
    return taken ? free(name + "_") : name;
  }

  private MethodSpec isListed() {
    return MethodSpec.methodBuilder("isListed")
        .addJavadoc("{@return whether this is one of the constants, not a value that came later}\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(boolean.class)
        .addStatement("return $N.contains(this)", free("LISTED"))
        .build();
  }

  /** {@return whether values are numbers that keep their digits, of which 1 and 1.0 are equal} */
  private boolean isExact() {
    return type.valueType().equals(Types.DECIMAL);
  }

  private MethodSpec equality() {
    return override("equals", boolean.class)
        .addParameter(Names.nullable(ClassName.OBJECT), "other")
        .addStatement(
            "return other instanceof $T that && value.compareTo(that.value) == 0", type.name())
        .build();
  }

  private MethodSpec hash() {
    return override("hashCode", int.class)
        .addStatement("return value.stripTrailingZeros().hashCode()")
        .build();
  }

  private static MethodSpec.Builder override(String name, Type result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }

  private MethodSpec text() {
    CodeBlock text = type.valueType().equals(Types.STRING)
        ? CodeBlock.of("value")
        : CodeBlock.of("$T.valueOf(value)", String.class);
    return override("toString", String.class).addStatement("return $L", text).build();
  }
}
