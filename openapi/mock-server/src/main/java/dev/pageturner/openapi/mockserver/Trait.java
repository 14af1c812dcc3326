package dev.pageturner.openapi.mockserver;

import dev.pageturner.openapi.mockserver.internal.trait.TraitName;
import dev.pageturner.openapi.mockserver.internal.trait.Traits;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One way in which a mock server is as hard on its clients as real APIs are: cursors that expire,
 * totals that lie, items that are inserted between two pages.
 *
 * <p>A trait has a name and a value, {@code cursor-life=5m}, by which {@link #parse}, the
 * annotation, the command line and documents call it. In a document it is a member of
 * {@code x-pageturner-mock}, an object at the root or in an operation: {@code x-pageturner-mock:
 * {cursor-life: 5m}}. The options of a server go before an operation's, and these before those of
 * the root; the value {@code off} takes a trait away. Traits can be combined. What a list has no
 * place for is left out, as a total where the document describes none; {@link MockList#traits} says
 * which traits a list has. Immutable.
 */
public final class Trait {
  private final String name;
  private final String value;

  private Trait(String name, String value) {
    Traits unused = Traits.of(Map.of(name, value));
    this.name = name;
    this.value = value;
  }

  private static Trait of(TraitName name, Object value) {
    return new Trait(name.word(), value.toString());
  }

  private static String written(Duration time) {
    return time.toString().substring("PT".length()).toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * {@return the trait of a text such as {@code cursor-life=5m} or {@code bound-cursors}}
   *
   * @throws IllegalArgumentException if there is no such trait, or its value has another form
   */
  public static Trait parse(String text) {
    String[] sides = text.split("=", 2);
    return new Trait(sides[0].strip(), sides.length == 2 ? sides[1].strip() : "true");
  }

  /** {@return all traits with their values' forms, each with what it does, for help} */
  public static List<String> usages() {
    return Arrays.stream(TraitName.values())
        .map(name -> name.usage() + ": " + name.effect())
        .toList();
  }

  /** {@return {@code cursor-life}: a cursor expires so long after it was given out} */
  public static Trait cursorLife(Duration life) {
    return of(TraitName.CURSOR_LIFE, written(life));
  }

  /** {@return {@code cursor-requests}: a cursor is good for the next requests to its list only} */
  public static Trait cursorRequests(int requests) {
    return of(TraitName.CURSOR_REQUESTS, requests);
  }

  /** {@return {@code expired-status}: 410, as without this trait, or 400 for expired cursors} */
  public static Trait expiredStatus(int status) {
    return of(TraitName.EXPIRED_STATUS, status);
  }

  /**
   * {@return {@code fresh-cursor}: the refusal of an expired cursor has a fresh one for the same
   * place} It stands where pages have their next position; lists with next links have it as the
   * link in {@code Location}.
   */
  public static Trait freshCursor() {
    return of(TraitName.FRESH_CURSOR, true);
  }

  /**
   * {@return {@code bound-cursors}: a cursor is refused with 400 if the parameters beside it are
   * not those of the request that it was given to} The page size may change.
   */
  public static Trait boundCursors() {
    return of(TraitName.BOUND_CURSORS, true);
  }

  /** {@return {@code offset-cap}: pages that start behind so many items are refused with 400} */
  public static Trait offsetCap(int items) {
    return of(TraitName.OFFSET_CAP, items);
  }

  /** {@return {@code result-cap}: a list ends after so many items, and its total stops there} */
  public static Trait resultCap(int items) {
    return of(TraitName.RESULT_CAP, items);
  }

  /**
   * {@return {@code quota}: so many points in any window of that length, beyond which requests are
   * answered with 429} A page costs one point for each item that is asked for, any other request
   * costs one; the header {@code X-Request-Cost} says how many.
   */
  public static Trait quota(int points, Duration window) {
    return of(TraitName.QUOTA, points + "/" + written(window));
  }

  /**
   * {@return {@code delta}: the last page has a sync token; a request with it lists the items that
   * were added, changed or removed since the walk began}
   */
  public static Trait delta() {
    return of(TraitName.DELTA, true);
  }

  /**
   * {@return {@code query}: lists answer the method QUERY (RFC 10008) as well} The members of a
   * JSON body, or the fields of a form, count as parameters of the query.
   */
  public static Trait query() {
    return of(TraitName.QUERY, true);
  }

  /**
   * {@return {@code accepted-first}: the first requests for the first page of a list are answered
   * with 202}
   *
   * @param requests how many
   * @param wait what {@code Retry-After} says, in whole seconds rounded up
   */
  public static Trait acceptedFirst(int requests, Duration wait) {
    return of(TraitName.ACCEPTED_FIRST, requests + "/" + written(wait));
  }

  /**
   * {@return {@code repeated-headers}: lists with {@code Link} headers send two of them, the link
   * to the first page before the link to the next}
   */
  public static Trait repeatedHeaders() {
    return of(TraitName.REPEATED_HEADERS, true);
  }

  /**
   * {@return {@code end-flag}: a flag {@code has_more} beside the next position, where the document
   * describes none}
   *
   * @param honest whether it is true; otherwise it says on each page that there are no more
   */
  public static Trait endFlag(boolean honest) {
    return of(TraitName.END_FLAG, honest ? "honest" : "wrong");
  }

  /** {@return {@code total=too-small}: totals are half of what they should be} */
  public static Trait totalTooSmall() {
    return of(TraitName.TOTAL, "too-small");
  }

  /** {@return {@code total=too-large}: totals are larger by one page} */
  public static Trait totalTooLarge() {
    return of(TraitName.TOTAL, "too-large");
  }

  /** {@return {@code total=of-this-page}: totals are the number of items of the page} */
  public static Trait totalOfThisPage() {
    return of(TraitName.TOTAL, "of-this-page");
  }

  /**
   * {@return {@code insert-between-pages}: a writer inserts so many items at the head of a list
   * before each page but the first}
   */
  public static Trait insertBetweenPages(int items) {
    return of(TraitName.INSERT_BETWEEN_PAGES, items);
  }

  /**
   * {@return {@code delete-between-pages}: a writer deletes the first items of a list before each
   * page but the first}
   */
  public static Trait deleteBetweenPages(int items) {
    return of(TraitName.DELETE_BETWEEN_PAGES, items);
  }

  /** {@return the name, such as {@code cursor-life}} */
  public String name() {
    return name;
  }

  /** {@return the value, {@code true} for a trait without one} */
  public String value() {
    return value;
  }

  /** {@return name and value, as {@link #parse} reads them} */
  @Override
  public String toString() {
    return value.equals("true") ? name : name + "=" + value;
  }
}
