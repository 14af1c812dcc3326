package dev.pageturner.openapi.mockserver.internal.fault;

/**
 * What a fault does to a page, as far as it has to do with positions.
 *
 * @param kind what
 * @param origin the origin that the next link leads to, for {@link Kind#OTHER_HOST}
 */
public record Twist(Kind kind, String origin) {
  /** What becomes of the next position. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** The next position is that of this very page. */
    SAME_CURSOR,
    /** The next position is that of the first page. */
    CYCLE,
    /** The page has no items, and the next one those that it should have had. */
    EMPTY_PAGE,
    /** The next link leads to another origin. */
    OTHER_HOST
  }

  public static final Twist NONE = new Twist(Kind.NONE, "");
}
