package dev.pageturner.pagination;

import java.time.Duration;
import java.util.Objects;

/**
 * The highest value of an ordered field of the items, for a list whose API has no sync token: the
 * next traversal asks for the items from that value on.
 *
 * <p>Values are instants (ISO 8601), numbers or texts, and compare as such. Servers compare with
 * {@code >=} or show an item late, so that items come again: those whose value is within the
 * look-back before the mark are remembered, and left out where they come unchanged. They are told
 * by their JSON rather than by a key, since a clock may tick once while an item changes twice. What
 * is remembered is part of each checkpoint, about 50 bytes an item. Items without a value are
 * delivered whenever they come. A mark tells nothing of items that were removed.
 *
 * <p>What changes while the list is read must not be passed by. Instants are no later than the
 * {@code Date} of the first response, whatever the items say; where values are numbers or texts, or
 * there is no such header, the list has to be in the order of the values, or the look-back as long
 * as a traversal. Where the server compares with {@code >}, the look-back has to be a tick of its
 * clock at least.
 *
 * @param value where the value is in an item, such as {@code $.updated_at}
 * @param carrier how the first request of the next traversal carries it
 * @param lookBack how far before the mark the next traversal begins, where values are instants
 * @param numbersBack the same, where values are numbers
 * @param window how many items are remembered at most, those of the highest values; beyond it some
 *     may come twice
 */
public record Mark(JsonPath value, Carrier carrier, Duration lookBack, long numbersBack, int window)
    implements Sync {
  /** The items that are remembered unless another number is said. */
  public static final int USUAL_WINDOW = 1000;

  /** Checks the values. */
  public Mark {
    Objects.requireNonNull(value, "value");
    if (carrier instanceof Carrier.TheUrl || Pagination.Builder.namesOf(carrier) != 1) {
      throw new IllegalArgumentException("a mark has one name, not: " + carrier);
    } else if (lookBack.isNegative() || numbersBack < 0) {
      throw new IllegalArgumentException("a look-back < 0");
    } else if (window < 1) {
      throw new IllegalArgumentException("window < 1: " + window);
    }
  }

  /**
   * {@return a mark without a look-back}
   *
   * @param value where the value is in an item, such as {@code $.updated_at}
   * @param parameter the query parameter that asks for the items from a value on, such as
   *     {@code updated_since}
   */
  public static Mark of(String value, String parameter) {
    return of(value, Carrier.query(parameter));
  }

  /** {@return a mark that requests carry in any way} */
  public static Mark of(String value, Carrier carrier) {
    return new Mark(JsonPath.of(value), carrier, Duration.ZERO, 0, USUAL_WINDOW);
  }

  /** {@return this mark with a look-back for late writers, where values are instants} */
  public Mark lookBack(Duration lookBack) {
    return new Mark(value, carrier, lookBack, numbersBack, window);
  }

  /** {@return this mark with a look-back for late writers, where values are numbers} */
  public Mark lookBack(long numbersBack) {
    return new Mark(value, carrier, lookBack, numbersBack, window);
  }

  /** {@return this mark with another number of remembered items, from 1} */
  public Mark window(int items) {
    return new Mark(value, carrier, lookBack, numbersBack, items);
  }

  @Override
  public String toString() {
    return "mark " + value + ", sent as " + carrier
        + (lookBack.isZero() ? "" : ", back " + lookBack)
        + (numbersBack == 0 ? "" : ", back " + numbersBack)
        + (window == USUAL_WINDOW ? "" : ", window " + window);
  }
}
