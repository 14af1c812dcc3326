package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.Schema;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether a schema allows a value: the keywords that tell alternatives apart and examples from
 * mistakes.
 */
public final class SchemaCheck {
  private static final int DEEPEST = 60;
  private static final Map<String, Pattern> FORMATS = Map.of(
      "date-time",
          Pattern.compile(
              "\\d{4}-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-6]\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)"),
      "date", Pattern.compile("\\d{4}-[01]\\d-[0-3]\\d"),
      "uuid", Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
      "email", Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
      "uri", Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s<>{}|\\\\^`\"]+"),
      "ipv4", Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}"),
      "time", Pattern.compile("\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)"));

  /** Steps of a check of its own. */
  private static final int MOST_STEPS = 1_000_000;

  private final RawJson value;
  private final int depth;
  private final Work work;

  /** What is known of this value; a schema that comes back to itself allows nothing by that. */
  private final IdentityHashMap<Schema, Boolean> known = new IdentityHashMap<>();

  /** The checks of members and elements, which each alternative of this value asks. */
  private final Map<String, SchemaCheck> inside = new HashMap<>();

  private SchemaCheck(RawJson value, int depth, Work work) {
    this.value = value;
    this.depth = depth;
    this.work = work;
  }

  /** {@return whether {@code schema} allows {@code value}} */
  public static boolean accepts(Schema schema, RawJson value) {
    return accept(List.of(schema), value);
  }

  /** {@return whether each of {@code schemas} allows {@code value}} */
  static boolean accept(List<Schema> schemas, RawJson value) {
    return accept(schemas, value, Work.of(MOST_STEPS));
  }

  /** {@return the same, and true where the work is spent before it is known} */
  static boolean accept(List<Schema> schemas, RawJson value, Work work) {
    SchemaCheck check = new SchemaCheck(value, 0, work);
    return schemas.stream().allMatch(schema -> check.accepts(schema, 0));
  }

  private boolean accepts(Schema schema, int within) {
    if (depth + within > DEEPEST || !work.take()) {
      return true;
    }
    Boolean before = known.putIfAbsent(schema, false);
    if (before != null) {
      return before;
    }
    boolean accepted = schema.ref().isPresent()
        ? accepts(schema.target(), within + 1)
        : acceptsType(schema, value)
            && acceptsEnum(schema, value)
            && acceptsContent(schema)
            && acceptsParts(schema, within + 1);
    known.put(schema, accepted);
    return accepted;
  }

  private boolean acceptsInside(Schema schema, String name, RawJson part) {
    return inside
        .computeIfAbsent(name, same -> new SchemaCheck(part, depth + 1, work))
        .accepts(schema, 0);
  }

  private static boolean acceptsType(Schema schema, RawJson value) {
    Set<String> types = schema.types();
    if (types.isEmpty() || (value.isNull() && schema.nullable())) {
      return !types.isEmpty() || !saysNull(schema) || value.isNull();
    }
    return types.stream().anyMatch(type -> isOf(type, value));
  }

  /** {@code type: null}, the only type that {@code types()} leaves out. */
  private static boolean saysNull(Schema schema) {
    return schema
        .node()
        .asObject()
        .flatMap(node -> node.text("type"))
        .filter("null"::equals)
        .isPresent();
  }

  private static boolean isOf(String type, RawJson value) {
    return switch (value.kind()) {
      case OBJECT -> type.equals("object");
      case ARRAY -> type.equals("array");
      case STRING -> type.equals("string") || type.equals("file");
      case NUMBER -> type.equals("number") || (type.equals("integer") && isInteger(value));
      case BOOLEAN -> type.equals("boolean");
      case NULL -> false;
    };
  }

  private static boolean isInteger(RawJson value) {
    return value.text().matches("-?[0-9]+");
  }

  private static boolean acceptsEnum(Schema schema, RawJson value) {
    List<Node> values = schema.enumValues();
    return values.isEmpty() || values.stream().anyMatch(one -> Nodes.json(one).equals(value));
  }

  private boolean acceptsContent(Schema schema) {
    return switch (value.kind()) {
      case OBJECT -> acceptsMembers(schema);
      case ARRAY -> acceptsElements(schema);
      case STRING -> acceptsText(schema, value.asString());
      case NUMBER -> acceptsNumber(schema, value.asNumber());
      default -> true;
    };
  }

  private boolean acceptsMembers(Schema schema) {
    Map<String, RawJson> members = value.members();
    if (!members.keySet().containsAll(schema.required())) {
      return false;
    }
    Optional<Schema> others = schema.additionalProperties();
    for (Map.Entry<String, RawJson> member : members.entrySet()) {
      Schema property = schema.properties().get(member.getKey());
      boolean good = property != null
          ? acceptsInside(property, member.getKey(), member.getValue())
          : !schema.closed()
              && (others.isEmpty()
                  || acceptsInside(others.get(), member.getKey(), member.getValue()));
      if (!good) {
        return false;
      }
    }
    return within(schema, "minProperties", "maxProperties", members.size());
  }

  private boolean acceptsElements(Schema schema) {
    List<RawJson> elements = value.elements();
    Optional<Schema> items = schema.items();
    boolean unique =
        !schema.flag("uniqueItems") || new HashSet<>(elements).size() == elements.size();
    return unique
        && within(schema, "minItems", "maxItems", elements.size())
        && (items.isEmpty()
            || IntStream.range(0, elements.size())
                .allMatch(i -> acceptsInside(items.get(), Integer.toString(i), elements.get(i))));
  }

  private static boolean acceptsText(Schema schema, String text) {
    Pattern format = FORMATS.get(schema.format().orElse(""));
    return within(schema, "minLength", "maxLength", text.codePointCount(0, text.length()))
        && (format == null || format.matcher(text).matches())
        && schema.number("pattern").map(one -> Search.finds(one, text)).orElse(true);
  }

  private static boolean acceptsNumber(Schema schema, BigDecimal number) {
    Merged bounds = Merged.of(List.of(schema));
    boolean inside = NumberSample.bounds(bounds).contains(number);
    return inside
        && bounds
            .numbers("multipleOf")
            .filter(step -> step.signum() > 0)
            .allMatch(step -> number.remainder(step).signum() == 0);
  }

  private static boolean within(Schema schema, String least, String most, int size) {
    return size >= bound(schema, least, 0) && size <= bound(schema, most, Long.MAX_VALUE);
  }

  private static long bound(Schema schema, String keyword, long otherwise) {
    return schema
        .number(keyword)
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .orElse(otherwise);
  }

  private boolean acceptsParts(Schema schema, int within) {
    List<Schema> one = schema.oneOf();
    List<Schema> any = schema.anyOf();
    return schema.allOf().stream().allMatch(part -> accepts(part, within))
        && (one.isEmpty() || one.stream().filter(part -> accepts(part, within)).count() == 1)
        && (any.isEmpty() || any.stream().anyMatch(part -> accepts(part, within)))
        && schema.child("not").map(part -> !accepts(part, within)).orElse(true);
  }
}
