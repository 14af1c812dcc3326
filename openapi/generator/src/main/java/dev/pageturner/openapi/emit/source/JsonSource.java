package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.pageturner.openapi.emit.type.Definition;
import dev.pageturner.openapi.emit.type.ValueType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that gives Moshi the adapters of all models, by the names of their classes. */
final class JsonSource {
  private static final TypeName ADAPTER = Names.nullable(
      ParameterizedTypeName.get(Names.JSON_ADAPTER, WildcardTypeName.subtypeOf(Object.class)));

  /** A method has 64 KiB; a case takes about 50 bytes. */
  private static final int MOST_IN_ONE = 500;

  private final ErrorBodies errors;
  private final ClassName name;
  private final List<Definition> definitions;

  JsonSource(ErrorBodies errors, List<Definition> definitions) {
    this.errors = errors;
    this.name = errors.jsonClass();
    this.definitions = definitions;
  }

  TypeSpec source() {
    TypeSpec.Builder source = TypeSpec.classBuilder(name)
        .addJavadoc("The Moshi adapters of the models in this package.\n")
        .addAnnotation(Names.NULL_MARKED)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (definitions.stream().anyMatch(Definition::deprecated)) {
      source.addAnnotation(Sources.SUPPRESSED);
    }
    errors.addReading(source);
    List<MethodSpec> parts = parts();
    source.addMethod(MethodSpec.methodBuilder("adapters")
        .addJavadoc("{@return the adapters, for {@code Moshi.Builder.add}}\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(Names.FACTORY)
        .addStatement(
            "return (type, annotations, moshi) ->\nannotations.isEmpty() ? adapter(type, moshi) : null")
        .build());
    if (parts.size() > 1) {
      source.addMethod(searchIn(parts));
    }
    return source.addMethods(parts).build();
  }

  private List<MethodSpec> parts() {
    List<MethodSpec> parts = new ArrayList<>();
    for (int i = 0; i == 0 || i < definitions.size(); i += MOST_IN_ONE) {
      List<Definition> some = definitions.subList(i, Math.min(definitions.size(), i + MOST_IN_ONE));
      boolean all = some.size() == definitions.size();
      parts.add(part(all ? "adapter" : "adapter" + (i / MOST_IN_ONE + 1), some));
    }
    return parts;
  }

  private static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(Type.class, "type")
        .addParameter(Names.MOSHI, "moshi")
        .returns(ADAPTER);
  }

  private static MethodSpec searchIn(List<MethodSpec> parts) {
    MethodSpec.Builder search = method("adapter")
        .addStatement("$T found = $N(type, moshi)", ADAPTER.withoutAnnotations(), parts.get(0));
    for (MethodSpec part : parts.subList(1, parts.size())) {
      search.addStatement("found = found == null ? $N(type, moshi) : found", part);
    }
    return search.addStatement("return found").build();
  }

  private static MethodSpec part(String name, List<Definition> definitions) {
    MethodSpec.Builder part = method(name).beginControlFlow("return switch (type.getTypeName())");
    definitions.forEach(definition -> part.addStatement(
        "case $S ->$W$L", definition.name().reflectionName(), adapter(definition)));
    return part.addStatement("default -> null").addCode("$<};\n").build();
  }

  private static CodeBlock adapter(Definition definition) {
    if (definition instanceof ValueType value) {
      CodeBlock isListed = value.isComplete()
          ? CodeBlock.of("$T::isListed", value.name())
          : CodeBlock.of("any -> true");
      return CodeBlock.of(
          "$T.listed(moshi.adapter($T.class), $T::new, $T::value, $L)",
          Names.FIELDS,
          value.valueType(),
          value.name(),
          value.name(),
          isListed);
    }
    return CodeBlock.of("$T.$L(moshi)", definition.name(), AdapterMethod.NAME);
  }
}
