package dev.pageturner.page;

/**
 * What to do when a traversal of {@linkplain PagedIterable#thenEach lists within lists} is resumed
 * and the list within which its checkpoint stands cannot be read on.
 *
 * <p>That is so where its outer item is gone or another one stands in its place, where the server
 * answers the first request for the rest with status 400, 404 or 410, or where the checkpoint does
 * not fit that list. What is done, unless it is an error, is told as a warning.
 */
public enum LostList {
  /** It is an error, which says what was lost; nothing is left out and nothing comes twice. */
  FAIL,
  /**
   * The rest of that list is left out. It goes on with the item after its outer item; or, where
   * that one is gone, with the list of the item in its place, from its beginning.
   */
  SKIP,
  /**
   * The list of the outer item is read from its beginning, or that of the item in its place: what
   * was given out of it before comes again.
   */
  START_OVER
}
