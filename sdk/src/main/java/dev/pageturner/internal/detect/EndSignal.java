package dev.pageturner.internal.detect;

/** Why a traversal takes a page for the last one. */
public enum EndSignal {
  /** The flag in use says that there are no more pages. */
  FLAG,
  /** The cursor or URL in use is there, and it is null or false. */
  NULL,
  /** The cursor or URL in use is there, and it is an empty or blank text, object or array. */
  EMPTY,
  /** The cursor, URL or link in use is not there. */
  ABSENT,
  /** As many items were read as the total in use says. */
  TOTAL_ITEMS,
  /** As many pages were read as the page count in use says. */
  TOTAL_PAGES,
  /** The page has no items, which ends a counted list, or any list whose rules say so. */
  EMPTY_PAGE,
  /** The page has fewer items than were asked for, and the rules say that this is the end. */
  SHORT_PAGE,
  /** The cursor is the one just sent, and the rules say that this is the end. */
  REPEATED_CURSOR,
  /** The page has no item beyond the page size, where one is expected while there are more. */
  NO_EXTRA_ITEM,
  /** All items of the page overlap with those before it, and it is not full. */
  NOTHING_NEW,
  /** All items of a full page overlap with those before: there may be more of their key. */
  ONE_KEY,
  /** The status is one that the rules name as the end. */
  END_STATUS,
  /** The page offers what only the end of a list offers: where what changes later begins. */
  LATER,
  /** Nothing: the list is taken to have one page. */
  ONE_PAGE
}
