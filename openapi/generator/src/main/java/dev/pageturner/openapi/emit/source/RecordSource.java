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
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** An object as a record, or as a class where it has more members than a constructor can take. */
final class RecordSource {
  private static final int MOST_SLOTS = 254;

  private final ObjectType type;
  private final Directions directions;
  private final List<Member> members;
  private final Set<ClassName> unions;

  RecordSource(
      ObjectType type, Set<ClassName> unions, Directions directions, List<Member> members) {
    this.unions = unions;
    this.type = type;
    this.directions = directions;
    this.members = members;
  }

  TypeSpec.Builder source() {
    TypeSpec.Builder source =
        isLarge() ? new LargeObjectSource(type, simple(), unions).source() : record();
    if (type.deprecated()) {
      source.addAnnotation(Deprecated.class);
    }
    return source;
  }

  /** {@return what gives the adapter} */
  List<MethodSpec> adapter() {
    return isLarge()
        ? new ObjectAdapter(type, simple(), directions).ofArray()
        : new ObjectAdapter(type, members, directions).ofRecord();
  }

  /** {@return whether a member may be null although the document says that it is there} */
  boolean isUnmarked() {
    return members.stream().anyMatch(Member::mayBeAbsent);
  }

  private boolean isLarge() {
    return members.stream().mapToInt(Member::slots).sum() + 1 > MOST_SLOTS;
  }

  private List<Member> simple() {
    return members.stream().map(Member::simple).toList();
  }

  private TypeSpec.Builder record() {
    ClassName name = type.name();
    TypeSpec.Builder record = TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(javadoc())
        .addSuperinterfaces(unions)
        .recordConstructor(
            MethodSpec.constructorBuilder().addParameters(components()).build());
    members.stream()
        .filter(member -> member.property().deprecated())
        .forEach(member -> record.addMethod(accessor(member)));
    if (members.stream().anyMatch(member -> member.property().secret())) {
      record.addMethod(withoutSecrets());
    }
    if (directions.sent()) {
      BuilderSource builder = new BuilderSource(type, members);
      record.addMethod(builder.ofValues()).addType(builder.source());
    }
    return record;
  }

  /** A record component cannot be marked as deprecated, what reads it can. */
  private static MethodSpec accessor(Member member) {
    MethodSpec.Builder accessor = MethodSpec.methodBuilder(member.name())
        .addModifiers(Modifier.PUBLIC)
        .returns(member.type())
        .addStatement("return $N", member.name());
    return Deprecation.mark(accessor, member.property()).build();
  }

  private CodeBlock javadoc() {
    CodeBlock.Builder javadoc = CodeBlock.builder().add(Prose.javadoc(type.description()));
    CodeBlock components = members.stream()
        .map(m -> Prose.tag("@param " + m.name(), Deprecation.said(m.property())))
        .collect(CodeBlock.joining(""));
    if (members.stream().anyMatch(Member::clearable)) {
      javadoc.add(
          "$LA member that is null is left out, one that is empty is sent as null.\n",
          javadoc.isEmpty() ? "" : "\n<p>");
    }
    if (!javadoc.isEmpty() && !components.isEmpty()) {
      javadoc.add("\n");
    }
    return javadoc.add(components).build();
  }

  private List<ParameterSpec> components() {
    List<ParameterSpec> components = members.stream()
        .map(member ->
            ParameterSpec.builder(inHeader(member.type()), member.name()).build())
        .collect(Collectors.toList());
    memberValues(type)
        .ifPresent(map -> components.add(
            ParameterSpec.builder(inHeader(map), type.memberValuesName()).build()));
    return components;
  }

  /** JavaPoet doesn't know that nested classes are in scope in the header of a record. */
  private TypeName inHeader(TypeName component) {
    if (component instanceof ParameterizedTypeName known) {
      TypeName[] arguments =
          known.typeArguments().stream().map(this::inHeader).toArray(TypeName[]::new);
      return ParameterizedTypeName.get(known.rawType(), arguments);
    }
    boolean nestedHere =
        component instanceof ClassName known && type.name().equals(known.enclosingClassName());
    return nestedHere
        ? ClassName.get("", ((ClassName) component).simpleName()).annotated(component.annotations())
        : component;
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
