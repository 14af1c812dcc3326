package dev.pageturner.pagination;

import org.jspecify.annotations.Nullable;

/**
 * How a request says how many items a page should have.
 *
 * @param carrier a query parameter, a member of the body, a field of the form or a header
 * @param max the most that the server gives, 0 when it is not known; more is never asked for
 * @param usual what is asked for when the caller names no page size, 0 to leave it to the server
 */
public record PageSize(Carrier carrier, int max, int usual) {
  /** Checks the values. */
  public PageSize {
    if (carrier instanceof Carrier.TheUrl || carrier instanceof Carrier.QueryMembers) {
      throw new IllegalArgumentException(
          "a page size travels in a query parameter, body or header");
    }
    if (Pagination.Builder.namesOf(carrier) != 1) {
      throw new IllegalArgumentException("a page size has one name, not: " + carrier);
    }
    if (max < 0 || usual < 0 || (max > 0 && usual > max)) {
      throw new IllegalArgumentException("page size: usual " + usual + ", max " + max);
    }
  }

  /** {@return a query parameter, without a known maximum, left out unless a size is asked for} */
  public static PageSize query(String name) {
    return new PageSize(Carrier.query(name), 0, 0);
  }

  /**
   * {@return the size to ask for, or 0 to ask for none}
   *
   * @param wanted the caller's page size, or null
   */
  public int of(@Nullable Integer wanted) {
    if (wanted == null) {
      return usual;
    }
    return max > 0 ? Math.min(wanted, max) : wanted;
  }

  @Override
  public String toString() {
    String usually = usual > 0 ? ", " + usual + " unless said" : "";
    return carrier + (max > 0 ? ", at most " + max : "") + usually;
  }
}
