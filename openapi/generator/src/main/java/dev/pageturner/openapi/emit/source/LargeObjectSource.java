package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.type.ObjectType;
import dev.pageturner.openapi.emit.type.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * An object with more members than a constructor can take: a class that keeps the values in an
 * array, of which each accessor knows its place. It looks like a record with a builder.
 */
final class LargeObjectSource {
  private static final TypeName VALUES = ArrayTypeName.of(Names.nullable(ClassName.OBJECT));

  private final ObjectType type;
  private final ClassName name;
  private final List<Member> members;
  private final Set<ClassName> unions;

  LargeObjectSource(ObjectType type, List<Member> members, Set<ClassName> unions) {
    this.unions = unions;
    this.type = type;
    this.name = type.name();
    this.members = members;
  }

  TypeSpec.Builder source() {
    TypeSpec.Builder source = TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addJavadoc(Prose.javadoc(type.description()))
        .addSuperinterfaces(unions)
        .addField(VALUES, "values", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(VALUES, "values")
            .addStatement("this.values = values")
            .build())
        .addMethod(MethodSpec.methodBuilder("newBuilder")
            .addJavadoc("{@return a builder with these values}\n")
            .addModifiers(Modifier.PUBLIC)
            .returns(name.nestedClass("Builder"))
            .addStatement("return new $T(values.clone())", name.nestedClass("Builder"))
            .build());
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      source.addMethod(Deprecation.mark(
              accessor(i, member.name(), member.type())
                  .addJavadoc(Prose.javadoc(member.property().description())),
              member.property())
          .build());
    }
    RecordSource.memberValues(type)
        .ifPresent(map -> source.addMethod(
            accessor(members.size(), type.memberValuesName(), map).build()));
    return source.addMethods(objectMethods()).addType(builder());
  }

  /** {@return how many values there are: those of the members, and the map of unnamed ones} */
  static int size(ObjectType type, List<Member> members) {
    return members.size() + (type.memberValues().isPresent() ? 1 : 0);
  }

  private static MethodSpec.Builder accessor(int index, String name, TypeName value) {
    MethodSpec.Builder accessor =
        MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(value);
    if (value instanceof ParameterizedTypeName) {
      accessor.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "$S", "unchecked")
          .build());
    }
    return accessor.addStatement("return ($T) values[$L]", value.withoutAnnotations(), index);
  }

  private List<MethodSpec> objectMethods() {
    return List.of(
        override("equals", TypeName.BOOLEAN)
            .addParameter(Names.nullable(ClassName.OBJECT), "other")
            .addStatement(
                "return other instanceof $T that && $T.equals(values, that.values)",
                name,
                java.util.Arrays.class)
            .build(),
        override("hashCode", TypeName.INT)
            .addStatement("return $T.hashCode(values)", java.util.Arrays.class)
            .build(),
        override("toString", Types.STRING)
            .addStatement("return $S", name.simpleName() + "[" + members.size() + " members]")
            .build());
  }

  private static MethodSpec.Builder override(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }

  private TypeSpec builder() {
    ClassName builder = name.nestedClass("Builder");
    TypeSpec.Builder source = TypeSpec.classBuilder(builder)
        .addJavadoc("Builds {@link $T}.\n", name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addField(FieldSpec.builder(VALUES, "values", Modifier.PRIVATE, Modifier.FINAL)
            .build())
        .addMethod(constructor())
        .addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(VALUES, "values")
            .addStatement("this.values = values")
            .build());
    if (members.stream().anyMatch(Member::mayBeAbsent)) {
      source.addAnnotation(Names.NULL_MARKED);
    }
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      source.addMethod(Deprecation.mark(
              setter(builder, i, member.name(), member.setterType())
                  .addJavadoc(Prose.javadoc(member.property().description())),
              member.property())
          .build());
    }
    RecordSource.memberValues(type)
        .ifPresent(map -> source.addMethod(
            setter(builder, members.size(), type.memberValuesName(), map).build()));
    return source.addMethod(build()).build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Starts without a value.\n")
        .addStatement("values = new $T[$L]", Object.class, size(type, members));
    for (int i = 0; i < members.size(); i++) {
      Optional<CodeBlock> initial = members.get(i).initial();
      if (initial.isPresent()) {
        constructor.addStatement("values[$L] = $L", i, initial.get());
      }
    }
    type.memberValues()
        .ifPresent(
            values -> constructor.addStatement("values[$L] = $T.of()", members.size(), Map.class));
    return constructor.build();
  }

  private static MethodSpec.Builder setter(
      ClassName builder, int index, String name, TypeName value) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(value, name)
        .returns(builder)
        .addStatement("this.values[$L] = $N", index, name)
        .addStatement("return this");
  }

  private MethodSpec build() {
    MethodSpec.Builder build = MethodSpec.methodBuilder("build")
        .addJavadoc("{@return what was set}\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(name);
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (!member.isNullable()) {
        build.addStatement("$T.set(values[$L], $L)", Names.FIELDS, i, Literals.of(member.name()));
      }
    }
    return build.addStatement("return new $T(values.clone())", name).build();
  }
}
