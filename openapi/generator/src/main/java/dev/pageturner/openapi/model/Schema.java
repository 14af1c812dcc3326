package dev.pageturner.openapi.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema as written. Whether it is a reference, and what stands behind it, is asked separately:
 * {@link #target()} never loops, and two schemas of the same node are the same object.
 */
public final class Schema {
  private static final ObjectNode NOTHING = new ObjectNode(Place.root(""), Map.of());

  private final Node node;
  private final Schemas schemas;
  private final ObjectNode object;
  private final Map<String, List<Schema>> lists = new HashMap<>();
  private @Nullable Map<String, Schema> properties;
  private @Nullable Set<String> required;
  private @Nullable Schema target;

  Schema(Node node, Schemas schemas) {
    this.node = node;
    this.schemas = schemas;
    this.object = node.asObject().orElse(NOTHING);
  }

  /** {@return the node, to read what has no accessor here} */
  public Node node() {
    return node;
  }

  /** {@return the reference as written} */
  public Optional<String> ref() {
    return object.get("$ref") instanceof ScalarNode ? object.text("$ref") : Optional.empty();
  }

  /** {@return the schema behind the reference, or this one if it is none} */
  public Schema target() {
    Schema found = target;
    if (found == null) {
      found = ref().isPresent() ? schemas.followed(node) : this;
      target = found;
    }
    return found;
  }

  /**
   * {@return the last name of the reference: {@code Pet} for {@code #/components/schemas/Pet} and
   * for {@code ../models/Pet.yaml}}
   */
  public Optional<String> refName() {
    return ref().map(Schema::lastName);
  }

  private static String lastName(String ref) {
    int hash = ref.indexOf('#');
    String pointer = hash < 0 ? "" : ref.substring(hash + 1);
    if (pointer.length() > 1) {
      String last = pointer.substring(pointer.lastIndexOf('/') + 1);
      return last.replace("~1", "/").replace("~0", "~");
    }
    return fileName(hash < 0 ? ref : ref.substring(0, hash));
  }

  private static String fileName(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z]+$", "");
  }

  /**
   * {@return the name that the schema has by its place, whoever refers to it: its key, or the name
   * of its file if it is the whole of it}
   */
  public String placeName() {
    return node.place().depth() == 0 ? fileName(node.place().file()) : key();
  }

  /** {@return the schemas that speak of the same value, this one first} */
  public List<Schema> parts(Reach reach) {
    return parts(List.of(this), reach);
  }

  /** {@return the schemas that speak of the one value for which all {@code schemas} hold} */
  public static List<Schema> parts(List<Schema> schemas, Reach reach) {
    return Part.of(schemas, reach).stream().map(Part::schema).toList();
  }

  /** {@return the key under which the schema stands in its document} */
  public String key() {
    return node.place().key();
  }

  /** {@return the types, without null; empty when the schema names none} */
  public Set<String> types() {
    Set<String> types = new LinkedHashSet<>();
    object.text("type").ifPresent(types::add);
    object.list("type").forEach(type -> type.text().ifPresent(types::add));
    types.remove("null");
    return types;
  }

  /** {@return whether the schema itself says that null is a value of it} */
  public boolean nullable() {
    return object.flag("nullable")
        || object.flag("x-nullable")
        || object.text("type").filter("null"::equals).isPresent()
        || object.list("type").stream().anyMatch(Schema::saysNull)
        || object.list("enum").stream().anyMatch(Schema::isNull);
  }

  /** {@return the properties that stand in this schema itself, in written order} */
  public Map<String, Schema> properties() {
    Map<String, Schema> found = properties;
    if (found == null) {
      found = new LinkedHashMap<>();
      for (Map.Entry<String, Node> entry : members("properties").entrySet()) {
        found.put(entry.getKey(), schemas.at(entry.getValue()));
      }
      found = Collections.unmodifiableMap(found);
      properties = found;
    }
    return found;
  }

  /** {@return the schema of an array's elements} */
  public Optional<Schema> items() {
    return child("items");
  }

  /** {@return the schema of the values of members that {@code properties} does not name} */
  public Optional<Schema> additionalProperties() {
    return object.get("additionalProperties") instanceof ObjectNode
        ? child("additionalProperties")
        : Optional.empty();
  }

  /** {@return whether members that {@code properties} does not name are refused} */
  public boolean closed() {
    return object.get("additionalProperties") instanceof ScalarNode scalar && !scalar.isTrue();
  }

  /** {@return the parts that all hold} */
  public List<Schema> allOf() {
    return children("allOf");
  }

  /** {@return the parts of which exactly one holds} */
  public List<Schema> oneOf() {
    return children("oneOf");
  }

  /** {@return the parts of which one or more hold} */
  public List<Schema> anyOf() {
    return children("anyOf");
  }

  /** {@return the names of the members that must be there} */
  public Set<String> required() {
    Set<String> found = required;
    if (found == null) {
      found = new LinkedHashSet<>();
      for (Node name : object.list("required")) {
        name.text().ifPresent(found::add);
      }
      found = Collections.unmodifiableSet(found);
      required = found;
    }
    return found;
  }

  /**
   * {@return the allowed values as written, {@code const} being a list of one; empty without
   * either}
   */
  public List<Node> enumValues() {
    Node constant = object.get("const");
    return constant == null ? object.list("enum") : List.of(constant);
  }

  /** {@return the format} */
  public Optional<String> format() {
    return object.text("format");
  }

  /** {@return the description; one beside a reference goes before that of its target} */
  public Optional<String> description() {
    Optional<String> own = object.text("description");
    return own.isPresent() || target() == this ? own : target().description();
  }

  /** {@return the default value} */
  public Optional<Node> defaultValue() {
    return Optional.ofNullable(object.get("default"));
  }

  /** {@return a number such as {@code maximum} as written} */
  public Optional<String> number(String keyword) {
    return object.text(keyword);
  }

  /** {@return the property that tells the parts of a union apart, with its mapping} */
  public Optional<Discriminator> discriminator() {
    return Optional.ofNullable(object.get("discriminator"))
        .flatMap(written -> Discriminator.of(written, schemas));
  }

  /** {@return whether the member is the boolean true, such as {@code readOnly}} */
  public boolean flag(String keyword) {
    return object.flag(keyword);
  }

  /**
   * {@return the schemas of a keyword that maps names to schemas, such as
   * {@code patternProperties}}
   */
  public Map<String, Schema> named(String keyword) {
    Map<String, Schema> found = new LinkedHashMap<>();
    members(keyword).forEach((name, value) -> found.put(name, schemas.at(value)));
    return found;
  }

  /** {@return the schema of a keyword that takes one, such as {@code not}} */
  public Optional<Schema> child(String keyword) {
    return Optional.ofNullable(object.get(keyword)).map(schemas::at);
  }

  private List<Schema> children(String keyword) {
    return object.has(keyword)
        ? lists.computeIfAbsent(
            keyword, name -> object.list(name).stream().map(schemas::at).toList())
        : List.of();
  }

  private Map<String, Node> members(String keyword) {
    return object.object(keyword).map(ObjectNode::members).orElse(Map.of());
  }

  private static boolean saysNull(Node type) {
    return type.text().filter("null"::equals).isPresent();
  }

  private static boolean isNull(Node value) {
    return value instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL;
  }

  /** {@return the place of the schema} */
  @Override
  public String toString() {
    return node.location().toString();
  }
}
