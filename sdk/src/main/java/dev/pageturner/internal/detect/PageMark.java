package dev.pageturner.internal.detect;

import dev.pageturner.internal.json.JsonMembers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What tells a page from another one: the keys of its items, and the position that it repeats.
 *
 * <p>A server that does not know a parameter ignores it and sends the first page again, perhaps
 * with a new token. Its items tell.
 *
 * @param keys one hash per item, of those that are kept, in the order of the page
 * @param count how many items the page has
 * @param echoes the page numbers and offsets that the response repeats, by where they stand
 */
public record PageMark(List<Integer> keys, long count, Map<String, Long> echoes) {
  /** Members that identify an item, the surest first. */
  private static final List<List<String>> IDENTITIES = List.of(
      List.of("id"),
      List.of("uuid"),
      List.of("guid"),
      List.of("uid"),
      List.of("key"),
      List.of("urn"),
      List.of("href"));

  private static final Set<List<String>> POSITIONS = Set.of(
      List.of("page"),
      List.of("current", "page"),
      List.of("page", "number"),
      List.of("page", "no"),
      List.of("page", "index"),
      List.of("offset"),
      List.of("start", "index"),
      List.of("start"));

  /** Copies the collections. */
  public PageMark {
    keys = List.copyOf(keys);
    echoes = Map.copyOf(echoes);
  }

  /**
   * {@return the mark of a page}
   *
   * @param outline what the page looks like
   * @param items the JSON of its items, all of them or the first ones
   * @param count how many items it has in all
   */
  public static PageMark of(Outline outline, List<String> items, long count) {
    List<Integer> keys = new ArrayList<>();
    items.forEach(item -> keys.add(key(item).hashCode()));
    Map<String, Long> echoes = new LinkedHashMap<>();
    outline.scalars().forEach((path, json) -> {
      if (POSITIONS.contains(Words.of(Outline.nameOf(path)))) {
        Detector.number(BodyValues.text(json))
            .ifPresent(number -> echoes.put(path.toString(), number));
      }
    });
    return new PageMark(keys, count, echoes);
  }

  /**
   * {@return what identifies an item: an id as the server wrote it, or else the whole item}
   *
   * @param item the JSON of the item
   */
  static String key(String item) {
    if (!item.startsWith("{")) {
      return item;
    }
    Map<String, String> members = JsonMembers.of(item);
    // One type's id may be that of another type's item.
    String type = members.getOrDefault("type", "");
    return IDENTITIES.stream()
        .flatMap(words -> named(words, members).stream())
        .findFirst()
        .map(id -> type + ' ' + id)
        .orElse(item);
  }

  private static Optional<String> named(List<String> words, Map<String, String> members) {
    return members.entrySet().stream()
        .filter(member -> Words.of(member.getKey()).equals(words))
        .map(Map.Entry::getValue)
        .filter(id -> !id.equals("null") && !id.equals("\"\"") && !id.startsWith("["))
        .findFirst();
  }

  /**
   * {@return whether this page, which another position was asked for, is {@code first} again}
   *
   * <p>That is so if it has the same items, or more than half of them; one that was added meanwhile
   * moves the others on. Where the response repeats the position of the first page, one common item
   * is enough.
   */
  public boolean repeats(PageMark first) {
    if (keys.isEmpty() || first.keys.isEmpty()) {
      return false;
    } else if (keys.equals(first.keys)) {
      return true;
    }
    Set<Integer> known = new HashSet<>(first.keys);
    long common = keys.stream().filter(known::contains).count();
    return common * 2 > keys.size() || (common > 0 && hasEchoOf(first));
  }

  /** {@return whether several items are one and the same, as equal readings of a sensor are} */
  public boolean isUniform() {
    return keys.size() > 1 && new HashSet<>(keys).size() == 1;
  }

  private boolean hasEchoOf(PageMark first) {
    return echoes.entrySet().stream()
        .anyMatch(echo -> echo.getValue().equals(first.echoes.get(echo.getKey())));
  }
}
