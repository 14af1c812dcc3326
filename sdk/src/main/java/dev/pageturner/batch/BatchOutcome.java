package dev.pageturner.batch;

import dev.pageturner.error.PageturnerException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What became of one batch.
 *
 * @param <T> the items
 */
public sealed interface BatchOutcome<T> {
  /** {@return the items of the batch, in the order they were added; unmodifiable} */
  List<T> items();

  /**
   * The server accepted every item.
   *
   * @param items the batch
   */
  record Accepted<T>(List<T> items) implements BatchOutcome<T> {
    /** Copies the items. */
    public Accepted {
      items = copy(items);
    }
  }

  /**
   * The server accepted none: the batch may be sent again as it is.
   *
   * @param items the batch
   * @param cause why it was refused
   */
  record Refused<T>(List<T> items, PageturnerException cause) implements BatchOutcome<T> {
    /** Copies the items. */
    public Refused {
      items = copy(items);
      Objects.requireNonNull(cause, "cause");
    }
  }

  /**
   * It is not known which items were accepted: the response was lost after the request went out, or
   * does not say it. Sent again, items may be there twice, unless the server knows them by a key.
   *
   * @param items the batch
   * @param cause what happened
   */
  record Unknown<T>(List<T> items, PageturnerException cause) implements BatchOutcome<T> {
    /** Copies the items. */
    public Unknown {
      items = copy(items);
      Objects.requireNonNull(cause, "cause");
    }
  }

  // Not List.copyOf: whether an item may be null is for the sequence to say.
  private static <T> List<T> copy(List<T> items) {
    return Collections.unmodifiableList(new ArrayList<>(items));
  }
}
