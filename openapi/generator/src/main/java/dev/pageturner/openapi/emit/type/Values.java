package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.ScalarNode.Kind;
import dev.pageturner.openapi.model.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list of allowed values becomes: a class, or the plain type where there is but one value.
 */
final class Values {
  /** More constants than this nobody reads; a value without one is a value all the same. */
  private static final int MOST = 2000;

  private static final List<String> NAMES =
      List.of("x-enum-varnames", "x-enumNames", "x-enum-names");
  private static final List<String> DESCRIPTIONS =
      List.of("x-enum-descriptions", "x-enumDescriptions");

  private Values() {}

  /**
   * An allowed value.
   *
   * @param value the value
   * @param name what it is called, the value itself if it is empty
   * @param description what the document says about it
   */
  record Listed(ScalarNode value, String name, Optional<String> description) {}

  static TypeName typeOf(
      Facts facts, List<ScalarNode> values, Spot spot, @Nullable Schema key, TypeResolver types) {
    List<String> names = texts(facts, NAMES);
    List<String> descriptions = texts(facts, DESCRIPTIONS);
    List<Listed> listed = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String name = i < names.size() ? names.get(i) : "";
      Optional<String> description =
          i < descriptions.size() ? Optional.of(descriptions.get(i)) : Optional.empty();
      listed.add(new Listed(values.get(i), name, description));
    }
    return ofListed(facts, facts.types(), listed, spot, key, types);
  }

  /** Only what stands beside the values themselves can speak of each of them. */
  private static List<String> texts(Facts facts, List<String> keywords) {
    for (Schema schema : facts.schemas()) {
      Optional<ObjectNode> node = schema.node().asObject();
      if (node.isPresent() && !schema.enumValues().isEmpty()) {
        return keywords.stream()
            .map(node.get()::list)
            .filter(list -> list.size() == schema.enumValues().size())
            .findFirst()
            .map(list ->
                list.stream().map(Node::text).map(text -> text.orElse("")).toList())
            .orElse(List.of());
      }
    }
    return List.of();
  }

  static TypeName ofListed(
      Facts facts,
      Set<String> allowed,
      List<Listed> listed,
      Spot spot,
      @Nullable Schema key,
      TypeResolver types) {
    TypeName valueType = valueType(allowed, listed);
    Map<String, Listed> distinct = new LinkedHashMap<>();
    listed.forEach(value -> distinct.putIfAbsent(identity(valueType, value), value));
    if (distinct.size() == 1 || valueType.equals(Types.BOOLEAN)) {
      return valueType;
    }
    List<ValueType.Constant> constants = constants(distinct);
    String signature = signature(valueType, constants);
    Optional<TypeName> equal = types.equalValues(signature, spot);
    if (equal.isPresent()) {
      return equal.get();
    }
    ClassName name = spot.claim();
    boolean complete = constants.size() == distinct.size();
    types.define(new ValueType(name, facts, valueType, constants, complete));
    types.remember(key, name);
    types.rememberValues(signature, name);
    return name;
  }

  /** {@return what is the same for lists of values whose classes would be the same} */
  private static String signature(TypeName valueType, List<ValueType.Constant> constants) {
    return constants.stream()
        .map(constant -> constant.name() + '=' + constant.value().value())
        .sorted()
        .collect(Collectors.joining("\n", valueType + "\n", ""));
  }

  /** {@return what is the same for values that would be equal in Java} */
  private static String identity(TypeName valueType, Listed listed) {
    if (valueType.equals(Types.LONG) || valueType.equals(Types.DECIMAL)) {
      return decimal(listed).orElseThrow().stripTrailingZeros().toString();
    }
    String value = listed.value().value();
    return valueType.equals(Types.JSON) ? listed.value().kind() + " " + value : value;
  }

  private static List<ValueType.Constant> constants(Map<String, Listed> distinct) {
    NameScope scope = NameScope.ofMembers();
    List<ValueType.Constant> constants = new ArrayList<>();
    distinct.values().stream().limit(MOST).forEach(value -> {
      String text = value.name().isBlank() ? value.value().value() : value.name();
      String name = scope.claim(JavaNames.constantName(text));
      constants.add(new ValueType.Constant(name, value.value(), value.description()));
    });
    return List.copyOf(constants);
  }

  private static TypeName valueType(Set<String> types, List<Listed> listed) {
    Set<Kind> kinds =
        listed.stream().map(value -> value.value().kind()).collect(Collectors.toSet());
    if (kinds.equals(Set.of(Kind.BOOLEAN)) && !types.contains("string")) {
      return Types.BOOLEAN;
    }
    boolean numeric = !types.isEmpty()
        && Set.of("integer", "number").containsAll(types)
        && listed.stream().allMatch(value -> decimal(value).isPresent());
    if (numeric || (types.isEmpty() && kinds.equals(Set.of(Kind.NUMBER)))) {
      return listed.stream().allMatch(Values::isLong) ? Types.LONG : Types.DECIMAL;
    }
    // Unquoted YAML: 1 may mean "1", but whether true means "true" or "on" only the server knows.
    boolean text = kinds.size() == 1
        ? !types.isEmpty() || kinds.contains(Kind.STRING)
        : !kinds.contains(Kind.BOOLEAN) && types.equals(Set.of("string"));
    return text ? Types.STRING : Types.JSON;
  }

  private static boolean isLong(Listed listed) {
    try {
      decimal(listed).orElseThrow().longValueExact();
      return true;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  private static Optional<BigDecimal> decimal(Listed listed) {
    String text = listed.value().value();
    return text.matches("[+-]?[0-9]{1,60}(?:\\.[0-9]{1,60})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}
