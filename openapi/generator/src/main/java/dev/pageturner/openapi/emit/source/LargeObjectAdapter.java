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
import com.palantir.javapoet.WildcardTypeName;
import dev.pageturner.openapi.emit.type.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** The adapter of a class that keeps its members in an array. */
final class LargeObjectAdapter {
  private static final TypeName ANY_ADAPTER =
      ParameterizedTypeName.get(Names.JSON_ADAPTER, WildcardTypeName.subtypeOf(Object.class));
  private static final TypeName OBJECT_ADAPTER =
      ParameterizedTypeName.get(Names.JSON_ADAPTER, ClassName.OBJECT);

  private final ObjectType type;
  private final ClassName name;
  private final List<Member> members;

  LargeObjectAdapter(ObjectType type, List<Member> members) {
    this.type = type;
    this.name = type.name();
    this.members = members;
  }

  static AnnotationSpec unchecked() {
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", "$S", "unchecked")
        .build();
  }

  TypeSpec source() {
    TypeSpec.Builder adapter = TypeSpec.classBuilder("Adapter")
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .superclass(ParameterizedTypeName.get(Names.JSON_ADAPTER, name))
        .addField(names())
        .addField(FieldSpec.builder(
                Names.OPTIONS, "OPTIONS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("$T.of(NAMES)", Names.OPTIONS)
            .build())
        .addField(ArrayTypeName.of(ANY_ADAPTER), "adapters", Modifier.PRIVATE, Modifier.FINAL);
    type.memberValues()
        .ifPresent(values -> adapter.addField(
            ParameterizedTypeName.get(Names.JSON_ADAPTER, values),
            "valueAdapter",
            Modifier.PRIVATE,
            Modifier.FINAL));
    return adapter
        .addMethod(constructor())
        .addMethods(fillers())
        .addMethod(reading())
        .addMethod(writing())
        .build();
  }

  private FieldSpec names() {
    List<CodeBlock> names =
        members.stream().map(member -> Literals.of(member.jsonName())).toList();
    return FieldSpec.builder(
            String[].class, "NAMES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("{$L}", Names.filled(names))
        .build();
  }

  private Map<TypeName, List<Integer>> placesByType() {
    Map<TypeName, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      places.computeIfAbsent(members.get(i).boxed(), type -> new ArrayList<>()).add(i);
    }
    return places;
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
        .addParameter(Names.MOSHI, "moshi")
        .addStatement("adapters = new $T<?>[NAMES.length]", Names.JSON_ADAPTER);
    placesByType()
        .forEach((type, places) -> constructor.addStatement(
            "fill(moshi.adapter($L), $L)",
            AdapterFields.token(type),
            Names.filled(places.stream().map(place -> CodeBlock.of("$L", place)).toList())));
    type.memberValues()
        .ifPresent(values -> constructor.addStatement(
            "valueAdapter = moshi.adapter($L)", AdapterFields.token(values)));
    return constructor.build();
  }

  private static List<MethodSpec> fillers() {
    return List.of(MethodSpec.methodBuilder("fill")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(ANY_ADAPTER, "adapter")
        .addParameter(int[].class, "places")
        .varargs()
        .beginControlFlow("for (int place : places)")
        .addStatement("adapters[place] = adapter")
        .endControlFlow()
        .build());
  }

  private MethodSpec reading() {
    MethodSpec.Builder method = AdapterMethods.reading(name)
        .addStatement("Object[] values = new Object[$L]", LargeObjectSource.size(type, members));
    type.memberValues()
        .ifPresent(values -> method.addStatement(
            "$T<$T, $T> more = new $T<>()", Map.class, String.class, values, LinkedHashMap.class));
    method
        .addStatement("reader.beginObject()")
        .beginControlFlow("while (reader.hasNext())")
        .addStatement("int place = reader.selectName(OPTIONS)")
        .beginControlFlow("if (place < 0)")
        .addStatement(
            type.memberValues().isPresent()
                ? CodeBlock.of("more.put(reader.nextName(), valueAdapter.fromJson(reader))")
                : CodeBlock.of("$T.skip(reader)", Names.FIELDS))
        .nextControlFlow("else")
        .addStatement("values[place] = adapters[place].fromJson(reader)")
        .endControlFlow()
        .endControlFlow()
        .addStatement("reader.endObject()");
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (!member.isNullable()) {
        method.addStatement(required(member, i));
      }
    }
    type.memberValues()
        .ifPresent(values -> method.addStatement("values[$L] = more", members.size()));
    return method.addStatement("return new $T(values)", name).build();
  }

  private static CodeBlock required(Member member, int index) {
    return LargeObjectSource.emptyValue(member)
        .map(empty -> CodeBlock.of(
            "values[$L] = values[$L] == null ? $L : values[$L]", index, index, empty, index))
        .orElseGet(() ->
            CodeBlock.of("$T.required(values[$L], NAMES[$L], reader)", Names.FIELDS, index, index));
  }

  private MethodSpec writing() {
    MethodSpec.Builder method = AdapterMethods.writing(name)
        .addAnnotation(unchecked())
        .addStatement("writer.beginObject()")
        .beginControlFlow("for (int i = 0; i < NAMES.length; i++)")
        .addStatement("$T adapter = ($T) adapters[i]", OBJECT_ADAPTER, OBJECT_ADAPTER);
    List<CodeBlock> asNull = IntStream.range(0, members.size())
        .filter(i -> members.get(i).isWrittenAsNull())
        .mapToObj(i -> CodeBlock.of("$L", i))
        .toList();
    if (!asNull.isEmpty()) {
      method
          .beginControlFlow("switch (i)")
          .addStatement("case $L -> $L", Names.filled(asNull), write("writeNullable"))
          .addStatement("default -> $L", write("write"))
          .endControlFlow();
    } else {
      method.addStatement(write("write"));
    }
    method.endControlFlow();
    type.memberValues()
        .ifPresent(values -> method.addStatement(
            "$T.writeAll(writer, valueAdapter, value.$N())",
            Names.FIELDS,
            type.memberValuesName()));
    return method.addStatement("writer.endObject()").build();
  }

  private static CodeBlock write(String how) {
    return CodeBlock.of("$T.$L(writer, NAMES[i], adapter, value.values[i])", Names.FIELDS, how);
  }
}
