package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.emit.type.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The adapter of a record: one case and one local variable for each member. */
final class ObjectAdapter {
  private final ClassName name;
  private final List<Member> members;
  private final Optional<TypeName> memberValues;
  private final String memberValuesName;
  private final AdapterFields adapters = new AdapterFields();
  private final Map<Member, String> locals = new LinkedHashMap<>();
  private final String memberValuesLocal;

  ObjectAdapter(
      ClassName name,
      List<Member> members,
      Optional<TypeName> memberValues,
      String memberValuesName) {
    this.name = name;
    this.members = members;
    this.memberValues = memberValues;
    this.memberValuesName = memberValuesName;
    members.forEach(member -> adapters.of(member.boxed()));
    memberValues.ifPresent(adapters::of);
    NameScope scope = NameScope.ofMembers().reserve("reader", "NAMES");
    adapters.names().forEach(scope::reserve);
    members.forEach(member -> locals.put(member, scope.claim(member.name())));
    this.memberValuesLocal = scope.claim("more");
  }

  TypeSpec source() {
    TypeSpec.Builder adapter = TypeSpec.classBuilder("Adapter")
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .superclass(ParameterizedTypeName.get(Names.JSON_ADAPTER, name))
        .addField(names());
    adapters.addTo(adapter);
    return adapter.addMethod(reading()).addMethod(writing()).build();
  }

  private FieldSpec names() {
    List<CodeBlock> names =
        members.stream().map(member -> Literals.of(member.jsonName())).toList();
    return FieldSpec.builder(
            Names.OPTIONS, "NAMES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of($L)", Names.OPTIONS, Names.filled(names))
        .build();
  }

  private MethodSpec reading() {
    MethodSpec.Builder method = AdapterMethods.reading(name);
    locals.forEach((member, local) -> method.addStatement("$T $N = null", member.held(), local));
    memberValues.ifPresent(values -> method.addStatement(
        "$T<$T, $T> $N = new $T<>()",
        Map.class,
        String.class,
        values,
        memberValuesLocal,
        LinkedHashMap.class));
    method.addStatement("reader.beginObject()");
    method.beginControlFlow("while (reader.hasNext())");
    method.beginControlFlow("switch (reader.selectName(NAMES))");
    int index = 0;
    for (Member member : members) {
      CodeBlock read = CodeBlock.of("$N.fromJson(reader)", adapters.of(member.boxed()));
      CodeBlock held =
          member.clearable() ? CodeBlock.of("$T.ofNullable($L)", Optional.class, read) : read;
      method.addStatement("case $L -> $N = $L", index++, locals.get(member), held);
    }
    method.addStatement("default -> $L", unknown());
    method.endControlFlow().endControlFlow();
    method.addStatement("reader.endObject()");
    return method
        .addStatement("return new $T($L)", name, Names.arguments(arguments()))
        .build();
  }

  private CodeBlock unknown() {
    return memberValues.isPresent()
        ? CodeBlock.of(
            "$N.put(reader.nextName(), $N.fromJson(reader))",
            memberValuesLocal,
            adapters.of(memberValues.get()))
        : CodeBlock.of("$T.skip(reader)", Names.FIELDS);
  }

  private List<CodeBlock> arguments() {
    List<CodeBlock> arguments = new ArrayList<>();
    locals.forEach((member, local) -> arguments.add(argument(member, local)));
    memberValues.ifPresent(values -> arguments.add(CodeBlock.of("$N", memberValuesLocal)));
    return arguments;
  }

  private static CodeBlock argument(Member member, String local) {
    if (member.isNullable()) {
      return CodeBlock.of("$N", local);
    }
    if (Types.isList(member.boxed()) || Types.isMap(member.boxed())) {
      return CodeBlock.of("$T.orEmpty($N)", Names.FIELDS, local);
    }
    return CodeBlock.of(
        "$T.required($N, $L, reader)", Names.FIELDS, local, Literals.of(member.jsonName()));
  }

  private MethodSpec writing() {
    MethodSpec.Builder method = AdapterMethods.writing(name).addStatement("writer.beginObject()");
    members.forEach(member -> write(member, method));
    memberValues.ifPresent(values -> method.addStatement(
        "$T.writeAll(writer, $N, value.$N())",
        Names.FIELDS,
        adapters.of(values),
        memberValuesName));
    return method.addStatement("writer.endObject()").build();
  }

  private void write(Member member, MethodSpec.Builder method) {
    String adapter = adapters.of(member.boxed());
    CodeBlock jsonName = Literals.of(member.jsonName());
    CodeBlock value = CodeBlock.of("value.$N()", member.name());
    if (member.clearable()) {
      method.beginControlFlow("if ($L != null)", value);
      value = CodeBlock.of("$L.orElse(null)", value);
    }
    boolean asNull = member.clearable() || member.isWrittenAsNull();
    String write = asNull ? "writeNullable" : "write";
    method.addStatement("$T.$L(writer, $L, $N, $L)", Names.FIELDS, write, jsonName, adapter, value);
    if (member.clearable()) {
      method.endControlFlow();
    }
  }
}
