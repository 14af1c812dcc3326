package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What objects become: records, maps or, where nothing is said about their members, JSON. */
final class Objects {
  private final TypeResolver types;
  private final ClassNames names;
  private final SchemaNames schemaNames;
  private final Deque<Unfinished> unfinished = new ArrayDeque<>();

  Objects(TypeResolver types, ClassNames names, SchemaNames schemaNames) {
    this.types = types;
    this.names = names;
    this.schemaNames = schemaNames;
  }

  /**
   * A record whose members are still to be looked at: one after the other, however deep they are.
   */
  private record Unfinished(
      ObjectType type,
      Facts facts,
      ClassNames.Nest nest,
      @Nullable Schema key) {}

  TypeName of(Facts facts, Spot spot, @Nullable Schema key) {
    if (!facts.properties().isEmpty()) {
      return record(facts, spot, key);
    }
    List<Schema> values = facts.memberValues();
    if (values.isEmpty()) {
      return Types.JSON;
    }
    return Types.mapOf(valueType(values, spot.element()));
  }

  ClassName record(Facts facts, Spot spot, @Nullable Schema key) {
    ClassName name = spot.claim();
    ObjectType type = new ObjectType(name, facts);
    types.define(type);
    types.remember(key, name);
    unfinished.add(new Unfinished(type, facts, spot.nestFor(name), key));
    return name;
  }

  private TypeName valueType(List<Schema> values, Spot spot) {
    TypeName type = null;
    for (Schema value : values) {
      TypeName next = Types.element(
          types.resolve(List.of(value), spot), Facts.of(List.of(value)).isNullable());
      type = type == null || type.equals(next) ? next : Types.JSON;
    }
    return type == null ? Types.JSON : type;
  }

  /** Looks at the members of all records, and of those that they need. */
  void finish() {
    for (Unfinished next = unfinished.poll(); next != null; next = unfinished.poll()) {
      finish(next);
    }
  }

  private void finish(Unfinished object) {
    Map<String, String> javaNames = javaNames(object.facts.properties().keySet());
    Set<String> required = object.facts.required();
    object.facts.properties().forEach((name, member) -> {
      TypeName type = types.resolve(member.schemas(), spot(object, name, member.home()));
      object.type.add(property(
          name, String.valueOf(javaNames.get(name)), type, required.contains(name), member));
    });
    if (object.facts.isOpen()) {
      Spot spot = Spot.nested(names, "AdditionalProperty", object.nest);
      TypeName values = valueType(object.facts.memberValues(), spot);
      object.type.open(values, free("additionalProperties", javaNames));
    }
  }

  private static String free(String name, Map<String, String> javaNames) {
    NameScope scope = NameScope.ofMembers();
    javaNames.values().forEach(scope::reserve);
    return scope.claim(name);
  }

  private static Map<String, String> javaNames(Set<String> properties) {
    NameScope scope = NameScope.ofMembers();
    Map<String, String> javaNames = new LinkedHashMap<>();
    // A name that is one in Java already goes before those that become the same.
    properties.stream()
        .filter(name -> JavaNames.memberName(name).equals(name))
        .forEach(name -> javaNames.put(name, scope.claim(name)));
    properties.stream()
        .filter(name -> !javaNames.containsKey(name))
        .forEach(name -> javaNames.put(name, scope.claim(JavaNames.memberName(name))));
    return javaNames;
  }

  /** What is written in another schema that has a name becomes a class beside that, not in here. */
  private Spot spot(Unfinished object, String property, Schema home) {
    Optional<ClassName> other = home == object.key ? Optional.empty() : schemaNames.of(home);
    return other.isPresent()
        ? Spot.ofPackage(names, other.get().simpleName() + " " + property)
        : Spot.nested(names, property, object.nest);
  }

  private static ObjectType.Property property(
      String name, String javaName, TypeName type, boolean required, Facts.Member member) {
    Facts facts = Facts.of(member.schemas());
    List<ScalarNode> values = facts.values();
    boolean one = values.stream().map(ScalarNode::value).distinct().count() == 1;
    return new ObjectType.Property(
        name,
        javaName,
        type,
        required,
        facts.isNullable(),
        facts.flag("readOnly"),
        facts.flag("writeOnly"),
        facts.format().filter("password"::equals).isPresent(),
        member.schemas().stream().anyMatch(schema -> schema.flag("deprecated")),
        one ? Optional.of(values.get(0).value()) : Optional.empty(),
        member.schemas().get(0).node().asObject().flatMap(node -> node.text("description")));
  }
}
