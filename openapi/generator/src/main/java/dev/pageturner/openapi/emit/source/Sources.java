package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.type.Definition;
import dev.pageturner.openapi.emit.type.ObjectType;
import dev.pageturner.openapi.emit.type.Types;
import dev.pageturner.openapi.emit.type.UnionType;
import dev.pageturner.openapi.emit.type.ValueType;
import dev.pageturner.openapi.model.ScalarNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** All definitions as classes, each nested one within the class that it belongs to. */
public final class Sources {
  /** Says that a deprecated type is used knowingly. */
  public static final AnnotationSpec SUPPRESSED = AnnotationSpec.builder(SuppressWarnings.class)
      .addMember("value", "$S", "deprecation")
      .build();

  private final Map<ClassName, Definition> definitions;
  private final Set<ClassName> sent;
  private final Set<ClassName> changes;
  private final Set<ClassName> received;
  private final ErrorBodies errors;

  private Sources(
      Map<ClassName, Definition> definitions,
      Collection<TypeName> sent,
      Collection<TypeName> changes,
      Collection<TypeName> received,
      ErrorBodies errors) {
    this.definitions = definitions;
    this.errors = errors;
    this.sent = Reach.of(sent, definitions);
    this.changes = Reach.ofChanges(changes, definitions);
    this.received = Reach.of(received, definitions);
  }

  /**
   * {@return the classes of the package, sorted by name, the one of the adapters among them}
   *
   * @param definitions what there is
   * @param sent the types that the client sends, whose objects get builders
   * @param changes those of them that are the JSON of a PATCH
   * @param received the types that it receives
   * @param errors those of them that errors are answered with
   */
  public static List<TypeSpec> of(
      Map<ClassName, Definition> definitions,
      Collection<TypeName> sent,
      Collection<TypeName> changes,
      Collection<TypeName> received,
      ErrorBodies errors) {
    return new Sources(definitions, sent, changes, received, errors).all();
  }

  /** {@return an expression for a value of a type; empty for what is more than one word} */
  public static Optional<CodeBlock> valueOf(
      TypeName type, ScalarNode value, Map<ClassName, Definition> definitions) {
    if (type instanceof ClassName name && definitions.get(name) instanceof ValueType listed) {
      return valueOf(listed.valueType(), value, Map.of())
          .map(word -> CodeBlock.of("new $T($L)", type, word));
    } else if (type.equals(Types.STRING)) {
      return Optional.of(Literals.of(value.value()));
    }
    boolean whole = type.equals(TypeName.LONG.box()) && value.value().matches("-?\\d{1,18}");
    boolean flag = type.equals(TypeName.BOOLEAN.box()) && value.kind() == ScalarNode.Kind.BOOLEAN;
    return whole
        ? Optional.of(CodeBlock.of("$LL", Long.valueOf(value.value())))
        : Optional.of(CodeBlock.of("$L", value.isTrue())).filter(code -> flag);
  }

  private List<TypeSpec> all() {
    List<Definition> needed = definitions.values().stream()
        .filter(type -> sent.contains(type.name()) || received.contains(type.name()))
        .sorted(Comparator.comparing(type -> type.name().reflectionName()))
        .toList();
    List<TypeSpec> classes = new ArrayList<>();
    needed.stream()
        .filter(type -> type.name().enclosingClassName() == null)
        .forEach(type -> classes.add(withNested(type, needed)));
    classes.add(new JsonSource(errors, needed).source());
    classes.sort(Comparator.comparing(TypeSpec::name));
    return classes;
  }

  private TypeSpec withNested(Definition owner, List<Definition> needed) {
    TypeSpec.Builder source =
        source(owner).addAnnotation(isUnmarked(owner) ? Names.NULL_UNMARKED : Names.NULL_MARKED);
    if (needed.stream().anyMatch(type -> isWithin(type, owner) && usesDeprecated(type))) {
      source.addAnnotation(SUPPRESSED);
    }
    needed.stream()
        .filter(type -> owner.name().equals(type.name().enclosingClassName()))
        .forEach(type -> source.addType(nested(type, isUnmarked(owner))));
    return source.build();
  }

  private static boolean isWithin(Definition type, Definition owner) {
    return type == owner || owner.name().equals(type.name().enclosingClassName());
  }

  private boolean usesDeprecated(Definition type) {
    Stream<TypeName> unions = type instanceof ObjectType object
        ? object.unions().stream().map(name -> name)
        : Stream.of();
    Set<TypeName> used = new LinkedHashSet<>(Stream.concat(type.parts(), unions).toList());
    return Reach.direct(used).stream()
        .map(definitions::get)
        .anyMatch(definition -> definition != null && definition.deprecated());
  }

  private TypeSpec nested(Definition type, boolean inUnmarked) {
    TypeSpec.Builder source = source(type).addModifiers(Modifier.STATIC);
    if (isUnmarked(type) != inUnmarked) {
      source.addAnnotation(inUnmarked ? Names.NULL_MARKED : Names.NULL_UNMARKED);
    }
    return source.build();
  }

  private boolean isUnmarked(Definition definition) {
    return definition instanceof ObjectType object && record(object).isUnmarked();
  }

  private RecordSource record(ObjectType type) {
    Set<ClassName> unions = new LinkedHashSet<>(type.unions());
    unions.removeIf(union -> !sent.contains(union) && !received.contains(union));
    ClassName name = type.name();
    Directions directions =
        new Directions(sent.contains(name), received.contains(name), changes.contains(name));
    List<Member> members = type.properties().stream()
        .map(property -> Member.of(property, directions, initial(type, property)))
        .toList();
    return new RecordSource(type, unions, directions, members);
  }

  /** {@return the only value that a member can have, for a builder to start with} */
  private Optional<CodeBlock> initial(ObjectType type, ObjectType.Property property) {
    Optional<String> fixed = property.fixed().filter(value -> property.required());
    return type.discriminator(property.jsonName())
        .or(() -> fixed)
        .flatMap(value -> textOf(property.type(), value));
  }

  private Optional<CodeBlock> textOf(TypeName type, String value) {
    boolean listed = type instanceof ClassName name
        && definitions.get(name) instanceof ValueType values
        && values.valueType().equals(Types.STRING);
    if (listed) {
      return Optional.of(CodeBlock.of("new $T($L)", type, Literals.of(value)));
    }
    return type.equals(Types.STRING) ? Optional.of(Literals.of(value)) : Optional.empty();
  }

  private TypeSpec.Builder source(Definition definition) {
    TypeSpec.Builder source = kind(definition);
    return errors.contains(definition.name())
        ? source.addMethod(errors.method(definition.name()))
        : source;
  }

  private TypeSpec.Builder kind(Definition definition) {
    if (definition instanceof ObjectType object) {
      RecordSource record = record(object);
      return record.source().addMethods(record.adapter());
    }
    return definition instanceof ValueType value
        ? new ValueSource(value).source()
        : new UnionSource((UnionType) definition).source();
  }
}
