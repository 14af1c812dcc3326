package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.MockRequest;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The order that a request asks for: {@code sort=-created,name} as in JSON:API,
 * {@code sort_by=name&order=desc}, {@code $orderby=name desc}, {@code sort=name:desc}.
 *
 * @param keys the members, the most important first
 * @param parameters the parameters that say it
 */
record Sorting(List<Key> keys, Set<String> parameters) {
  private static final Set<String> SORT =
      Set.of("sort", "sortby", "orderby", "order", "ordering", "sortfield");
  private static final Set<String> DIRECTION = Set.of(
      "order", "direction", "sortorder", "sortdirection", "sortdir", "dir", "orderdirection");

  /**
   * A member that items are ordered by.
   *
   * @param path the names that lead to it
   * @param descending whether the largest come first
   */
  record Key(List<String> path, boolean descending) {}

  /** {@return whether parameters of that name may ask for an order} */
  static boolean isAbout(String parameter) {
    return SORT.contains(plain(parameter)) || DIRECTION.contains(plain(parameter));
  }

  /** {@return what a request asks for; no keys where it asks for nothing that can be done} */
  static Sorting of(MockRequest request, Members members) {
    Set<String> used = new LinkedHashSet<>();
    List<Key> keys = new ArrayList<>();
    request.query().forEach((name, values) -> {
      if (keys.isEmpty() && SORT.contains(plain(name))) {
        parse(String.join(",", values), members).ifPresent(found -> {
          keys.addAll(found);
          used.add(name);
        });
      }
    });
    request.query().forEach((name, values) -> {
      String direction = values.get(0).toLowerCase(Locale.ROOT);
      if (!keys.isEmpty() && DIRECTION.contains(plain(name)) && isDirection(direction)) {
        used.add(name);
        keys.replaceAll(key -> new Key(key.path(), isDescending(direction)));
      }
    });
    return new Sorting(keys, used);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  private static boolean isDirection(String word) {
    return word.matches("(?i)asc|desc|ascending|descending");
  }

  private static boolean isDescending(String word) {
    return word.toLowerCase(Locale.ROOT).startsWith("desc");
  }

  /** Empty if one of the keys is no member: half of an order is none. */
  private static Optional<List<Key>> parse(String text, Members members) {
    List<Key> keys = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] words = part.strip().split("[:\\s]+", 2);
      boolean minus = words[0].startsWith("-");
      String name = words[0].replaceFirst("^[-+]", "");
      boolean direction = words.length == 2 && isDirection(words[1].strip());
      if (words.length == 1 && isDirection(name) && !keys.isEmpty()) {
        Key last = keys.remove(keys.size() - 1);
        keys.add(new Key(last.path(), isDescending(name)));
      } else if (members.named(name).isPresent() && (words.length == 1 || direction)) {
        boolean descending = minus || (direction && isDescending(words[1].strip()));
        keys.add(new Key(members.named(name).orElseThrow().path(), descending));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(keys);
  }

  /** {@return the order of items; those without a value come last} */
  Comparator<RawJson> order() {
    return (one, other) -> keys.stream()
        .mapToInt(key -> compare(key, one, other))
        .filter(difference -> difference != 0)
        .findFirst()
        .orElse(0);
  }

  private static int compare(Key key, RawJson one, RawJson other) {
    Optional<RawJson> left = Steps.get(one, key.path()).filter(value -> !value.isNull());
    Optional<RawJson> right = Steps.get(other, key.path()).filter(value -> !value.isNull());
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    int ascending = compare(left.get(), right.get());
    return key.descending() ? -ascending : ascending;
  }

  private static int compare(RawJson left, RawJson right) {
    boolean numbers = left.kind() == RawJson.Kind.NUMBER && right.kind() == RawJson.Kind.NUMBER;
    return numbers
        ? new BigDecimal(left.text()).compareTo(new BigDecimal(right.text()))
        : PlainText.of(left).compareTo(PlainText.of(right));
  }
}
