package dev.pageturner.position;

import java.util.Objects;

/**
 * One thing in a response, or in the request it answers, that speaks for more pages than were read.
 *
 * @param kind what it is
 * @param where where it stands: a JSONPath such as {@code $.meta.total}, {@code header Link}, or
 *     {@code status}
 * @param says what it says, in words that hold no cursor, no secret and no value of an item, such
 *     as {@code 2500 items, 50 were read}
 * @param remedy the line of code that would follow it, such as {@code Pagination.linkHeader()};
 *     empty where no single line does
 */
public record Evidence(Kind kind, String where, String says, String remedy) {
  /** What speaks for more pages; the first seven contradict an end, the rest raise a doubt. */
  public enum Kind {
    /** A number of all items above the number of items read. */
    TOTAL_ITEMS(true),
    /** A number of all pages above the number of pages read. */
    TOTAL_PAGES(true),
    /** A flag that says that there is more. */
    FLAG(true),
    /** Status 206, or a {@code Content-Range} that ends before the last item. */
    PARTIAL_CONTENT(true),
    /** A link with the relation {@code next} that was not followed. */
    NEXT_LINK(true),
    /** A URL whose name says that it is the next one, and that was not followed. */
    NEXT_URL(true),
    /** A token or number whose name says that it is the next position, and that was not sent. */
    NEXT_CURSOR(true),
    /** A value whose name only sounds like a position or a flag. */
    SOUNDS_LIKE_MORE(false),
    /** A page as full as the size that was asked for, or that servers usually choose. */
    FULL_PAGE(false),
    /** A page that was cut to fewer items than were asked for. */
    CAPPED_PAGE(false),
    /** Nothing on the first page is where the pagination looks for the next position. */
    NOTHING_AT_PATH(false),
    /** The way to the next page was a guess, and no second page with other items has proved it. */
    UNPROVED_GUESS(false),
    /** A page that is not like those before it, such as an empty object. */
    ODD_PAGE(false);

    private final boolean contradicts;

    Kind(boolean contradicts) {
      this.contradicts = contradicts;
    }

    /** {@return whether it contradicts the end of a list, rather than raising a doubt about it} */
    public boolean contradicts() {
      return contradicts;
    }
  }

  /** Checks that nothing is missing. */
  public Evidence {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** Makes evidence that no single line of code would follow. */
  public Evidence(Kind kind, String where, String says) {
    this(kind, where, says, "");
  }

  /** {@return this evidence with the line of code that would follow it} */
  public Evidence withRemedy(String line) {
    return new Evidence(kind, where, says, line);
  }

  @Override
  public String toString() {
    return where + " says: " + says;
  }
}
