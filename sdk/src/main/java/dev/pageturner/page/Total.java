package dev.pageturner.page;

import java.util.Objects;

/**
 * The number of all items of a list, as the server said it.
 *
 * @param items the number
 * @param accuracy what the number is worth
 */
public record Total(long items, Accuracy accuracy) {
  /** What a total is worth. Servers count while others write: none of them is a promise. */
  public enum Accuracy {
    /** The server counted. */
    EXACT,
    /** There are at least so many. */
    LOWER_BOUND,
    /** The server estimates, or does not say how it knows. */
    ESTIMATE
  }

  /** Checks the values. */
  public Total {
    Objects.requireNonNull(accuracy, "accuracy");
    if (items < 0) {
      throw new IllegalArgumentException("items < 0: " + items);
    }
  }
}
