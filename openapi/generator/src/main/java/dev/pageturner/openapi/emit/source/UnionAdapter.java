package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.emit.type.Types;
import dev.pageturner.openapi.emit.type.UnionType;
import dev.pageturner.openapi.emit.type.UnionType.Alternative;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The adapter of a union: the kind of JSON decides, among objects the discriminator, without one
 * the members.
 */
final class UnionAdapter {
  private static final Map<String, String> TOKENS = new LinkedHashMap<>();

  static {
    TOKENS.put("OfString", "STRING");
    TOKENS.put("OfNumber", "NUMBER");
    TOKENS.put("OfBoolean", "BOOLEAN");
    TOKENS.put("OfList", "BEGIN_ARRAY");
  }

  private final UnionType type;
  private final List<Alternative> objects;
  private final AdapterFields adapters = new AdapterFields();

  UnionAdapter(UnionType type) {
    this.type = type;
    this.objects = type.alternatives().stream()
        .filter(alternative -> alternative.wrapper().isEmpty())
        .toList();
    type.alternatives().forEach(alternative -> adapters.of(alternative.type()));
    adapters.of(Types.JSON);
  }

  TypeSpec source() {
    TypeSpec.Builder adapter = TypeSpec.classBuilder("Adapter")
        .addJavadoc("Reads and writes what it is.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .superclass(ParameterizedTypeName.get(Names.JSON_ADAPTER, type.name()));
    if (needsShapes()) {
      adapter.addField(shapes());
    } else if (isDecided()) {
      adapter.addField(constant(Names.OPTIONS, "KIND")
          .initializer(
              "$T.of($L)", Names.OPTIONS, Literals.of(type.discriminator().orElseThrow()))
          .build());
    }
    adapters.addTo(adapter);
    adapter.addMethod(reading());
    if (isDecided()) {
      adapter.addMethod(readingObjects());
    }
    return adapter.addMethod(writing()).build();
  }

  /** {@return whether there is more than one thing that an object may be} */
  private boolean isDecided() {
    return objects.size() > 1 || (objects.size() == 1 && type.discriminator().isPresent());
  }

  private boolean needsShapes() {
    return objects.size() > 1 && type.discriminator().isEmpty();
  }

  private static FieldSpec.Builder constant(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  private FieldSpec shapes() {
    CodeBlock.Builder shapes = CodeBlock.builder().add("$T.builder()$>$>", Names.SHAPES);
    for (Alternative object : objects) {
      shapes.add("\n.shape()");
      object
          .shape()
          .fixed()
          .forEach((name, value) ->
              shapes.add("\n.fixed($L, $L)", Literals.of(name), Literals.of(value)));
      addNames(shapes, "required", object.shape().required());
      addNames(shapes, "optional", object.shape().optional());
    }
    return constant(Names.SHAPES, "SHAPES")
        .initializer(shapes.add("\n.build()$<$<").build())
        .build();
  }

  private static void addNames(CodeBlock.Builder shapes, String method, Iterable<String> names) {
    List<CodeBlock> literals = new java.util.ArrayList<>();
    names.forEach(name -> literals.add(Literals.of(name)));
    if (!literals.isEmpty()) {
      shapes.add("\n.$L($L)", method, Names.filled(literals));
    }
  }

  private MethodSpec reading() {
    MethodSpec.Builder method =
        AdapterMethods.reading(type.name()).beginControlFlow("return switch (reader.peek())");
    for (Alternative alternative : type.alternatives()) {
      String token = TOKENS.get(alternative.wrapper().orElse(""));
      if (token != null) {
        method.addStatement(
            "case $L -> $L", token, wrapped(alternative.wrapper().get(), alternative.type()));
      }
    }
    Optional<Alternative> map = map();
    if (isDecided()) {
      method.addStatement("case BEGIN_OBJECT -> object(reader)");
    } else if (objects.size() == 1) {
      method.addStatement(
          "case BEGIN_OBJECT -> $N.fromJson(reader)", adapters.of(objects.get(0).type()));
    } else if (map.isPresent()) {
      method.addStatement("case BEGIN_OBJECT -> $L", wrapped("OfMap", map.get().type()));
    }
    method.addStatement("default -> $L", wrapped("Unknown", Types.JSON));
    return method.addCode("$<};\n").build();
  }

  private Optional<Alternative> map() {
    return type.alternatives().stream()
        .filter(alternative -> alternative.wrapper().filter("OfMap"::equals).isPresent())
        .findFirst();
  }

  private CodeBlock wrapped(String wrapper, TypeName value) {
    return CodeBlock.of("new $N($N.fromJson(reader))", wrapper, adapters.of(value));
  }

  private MethodSpec readingObjects() {
    MethodSpec.Builder method = MethodSpec.methodBuilder("object")
        .addModifiers(Modifier.PRIVATE)
        .addException(IOException.class)
        .addParameter(Names.READER, "reader")
        .returns(type.name());
    if (needsShapes()) {
      method.beginControlFlow("return switch (SHAPES.find(reader))");
    } else {
      method.beginControlFlow("return switch ($T.peekText(reader, KIND))", Names.FIELDS);
    }
    int index = 0;
    for (Alternative object : objects) {
      CodeBlock label = needsShapes()
          ? CodeBlock.of("$L", index++)
          : object.values().stream().map(Literals::of).collect(CodeBlock.joining(", "));
      method.addStatement("case $L -> $N.fromJson(reader)", label, adapters.of(object.type()));
    }
    CodeBlock otherwise = map()
        .map(map -> wrapped("OfMap", map.type()))
        .orElseGet(() -> wrapped("Unknown", Types.JSON));
    return method.addStatement("default -> $L", otherwise).addCode("$<};\n").build();
  }

  private MethodSpec writing() {
    MethodSpec.Builder method = AdapterMethods.writing(type.name());
    NameScope locals = NameScope.ofMembers().reserve("writer", "value");
    adapters.names().forEach(locals::reserve);
    boolean first = true;
    for (Alternative alternative : type.alternatives()) {
      TypeName as = alternative.wrapper().isPresent()
          ? type.name().nestedClass(alternative.wrapper().get())
          : alternative.type();
      String local = locals.claim(JavaNames.memberName(((ClassName) as).simpleName()));
      CodeBlock condition = CodeBlock.of("if (value instanceof $T $N)", as, local);
      if (first) {
        method.beginControlFlow(condition);
      } else {
        method.nextControlFlow(CodeBlock.of("else $L", condition));
      }
      first = false;
      method.addStatement(written(alternative, local));
    }
    String unknown = locals.claim("unknown");
    method.nextControlFlow("else if (value instanceof $N $N)", "Unknown", unknown);
    method.addStatement("$N.toJson(writer, $N.json())", adapters.of(Types.JSON), unknown);
    return method.endControlFlow().build();
  }

  private CodeBlock written(Alternative alternative, String local) {
    String adapter = adapters.of(alternative.type());
    if (alternative.wrapper().isPresent()) {
      return CodeBlock.of("$N.toJson(writer, $N.value())", adapter, local);
    }
    Optional<String> tag =
        type.discriminator().filter(name -> !alternative.shape().has(name));
    return tag.isPresent()
        ? CodeBlock.of(
            "$T.writeTagged(writer, $L, $L, $N, $N)",
            Names.FIELDS,
            Literals.of(tag.get()),
            Literals.of(alternative.values().get(0)),
            adapter,
            local)
        : CodeBlock.of("$N.toJson(writer, $N)", adapter, local);
  }
}
