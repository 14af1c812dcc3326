package dev.pageturner.position;

/** Why a traversal ended. A failure is not an end: the iterator may be asked again. */
public enum StopReason {
  /** The list is complete: the server said so, in the way its pagination defines. */
  END_OF_LIST,
  /** As many items were given out as were asked for. */
  MAX_ITEMS,
  /** As many pages were read as were asked for. */
  MAX_PAGES,
  /** The consumer closed the traversal. */
  CLOSED
}
