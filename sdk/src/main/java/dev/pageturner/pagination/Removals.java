package dev.pageturner.pagination;

import java.util.List;

/**
 * How the items of a list of changes say that they were removed.
 *
 * @param key where the key is in an item, removed or not
 * @param marks where an item says that it was removed, by any value but null, false, 0, an empty
 *     text and an empty array; one of them is enough
 */
public record Removals(JsonPath key, List<JsonPath> marks) {
  /** Copies the marks. */
  public Removals {
    marks = List.copyOf(marks);
    if (marks.isEmpty()) {
      throw new IllegalArgumentException("nothing says that an item was removed");
    }
  }

  /**
   * {@return the usual ways: the key is {@code $.id}, and {@code @removed} (OData),
   * {@code deleted}, {@code is_deleted}, {@code isDeleted} or {@code removed} says that the item is
   * gone}
   */
  public static Removals usual() {
    List<JsonPath> marks = List.of(
        JsonPath.of("$['@removed']"),
        JsonPath.of("$.deleted"),
        JsonPath.of("$.is_deleted"),
        JsonPath.of("$.isDeleted"),
        JsonPath.of("$.removed"));
    return new Removals(JsonPath.of("$.id"), marks);
  }

  /** {@return the same with the key at another place} */
  public Removals key(String path) {
    return new Removals(JsonPath.of(path), marks);
  }

  /** {@return the same with these marks, such as {@code $.deleted_at}, and no others} */
  public Removals when(String... paths) {
    return new Removals(key, List.of(paths).stream().map(JsonPath::of).toList());
  }
}
