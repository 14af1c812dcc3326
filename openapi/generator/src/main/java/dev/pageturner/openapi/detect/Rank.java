package dev.pageturner.openapi.detect;

/**
 * What goes before what, where an operation gives evidence of several kinds.
 *
 * <p>A lower rank never outweighs a higher one, however many signs it has: what the answer says of
 * its next page is followed, whatever could be counted beside it. A guess may save a request; it
 * never ends a list while a next position is there.
 */
enum Rank {
  /** The owner says it: an extension, or prose that recommends one way. */
  STATED,
  /** The answer has the next position: a cursor, a URL, a number. */
  NEXT_POSITION,
  /** A flag that can mean nothing else says whether more follow: {@code has_more}. */
  EXACT_FLAG,
  /** A flag that may be of something else, or a number of items, lets the end be guessed. */
  GUESS,
  /** The client makes the position itself, of the last item or by counting. */
  COUNTER,
  /** The request takes a position, and the document doesn't say where it comes from. */
  OPEN,
  /** The document warns of it: deprecated, or something else is recommended. */
  DISCOURAGED,
  /** Says where the items are, and nothing of pages: compared among arrays only. */
  ITEMS
}
