package dev.pageturner.page;

import java.util.Objects;

/**
 * What a list of changes says of one item: it is there as it is now, or it was removed.
 *
 * @param <T> the items
 */
public sealed interface Change<T> {
  /** {@return the key of the item: the content of a string, or the JSON of another value} */
  String key();

  /**
   * The item is new, or it has changed.
   *
   * @param key its key
   * @param item the item as it is now
   */
  record Upsert<T>(String key, T item) implements Change<T> {
    /** Checks the values. */
    public Upsert {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(item, "item");
    }
  }

  /**
   * The item was removed.
   *
   * @param key its key
   */
  record Removal<T>(String key) implements Change<T> {
    /** Checks that there is a key. */
    public Removal {
      Objects.requireNonNull(key, "key");
    }
  }
}
