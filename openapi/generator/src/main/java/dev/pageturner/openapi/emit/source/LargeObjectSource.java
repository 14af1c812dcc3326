package dev.pageturner.openapi.emit.source;

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
        .addMethod(BuilderSource.factory(name));
    for (int i = 0; i < members.size(); i++) {
      source.addMethod(accessor(i));
    }
    return source.addMethods(objectMethods()).addType(builder());
  }

  private MethodSpec accessor(int index) {
    Member member = members.get(index);
    MethodSpec.Builder accessor = MethodSpec.methodBuilder(member.name())
        .addJavadoc(Prose.javadoc(member.property().description()))
        .addModifiers(Modifier.PUBLIC)
        .returns(member.type());
    if (member.boxed() instanceof ParameterizedTypeName) {
      accessor.addAnnotation(LargeObjectAdapter.unchecked());
    }
    return accessor
        .addStatement("return ($T) values[$L]", member.type().withoutAnnotations(), index)
        .build();
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
            .initializer("new $T[$L]", Object.class, members.size())
            .build())
        .addMethod(
            MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (int i = 0; i < members.size(); i++) {
      source.addMethod(setter(builder, i));
    }
    return source.addMethod(build()).build();
  }

  private MethodSpec setter(ClassName builder, int index) {
    Member member = members.get(index);
    return MethodSpec.methodBuilder(member.name())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(member.type(), member.name())
        .returns(builder)
        .addStatement("values[$L] = $N", index, member.name())
        .addStatement("return this")
        .build();
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

  static Optional<CodeBlock> emptyValue(Member member) {
    if (Types.isList(member.boxed())) {
      return Optional.of(CodeBlock.of("$T.of()", List.class));
    }
    return Types.isMap(member.boxed())
        ? Optional.of(CodeBlock.of("$T.of()", java.util.Map.class))
        : Optional.empty();
  }
}
