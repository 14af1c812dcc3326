package dev.pageturner.laws;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A paginated list that a seed makes up: how it pages, what it calls things, where they stand, how
 * long it is, and the one thing in which its server does not keep its word.
 *
 * @param seed makes the same world again
 * @param style how the next page is named
 * @param lie what the server does that it should not do
 * @param names what things are called
 * @param envelope where signals stand
 * @param size the items per page
 * @param count the items of the list
 * @param total what the server says of the list's length
 * @param flag what it says of there being more
 * @param end how it leaves out the next position of the last page
 * @param at the page with the lie, from 0
 * @param variant tells lies of one kind apart
 * @param asksSize whether the request names the page size
 * @param echoes whether a page repeats its number or offset
 * @param objects whether items are objects
 */
record World(
    long seed,
    Style style,
    Lie lie,
    Names names,
    Envelope envelope,
    int size,
    int count,
    Total total,
    More flag,
    End end,
    int at,
    int variant,
    boolean asksSize,
    boolean echoes,
    boolean objects) {

  /** How the next page is named. */
  enum Style {
    CURSOR,
    HEADER_CURSOR,
    NEXT_URL,
    LINK,
    OFFSET,
    PAGE
  }

  /** What a server does that it should not do. */
  enum Lie {
    NONE,
    IGNORES_THE_PARAMETER,
    RENAMES_THE_SIGNAL,
    DROPS_A_PAGE,
    STOPS_EARLY,
    SAYS_TOO_LARGE_A_TOTAL,
    SAYS_TOO_SMALL_A_TOTAL,
    SENDS_NO_PAGE,
    CAPS_THE_SIZE,
    REPEATS_THE_LAST_PAGE,
    ALTERNATES
  }

  /** Where signals stand. */
  enum Envelope {
    /** The items are the body; signals are headers. */
    BARE,
    FLAT,
    NESTED
  }

  /** What the server says of the list's length. */
  enum Total {
    NONE,
    ITEMS,
    PAGES
  }

  /** What the server says of there being more. */
  enum More {
    NONE,
    HAS_MORE,
    IS_LAST
  }

  /** How the next position of the last page is left out. */
  enum End {
    NULL,
    ABSENT,
    EMPTY
  }

  /**
   * What things are called.
   *
   * @param known whether a reader who knows many APIs would guess the parameter from the signal
   */
  record Names(
      String items,
      String meta,
      String next,
      String parameter,
      String sizeParameter,
      String total,
      String pages,
      boolean known) {}

  /** Names of a cursor, and of the parameter in which it goes back. */
  private static final List<List<String>> CURSORS = List.of(
      List.of("next_cursor", "cursor"),
      List.of("nextCursor", "cursor"),
      List.of("nextPageToken", "pageToken"),
      List.of("next_page_token", "page_token"),
      List.of("next_token", "next_token"),
      List.of("continuation_token", "continuation_token"),
      List.of("next_marker", "marker"),
      List.of("after", "after"));

  /** The last of these are names that nobody knows. */
  private static final List<List<String>> ODD_CURSORS = List.of(
      List.of("next_cursor", "c"),
      List.of("nextThingId", "thing"),
      List.of("weiter", "ab"),
      List.of("zork", "zork"));

  static World of(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Style style = one(random, Style.values());
    Envelope envelope = style == Style.LINK || style == Style.HEADER_CURSOR
        ? one(random, Envelope.values())
        : random.nextInt(6) == 0 && style.ordinal() >= Style.OFFSET.ordinal()
            ? Envelope.BARE
            : random.nextBoolean() ? Envelope.FLAT : Envelope.NESTED;
    int size = 1 + random.nextInt(6);
    int count = random.nextInt(8) == 0 ? random.nextInt(2) : random.nextInt(5 * size) + 1;
    int pages = Math.max(1, (count + size - 1) / size);
    return new World(
        seed,
        style,
        random.nextInt(3) == 0 ? Lie.NONE : one(random, Lie.values()),
        names(style, random),
        envelope,
        size,
        count,
        one(random, Total.values()),
        one(random, More.values()),
        one(random, End.values()),
        random.nextInt(pages),
        random.nextInt(1000),
        random.nextBoolean(),
        random.nextInt(4) != 0,
        random.nextInt(3) != 0);
  }

  private static Names names(Style style, Random random) {
    boolean odd = random.nextInt(5) == 0;
    List<String> cursor = one(random, odd ? ODD_CURSORS : CURSORS);
    String parameter = switch (style) {
      case CURSOR, HEADER_CURSOR -> cursor.get(1);
      case NEXT_URL, LINK -> "at";
      case OFFSET -> odd ? "von" : one(random, List.of("offset", "skip", "start"));
      case PAGE -> odd ? "seite" : one(random, List.of("page", "page_number"));
    };
    String next = style == Style.NEXT_URL
        ? one(random, odd ? List.of("weiter", "more") : List.of("next", "next_url", "nextLink"))
        : cursor.get(0);
    return new Names(
        one(random, List.of("items", "data", "results", "records", "users")),
        one(random, List.of("meta", "paging", "pagination")),
        next,
        parameter,
        one(random, List.of("limit", "per_page", "page_size")),
        one(random, List.of("total", "total_count", "totalItems")),
        one(random, List.of("total_pages", "totalPages", "page_count")),
        !odd);
  }

  private static <T> T one(Random random, T[] of) {
    return of[random.nextInt(of.length)];
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** {@return the JSON of the items, in order} */
  List<String> items() {
    return IntStream.range(0, count).mapToObj(this::item).toList();
  }

  String item(int index) {
    return objects ? "{\"id\":" + index + ",\"n\":\"x\"}" : "\"i" + index + "\"";
  }

  /** {@return path and query of the list} */
  String path() {
    String query = asksSize ? "?" + names.sizeParameter() + "=" + size : "";
    return "/w" + seed + "/list" + query;
  }

  /** {@return where a signal of the body stands} */
  String at(String name) {
    return envelope == Envelope.NESTED ? "$." + names.meta() + "." + name : "$." + name;
  }

  /** {@return how the list pages, as its documentation would say it} */
  Pagination pagination() {
    Pagination way = switch (style) {
      case CURSOR -> Pagination.cursor(at(names.next()), names.parameter());
      case HEADER_CURSOR ->
        Pagination.cursor(Source.header("X-Next"), Carrier.query(names.parameter()));
      case NEXT_URL -> Pagination.nextUrl(at(names.next()));
      case LINK -> Pagination.linkHeader();
      case OFFSET -> Pagination.offset(names.parameter(), names.sizeParameter());
      case PAGE -> Pagination.pageNumber(names.parameter(), 1);
    };
    Pagination.Builder full = way.newBuilder();
    boolean bare = envelope == Envelope.BARE;
    // Documentation does not always tell all that the server says.
    if (variant % 3 != 0 && total == Total.ITEMS) {
      full.totalItems(bare ? Source.header("X-Total-Count") : Source.body(at(names.total())));
    } else if (variant % 3 != 0 && total == Total.PAGES && style == Style.PAGE) {
      full.totalPages(bare ? Source.header("X-Total-Pages") : Source.body(at(names.pages())));
    }
    if (variant % 2 != 0 && flag != More.NONE && !bare) {
      String name = flag == More.HAS_MORE ? "has_more" : "is_last";
      full.hasMore(new Flag(Source.body(at(name)), flag == More.IS_LAST));
    }
    return full.build().items(bare ? "$" : "$." + names.items());
  }
}
