package dev.pageturner.openapi.mockserver.internal.item;

import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.mockserver.internal.sample.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the members of an item that tell it from others. */
public final class KeyFinder {
  private static final List<String> USUAL =
      List.of("id", "uuid", "uid", "guid", "gid", "sid", "key", "arn", "slug", "number", "name");

  private final Described item;
  private final String noun;

  /**
   * Makes a finder.
   *
   * @param item what the document says about an item
   * @param base the path of the list, whose last noun ids begin with
   */
  public KeyFinder(Described item, String base) {
    this.item = item;
    String last = base.replaceAll("/+$", "").replaceAll(".*/", "").replaceAll("[^A-Za-z0-9]", "");
    this.noun = last.isEmpty() ? "item" : last.toLowerCase(Locale.ROOT).replaceAll("s$", "");
  }

  /**
   * {@return the keys}
   *
   * @param fields fields of the last item that requests carry
   * @param variables variables of paths that lead to one item
   */
  public ItemKeys find(Set<String> fields, Set<String> variables) {
    if (!item.isOf("object") && item.names().isEmpty() && !item.isEmpty()) {
      return scalar();
    }
    Set<List<String>> paths = new LinkedHashSet<>();
    fields.forEach(field -> paths.add(Steps.of(field)));
    variables.stream().flatMap(this::named).forEach(paths::add);
    if (variables.isEmpty() || paths.isEmpty()) {
      usual().limit(1).forEach(paths::add);
    }
    if (paths.isEmpty()) {
      anyText().limit(1).forEach(paths::add);
    }
    if (paths.isEmpty() && item.names().isEmpty() && !item.isClosed()) {
      paths.add(List.of("id"));
    }
    List<ItemKeys.Key> keys = new ArrayList<>();
    paths.forEach(path -> keys.add(key(path)));
    return new ItemKeys(keys);
  }

  private ItemKeys scalar() {
    boolean countable =
        (item.isOf("string") || item.isOf("integer") || item.isOf("number")) && !item.isEnum();
    return new ItemKeys(
        countable
            ? List.of(new ItemKeys.Key(List.of(), Identifier.of(item.schemas(), noun)))
            : List.of());
  }

  private ItemKeys.Key key(List<String> path) {
    return new ItemKeys.Key(path, Identifier.of(item.at(path).schemas(), noun));
  }

  /** The variable's own name, or what is left of it without the noun: {@code user_id}, id. */
  private Stream<List<String>> named(String variable) {
    String plain = plain(variable);
    return item.names().stream()
        .filter(name -> isKey(name)
            && (plain(name).equals(plain)
                || (plain.endsWith(plain(name)) && plain(name).length() > 1)))
        .sorted(java.util.Comparator.comparing((String name) -> !plain(name).equals(plain))
            .thenComparing(name -> USUAL.indexOf(plain(name)) < 0))
        .limit(1)
        .map(List::of);
  }

  private Stream<List<String>> usual() {
    Stream<String> named = USUAL.stream()
        .flatMap(usual -> item.names().stream().filter(name -> plain(name).equals(usual)));
    Stream<String> ids = item.names().stream().filter(name -> plain(name).endsWith("id"));
    Stream<String> names = item.names().stream().filter(name -> plain(name).endsWith("name"));
    return Stream.of(named, ids, names).flatMap(all -> all).filter(this::isKey).map(List::of);
  }

  private Stream<List<String>> anyText() {
    Stream<String> own = item.names().stream().filter(this::isKey);
    Stream<List<String>> inside = item.names().stream()
        .flatMap(name -> item.member(name).names().stream()
            .filter(inner -> USUAL.contains(plain(inner)))
            .map(inner -> List.of(name, inner)));
    return Stream.concat(own.map(List::of), inside);
  }

  /** A text or number that may be anything. */
  private boolean isKey(String name) {
    Described member = item.member(name);
    boolean scalar = member.isOf("string") || member.isOf("integer") || member.isOf("number");
    boolean structured = member.isArray() || member.isOf("object");
    return scalar && !structured && !member.isEnum() && !member.isHidden();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
