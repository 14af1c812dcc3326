package dev.pageturner.pagination;

/** What ends a list besides the absence of a next position. */
public enum EndRule {
  /** A page without items is the last one. Always so for counters, unless a flag says otherwise. */
  EMPTY_PAGE,
  /** A page with fewer items than asked for is the last one. */
  SHORT_PAGE,
  /** A cursor equal to the one just sent means the end, rather than a loop. */
  REPEATED_CURSOR,
  /**
   * A cursor or link may come back equal to the one just sent, since the server moves on by itself,
   * as scroll ids do: the list goes on until a page is empty. Such a list cannot be resumed from a
   * checkpoint, because its position does not say how far it has come.
   */
  CONSTANT_CURSOR,
  /** A cursor decides, even where a flag says that there are no more pages. */
  CURSOR_WINS,
  /** A cursor that is an empty string is a cursor, rather than the end. */
  EMPTY_STRING_IS_A_CURSOR,
  /** A cursor of white space is the end, rather than a cursor. */
  BLANK_CURSOR
}
