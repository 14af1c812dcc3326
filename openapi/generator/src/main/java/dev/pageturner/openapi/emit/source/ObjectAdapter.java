package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pageturner.openapi.emit.type.ObjectType;
import java.util.ArrayList;
import java.util.List;

/** The adapter of an object: what its members are called, and how it is made of their values. */
final class ObjectAdapter {
  private final ObjectType type;
  private final ClassName name;
  private final List<Member> members;
  private final Directions directions;

  ObjectAdapter(ObjectType type, List<Member> members, Directions directions) {
    this.type = type;
    this.name = type.name();
    this.members = members;
    this.directions = directions;
  }

  /** {@return the methods, for a record} */
  List<MethodSpec> ofRecord() {
    List<CodeBlock> arguments = new ArrayList<>();
    List<CodeBlock> values = new ArrayList<>();
    for (Member member : members) {
      arguments.add(CodeBlock.of("v.at($L)", arguments.size()));
      values.add(CodeBlock.of("o.$N()", member.name()));
    }
    if (type.memberValues().isPresent()) {
      arguments.add(CodeBlock.of("v.at($L)", arguments.size()));
      values.add(CodeBlock.of("o.$N()", type.memberValuesName()));
    }
    return methods(
        CodeBlock.of("v -> new $T($L)", name, Names.filled(arguments)),
        CodeBlock.of("o -> new Object[] {$L}", Names.filled(values)));
  }

  /** {@return the methods, for a class that keeps the values in an array} */
  List<MethodSpec> ofArray() {
    return methods(CodeBlock.of("v -> new $T(v.all())", name), CodeBlock.of("o -> o.values"));
  }

  private List<MethodSpec> methods(CodeBlock make, CodeBlock values) {
    AdapterMethod method = new AdapterMethod(name, Names.MEMBERS, "members");
    members.forEach(member -> method.add(statement(member), 1));
    type.memberValues()
        .ifPresent(
            other -> method.add(CodeBlock.of("members.others($L)", TypeTokens.of(other)), 0));
    String way = directions.received() ? "received" : "sent";
    return method.methods(
        CodeBlock.of("$T.$L(moshi)", Names.MEMBERS, way),
        CodeBlock.of("members.adapter(\n$L,\n$L)", make, values));
  }

  private CodeBlock statement(Member member) {
    boolean hidden = directions.sent() && member.property().readOnly();
    return CodeBlock.of(
        "members.$L($L, $L)$L",
        member.presence(),
        Literals.of(member.jsonName()),
        TypeTokens.of(member.boxed()),
        hidden ? ".readOnly()" : "");
  }
}
