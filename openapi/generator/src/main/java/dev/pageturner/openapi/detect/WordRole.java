package dev.pageturner.openapi.detect;

import java.util.Locale;

/** What a word of the vocabulary means, by where it stands. */
enum WordRole {
  // Of requests.

  /** Asks for a number of items: {@code limit}, {@code per_page}, {@code $top}. */
  SIZE,
  /** Does so in an object that speaks of pages: {@code page[count]}. */
  SIZE_IN_PAGE,
  /** Takes an opaque position: {@code pageToken}, {@code Marker}, {@code $skiptoken}. */
  CURSOR,
  /** Takes a value of the last item: {@code starting_after}, {@code since_id}. */
  LAST_ITEM,
  /** Takes a value of the last item of a list that goes from new to old. */
  BEFORE,
  /** Counts pages: {@code page}, {@code pageNumber}. */
  PAGE,
  /** Does so in an object that speaks of pages: {@code page[number]}. */
  PAGE_IN_PAGE,
  /** Counts items: {@code offset}, {@code $skip}, {@code startIndex}. */
  OFFSET,
  /** Makes a token a secret, an offset a time zone, an {@code after} a date. */
  FOREIGN,
  /** Speaks of the way back. */
  BACKWARD,
  /** Ends a range of times or values that a bare {@code start} begins. */
  RANGE_END,
  /** An object of page options: {@code page[…]}, {@code pagination.…}. */
  PAGE_GROUP,
  /** An object of a request's body that groups options, so that fields in it count. */
  REQUEST_GROUP,
  /** A verb of an operation that reads, also where it is sent by POST. */
  READS,
  /** A verb of an operation that changes something. */
  WRITES,

  // Of answers.

  /** May stand before {@code next}: {@code odata.nextLink}. */
  BEFORE_NEXT,
  /** What a field called {@code next} may say it holds: {@code nextPageToken}. */
  HELD,
  /** An object that says {@code next} for the fields in it: {@code next: {href}}. */
  NEXT_HOLDER,
  /** Speaks of the page before. */
  PREVIOUS,
  /** A link to the page itself. */
  SELF,
  /** A position that doesn't say {@code next}: {@code cursor}, {@code continue}. */
  GIVEN_CURSOR,
  /** A position inside an envelope only: {@code paging.cursors.after}. */
  GIVEN_IN_ENVELOPE,
  /** An object that is a position: the key of the last row. */
  GIVEN_OBJECT,
  /** A header that holds a position: {@code X-Next-Cursor}. */
  HEADER,
  /** A flag that says that more follow: {@code has_more}. */
  MORE,
  /** A flag that says that it is over: {@code is_last}. */
  END,
  /** The number of all items. */
  TOTAL,
  /** The number of all items or of those in this page. */
  COUNT,
  /** The number of pages. */
  TOTAL_PAGES,
  /** An object that wraps a page rather than being a thing of the API. */
  ENVELOPE,
  /** A fact about pages, by which an object is one whatever it is called. */
  PAGE_FACT,
  /** Tells one thing from others, so that what has it is that thing. */
  IDENTITY,
  /** An array of items whatever the items are: {@code data}. */
  LISTED,
  /** An array that stands beside the items: {@code warnings}. */
  ASIDE,
  /** Of those, a set of things that an API may list as well. */
  SET,
  /** An object that adds no depth to what is in it. */
  WRAPPING,

  // Of both.

  /** What items are called where it doesn't matter what they are: {@code max <items>}. */
  ITEMS;

  /** {@return how the vocabulary writes it: {@code size in page}} */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
