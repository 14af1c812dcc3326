package dev.pageturner.page;

import java.util.Objects;
import java.util.function.Function;

/**
 * What a traversal does when the server no longer knows the cursor, or the URL, of the next page:
 * it answered with status 410, with 400, 404 or 422 and words about a cursor or token that is
 * invalid or expired, or with an error in a page that says so. A fresh cursor in such an answer is
 * used in any case.
 *
 * <p>Each recovery is told as {@link TraversalEvent.Recovered}. One that leads no further than the
 * one before is not repeated: then the answer is thrown. Of the items before the checkpoint that a
 * traversal started from, it knows no keys; they come again where the list is started over. A list
 * that is asked to {@linkplain PagedIterable#sync() sync} starts over under each policy but
 * {@link #fail()}, and delivers everything again: an item that was left out, or passed by, could
 * have changed meanwhile, which nobody would report any more.
 *
 * @param <T> the items
 */
public sealed interface ExpiredCursor<T> {
  /** The keys that {@link #startOver(Function)} remembers. */
  int MOST_KEYS = 100_000;

  /** The answer is thrown, with the age of the position. The default. */
  record Fail<T>() implements ExpiredCursor<T> {}

  /**
   * The list is read again from its beginning, without the items that were delivered.
   *
   * @param key tells an item from others, by {@link Object#equals}
   * @param maxKeys how many keys are remembered; after more items the answer is thrown
   */
  record StartOver<T>(Function<? super T, ?> key, int maxKeys) implements ExpiredCursor<T> {
    /** Checks the values. */
    public StartOver {
      Objects.requireNonNull(key, "key");
      if (maxKeys < 1) {
        throw new IllegalArgumentException("max keys < 1: " + maxKeys);
      }
    }
  }

  /**
   * The list is read again from its beginning, without the items up to the last key.
   *
   * @param key grows from item to item
   */
  record StartOverInOrder<T, K extends Comparable<? super K>>(Function<? super T, K> key)
      implements ExpiredCursor<T> {
    /** Checks that there is a key. */
    public StartOverInOrder {
      Objects.requireNonNull(key, "key");
    }
  }

  /**
   * The list is asked for what comes after the last key.
   *
   * @param key grows from item to item; its text is sent
   * @param parameter the query parameter that asks for the items after a key
   */
  record GoOnAfter<T>(Function<? super T, ?> key, String parameter) implements ExpiredCursor<T> {
    /** Checks the values. */
    public GoOnAfter {
      Objects.requireNonNull(key, "key");
      if (parameter.isBlank()) {
        throw new IllegalArgumentException("the parameter of the filter needs a name");
      }
    }
  }

  /** {@return the policy to throw the answer, with the age of the position} */
  static <T> ExpiredCursor<T> fail() {
    return new Fail<>();
  }

  /**
   * {@return the policy to read the list again from its beginning and leave out what was delivered,
   * by keys, of which {@value #MOST_KEYS} are remembered}
   *
   * @param key tells an item from others, by {@link Object#equals}
   */
  static <T> ExpiredCursor<T> startOver(Function<? super T, ?> key) {
    return startOver(key, MOST_KEYS);
  }

  /** {@return the same with another number of keys, from 1} */
  static <T> ExpiredCursor<T> startOver(Function<? super T, ?> key, int maxKeys) {
    return new StartOver<>(key, maxKeys);
  }

  /**
   * {@return the policy to read a list again whose keys grow from item to item, and leave out what
   * does not come after the last key; one key is remembered}
   */
  static <T, K extends Comparable<? super K>> ExpiredCursor<T> startOverInOrder(
      Function<? super T, K> key) {
    return new StartOverInOrder<>(key);
  }

  /**
   * {@return the policy to ask for the items after the last key, by a filter of the API}
   *
   * @param key grows from item to item
   * @param parameter the query parameter that asks for the items after a key
   */
  static <T> ExpiredCursor<T> goOnAfter(Function<? super T, ?> key, String parameter) {
    return new GoOnAfter<>(key, parameter);
  }
}
