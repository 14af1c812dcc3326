package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what type a schema becomes, and collects the definitions of those that need a class. */
public final class TypeResolver {
  /** Unions and lists within each other, of which a deeper one is JSON. */
  private static final int DEEPEST = 100;

  private static final Set<String> STRUCTURES = Set.of("array", "object");

  private final String packageName;
  private final ClassNames names;
  private final SchemaNames schemaNames;
  private final Map<List<Schema>, TypeName> mergedTypes = new HashMap<>();
  private final Map<Schema, TypeName> types = new HashMap<>();
  private final Set<Schema> open = new HashSet<>();
  private final Map<String, ClassName> values = new HashMap<>();
  private final Map<ClassName, Definition> definitions = new LinkedHashMap<>();
  private final Objects objects;
  private final Unions unions;
  private final Heirs heirs;

  /** Makes the resolver of a document, whose classes get names that are free in {@code classes}. */
  public TypeResolver(ApiDocument document, String packageName, NameScope classes) {
    this.packageName = packageName;
    this.names = new ClassNames(packageName, classes);
    this.schemaNames = new SchemaNames(names, document.schemas());
    this.objects = new Objects(this, names, schemaNames);
    this.unions = new Unions(this, names, schemaNames);
    this.heirs = new Heirs(document);
    nameValues(document);
  }

  /** Listed values that the document names go before equal ones that it does not. */
  private void nameValues(ApiDocument document) {
    document.schemas().values().stream()
        .filter(schema -> schema.ref().isEmpty() && schema.enumValues().size() > 1)
        .forEach(schema -> resolve(List.of(schema), Spot.ofPackage(names, "Values")));
  }

  /**
   * {@return the type of a schema; a class that it needs and the document doesn't name gets
   * {@code suggestedName}}
   */
  public TypeName typeOf(List<Schema> schemas, String suggestedName) {
    unions.begin();
    TypeName type = resolve(schemas, Spot.ofPackage(names, suggestedName));
    objects.finish();
    return type;
  }

  /** {@return whether null is a value of the schema} */
  public boolean isNullable(Schema schema) {
    return Facts.of(List.of(schema)).isNullable();
  }

  /**
   * {@return the classes that are needed so far, by their names, in the order in which they were}
   */
  public Map<ClassName, Definition> definitions() {
    return Collections.unmodifiableMap(definitions);
  }

  /** {@return whether no class has that name, nor one that is nested in another} */
  public boolean isFree(String className) {
    return names.isFree(className);
  }

  /**
   * {@return the class of the same listed values, for a spot whose class the document does not
   * name}
   */
  Optional<TypeName> equalValues(String signature, Spot spot) {
    return spot.given().isPresent() ? Optional.empty() : Optional.ofNullable(values.get(signature));
  }

  /** Says which class some listed values became; the first one stands for all. */
  void rememberValues(String signature, ClassName name) {
    values.putIfAbsent(signature, name);
  }

  void define(Definition definition) {
    definitions.put(definition.name(), definition);
  }

  Optional<Definition> definition(TypeName type) {
    return type instanceof ClassName name
        ? Optional.ofNullable(definitions.get(name))
        : Optional.empty();
  }

  /** {@return whether a class is, or is going to be, one of the models} */
  boolean isOurs(ClassName name) {
    return name.packageName().equals(packageName);
  }

  /** Says that a schema became a type, or that it did not after all. */
  void remember(@Nullable Schema schema, @Nullable TypeName type) {
    if (schema != null && type != null) {
      types.put(schema, type);
    } else if (schema != null) {
      types.remove(schema);
    }
  }

  TypeName resolve(List<Schema> schemas, Spot spot) {
    List<Schema> core = Core.of(schemas, schemaNames);
    if (core.isEmpty()) {
      return Types.JSON;
    }
    if (core.size() > 1) {
      return merged(schemas, spot);
    }
    Schema only = core.get(0);
    TypeName known = types.get(only);
    if (known != null) {
      return known;
    }
    // A list of itself has no type in Java.
    if (open.size() >= DEEPEST || !open.add(only)) {
      return Types.JSON;
    }
    try {
      Optional<ClassName> name = schemaNames.of(only);
      return name.isPresent() ? named(only, name.get()) : content(Facts.of(schemas), spot, only);
    } finally {
      open.remove(only);
    }
  }

  private TypeName merged(List<Schema> schemas, Spot spot) {
    List<Schema> key = List.copyOf(schemas);
    TypeName known = mergedTypes.get(key);
    if (known != null) {
      return known;
    }
    TypeName type = content(Facts.of(schemas), spot, null);
    mergedTypes.put(key, type);
    return type;
  }

  private TypeName named(Schema schema, ClassName name) {
    List<Schema> core = Core.within(schema, schemaNames);
    boolean alias = core.size() == 1
        && core.get(0) != schema
        && schemaNames.of(core.get(0)).isPresent()
        // An heir that adds nothing is not its base, which may be other things.
        && heirs.of(core.get(0)).isEmpty();
    TypeName type = alias
        ? resolve(core, Spot.given(names, name))
        : content(Facts.of(List.of(schema)), Spot.given(names, name), schema);
    types.put(schema, type);
    return type;
  }

  TypeName content(Facts said, Spot spot, @Nullable Schema key) {
    Facts facts = settled(said);
    List<ScalarNode> values = facts.values();
    if (!values.isEmpty() && facts.types().stream().noneMatch(STRUCTURES::contains)) {
      return Values.typeOf(facts, values, spot, key, this);
    }
    Optional<Schema> undecided = facts.undecided();
    if (undecided.isPresent()) {
      return unions.of(facts, undecided.get(), spot, key);
    }
    Optional<Heirs.Family> family = key == null ? Optional.empty() : heirs.of(key);
    if (family.isPresent()) {
      return unions.of(family.get(), facts, spot, key);
    }
    return facts.types().size() > 1
        ? unions.ofTypes(facts, spot, key)
        : plain(facts, facts.types().stream().findFirst().orElse(""), spot, key);
  }

  /** Where there is but one alternative it holds, too. */
  private static Facts settled(Facts facts) {
    Facts settled = facts;
    for (int i = 0; i < 20; i++) {
      Optional<Schema> undecided = settled.undecided();
      if (undecided.isEmpty() || Facts.alternatives(undecided.get()).size() > 1) {
        return settled;
      }
      settled =
          settled.with(undecided.get(), Facts.alternatives(undecided.get()).get(0));
    }
    return settled;
  }

  TypeName plain(Facts facts, String type, Spot spot, @Nullable Schema key) {
    return switch (type) {
      case "array" -> list(facts, spot);
      case "object" -> objects.of(facts, spot, key);
      case "" -> untyped(facts, spot, key);
      default -> Types.scalar(type, facts.format().orElse(""));
    };
  }

  private TypeName untyped(Facts facts, Spot spot, @Nullable Schema key) {
    if (!facts.properties().isEmpty() || facts.isOpen()) {
      return objects.of(facts, spot, key);
    }
    if (!facts.elements().isEmpty()) {
      return list(facts, spot);
    }
    return facts.format().isPresent() ? Types.scalar("string", facts.format().get()) : Types.JSON;
  }

  private TypeName list(Facts facts, Spot spot) {
    List<Schema> elements = facts.elements();
    return Types.listOf(
        elements.isEmpty()
            ? Types.JSON
            : Types.element(
                resolve(elements, spot.element()), Facts.of(elements).isNullable()));
  }
}
