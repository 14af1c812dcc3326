package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.type.ObjectType;
import dev.pageturner.openapi.emit.type.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** An object as a record, or as a class where it has more members than a constructor can take. */
final class RecordSource {
  private static final int MOST_SLOTS = 254;

  private final ObjectType type;
  private final boolean sent;
  private final List<Member> members;

  RecordSource(ObjectType type, boolean sent, boolean received) {
    this.type = type;
    this.sent = sent;
    this.members = type.properties().stream()
        .map(property -> Member.of(property, sent, received))
        .toList();
  }

  TypeSpec.Builder source() {
    int slots = members.stream().mapToInt(Member::slots).sum() + 1;
    return slots > MOST_SLOTS ? new LargeObjectSource(type, members).source() : record();
  }

  private TypeSpec.Builder record() {
    ClassName name = type.name();
    TypeSpec.Builder record = TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(javadoc())
        .addSuperinterfaces(type.unions())
        .recordConstructor(
            MethodSpec.constructorBuilder().addParameters(components()).build());
    if (members.stream().anyMatch(member -> member.property().secret())) {
      record.addMethod(withoutSecrets());
    }
    if (sent) {
      BuilderSource builder = new BuilderSource(type, members);
      record.addMethod(BuilderSource.factory(name)).addType(builder.source());
    }
    return record.addType(
        new ObjectAdapter(name, members, type.memberValues(), type.memberValuesName()).source());
  }

  private CodeBlock javadoc() {
    CodeBlock.Builder javadoc = CodeBlock.builder().add(Prose.javadoc(type.description()));
    CodeBlock components = members.stream()
        .map(m -> Prose.tag("@param " + m.name(), m.property().description()))
        .collect(CodeBlock.joining(""));
    if (!javadoc.isEmpty() && !components.isEmpty()) {
      javadoc.add("\n");
    }
    return javadoc.add(components).build();
  }

  private List<ParameterSpec> components() {
    List<ParameterSpec> components = members.stream()
        .map(member -> ParameterSpec.builder(member.type(), member.name()).build())
        .collect(Collectors.toList());
    memberValues(type)
        .ifPresent(map ->
            components.add(ParameterSpec.builder(map, type.memberValuesName()).build()));
    return components;
  }

  static Optional<TypeName> memberValues(ObjectType type) {
    return type.memberValues()
        .map(values -> ParameterizedTypeName.get(ClassName.get(Map.class), Types.STRING, values));
  }

  private MethodSpec withoutSecrets() {
    CodeBlock text = members.stream()
        .map(member -> member.property().secret()
            ? CodeBlock.of("$S", member.name() + "=***")
            : CodeBlock.of("$S + $N", member.name() + "=", member.name()))
        .collect(CodeBlock.joining("\n+ \", \" + "));
    return MethodSpec.methodBuilder("toString")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement("return $S + $L + $S", type.name().simpleName() + "[", text, "]")
        .build();
  }
}
