package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.type.ObjectType;
import dev.pageturner.openapi.emit.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The builder of a record that users send. */
final class BuilderSource {
  private final ObjectType type;
  private final List<Member> members;
  private final ClassName builder;

  BuilderSource(ObjectType type, List<Member> members) {
    this.type = type;
    this.members = members;
    this.builder = type.name().nestedClass("Builder");
  }

  /** {@return the method that gives a builder} */
  static MethodSpec factory(ClassName type) {
    return MethodSpec.methodBuilder("newBuilder")
        .addJavadoc("{@return an empty builder}\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type.nestedClass("Builder"))
        .addStatement("return new Builder()")
        .build();
  }

  TypeSpec source() {
    TypeSpec.Builder source = TypeSpec.classBuilder(builder)
        .addJavadoc("Builds {@link $T}.$L\n", type.name(), clears())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    members.forEach(member -> source.addField(field(member)));
    RecordSource.memberValues(type)
        .ifPresent(
            map -> source.addField(FieldSpec.builder(map, type.memberValuesName(), Modifier.PRIVATE)
                .initializer("$T.of()", Map.class)
                .build()));
    source.addMethod(
        MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    members.forEach(member -> source.addMethod(setter(
        member.name(), setterType(member), value(member), member.property().description())));
    RecordSource.memberValues(type)
        .ifPresent(map -> source.addMethod(setter(
            type.memberValuesName(),
            map,
            CodeBlock.of("$N", type.memberValuesName()),
            Optional.empty())));
    return source.addMethod(build()).build();
  }

  private String clears() {
    return members.stream().anyMatch(Member::clearable)
        ? "\n\n<p>What is not set is left out, what is set to null is sent as null."
        : "";
  }

  private static FieldSpec field(Member member) {
    FieldSpec.Builder field =
        FieldSpec.builder(Names.nullable(member.held()), member.name(), Modifier.PRIVATE);
    initial(member).ifPresent(field::initializer);
    return field.build();
  }

  /** {@return what need not be set, since it can have but one value} */
  static Optional<CodeBlock> initial(Member member) {
    boolean text = member.required() && member.boxed().equals(Types.STRING);
    return member.property().fixed().filter(fixed -> text).map(Literals::of);
  }

  static TypeName setterType(Member member) {
    return member.clearable() || member.isWrittenAsNull()
        ? Names.nullable(member.boxed())
        : member.type();
  }

  private static CodeBlock value(Member member) {
    return member.clearable()
        ? CodeBlock.of("$T.ofNullable($N)", Optional.class, member.name())
        : CodeBlock.of("$N", member.name());
  }

  private MethodSpec setter(
      String name, TypeName type, CodeBlock value, Optional<String> description) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(Prose.javadoc(description))
        .addModifiers(Modifier.PUBLIC)
        .addParameter(type, name)
        .returns(builder)
        .addStatement("this.$N = $L", name, value)
        .addStatement("return this")
        .build();
  }

  private MethodSpec build() {
    List<CodeBlock> arguments = new ArrayList<>();
    for (Member member : members) {
      arguments.add(
          member.isNullable()
              ? CodeBlock.of("$N", member.name())
              : CodeBlock.of(
                  "$T.set($N, $L)", Names.FIELDS, member.name(), Literals.of(member.name())));
    }
    type.memberValues().ifPresent(v -> arguments.add(CodeBlock.of("$N", type.memberValuesName())));
    return MethodSpec.methodBuilder("build")
        .addJavadoc("{@return what was set}\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(type.name())
        .addStatement("return new $T($L)", type.name(), Names.arguments(arguments))
        .build();
  }
}
