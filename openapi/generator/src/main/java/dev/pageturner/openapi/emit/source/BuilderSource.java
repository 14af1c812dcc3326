package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.type.ObjectType;
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

  /** {@return the method that gives a builder with the values of a record} */
  MethodSpec ofValues() {
    MethodSpec.Builder method = MethodSpec.methodBuilder("newBuilder")
        .addJavadoc("{@return a builder with these values}\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(builder)
        .addStatement("$T next = new $T()", builder, builder);
    members.forEach(
        member -> method.addStatement("next.$N = this.$N", member.name(), member.name()));
    type.memberValues()
        .ifPresent(values -> method.addStatement(
            "next.$N = this.$N", type.memberValuesName(), type.memberValuesName()));
    return method.addStatement("return next").build();
  }

  TypeSpec source() {
    TypeSpec.Builder source = TypeSpec.classBuilder(builder)
        .addJavadoc("Builds {@link $T}.$L\n", type.name(), clears())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    source.addMethod(MethodSpec.constructorBuilder()
        .addJavadoc("A builder of which nothing is set.\n")
        .addModifiers(Modifier.PUBLIC)
        .build());
    members.forEach(member -> source.addField(field(member)));
    RecordSource.memberValues(type)
        .ifPresent(
            map -> source.addField(FieldSpec.builder(map, type.memberValuesName(), Modifier.PRIVATE)
                .initializer("$T.of()", Map.class)
                .build()));
    if (members.stream().anyMatch(Member::mayBeAbsent)) {
      source.addAnnotation(Names.NULL_MARKED);
    }
    members.forEach(member -> source.addMethod(setter(member)));
    RecordSource.memberValues(type)
        .ifPresent(map -> source.addMethod(
            setter(type.memberValuesName(), map, CodeBlock.of("$N", type.memberValuesName()))
                .build()));
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
    member.initial().ifPresent(field::initializer);
    return field.build();
  }

  private static CodeBlock value(Member member) {
    return member.clearable()
        ? CodeBlock.of("$T.ofNullable($N)", Optional.class, member.name())
        : CodeBlock.of("$N", member.name());
  }

  private MethodSpec setter(Member member) {
    MethodSpec.Builder setter = setter(member.name(), member.setterType(), value(member))
        .addJavadoc(Prose.javadoc(member.property().description()));
    return Deprecation.mark(setter, member.property()).build();
  }

  private MethodSpec.Builder setter(String name, TypeName type, CodeBlock value) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(type, name)
        .returns(builder)
        .addStatement("this.$N = $L", name, value)
        .addStatement("return this");
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
