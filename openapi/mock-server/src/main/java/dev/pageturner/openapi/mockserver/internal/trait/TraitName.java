package dev.pageturner.openapi.mockserver.internal.trait;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The traits that a mock server can have, with the form of their values and what they do. */
public enum TraitName {
  /** The age at which cursors expire. */
  CURSOR_LIFE(TraitForm.TIME, "a cursor expires so long after it was given out"),
  /** The number of requests after which cursors expire. */
  CURSOR_REQUESTS(TraitForm.NUMBER, "a cursor is good for the next N requests to its list"),
  /** The status for expired cursors. */
  EXPIRED_STATUS(TraitForm.STATUS, "the status for an expired cursor, which the error names"),
  /** A new cursor in the refusal of an expired one. */
  FRESH_CURSOR(TraitForm.FLAG, "the refusal of an expired cursor has a fresh one"),
  /** Cursors that belong to their filters. */
  BOUND_CURSORS(TraitForm.FLAG, "a cursor is refused if other parameters came with it than before"),
  /** The largest offset. */
  OFFSET_CAP(TraitForm.NUMBER, "an offset, or a page that starts, above N is refused with 400"),
  /** The most items that a list gives out. */
  RESULT_CAP(TraitForm.NUMBER, "a list ends after N items, and its total stops there"),
  /** Points in a window of time. */
  QUOTA(TraitForm.ALLOWANCE, "N points in any window of TIME: a page costs its size, all else 1"),
  /** Sync tokens and what changed since. */
  DELTA(TraitForm.FLAG, "the last page has a sync token, which lists what changed and was removed"),
  /** The method QUERY. */
  QUERY(TraitForm.FLAG, "lists answer the method QUERY (RFC 10008), parameters in the body"),
  /** Answers that are not ready. */
  ACCEPTED_FIRST(
      TraitForm.TIMES, "the first N requests get 202 with Retry-After TIME, 1s unless it is said"),
  /** Header lines that come twice. */
  REPEATED_HEADERS(TraitForm.FLAG, "Link is sent as two lines, the first page's before the next's"),
  /** A flag beside the next position. */
  END_FLAG(
      TraitForm.HONESTY,
      "a flag has_more stands beside the next position; a wrong one always says no"),
  /** Totals that are not true. */
  TOTAL(TraitForm.LIE, "the total lies: half of it, one page more, or the items of this page"),
  /** Items that a writer inserts. */
  INSERT_BETWEEN_PAGES(TraitForm.NUMBER, "N items are inserted at the head before each later page"),
  /** Items that a writer deletes. */
  DELETE_BETWEEN_PAGES(TraitForm.NUMBER, "the first N items are deleted before each later page");

  /** The value that switches a trait off where the document or another option has it. */
  static final String OFF = "off";

  private final TraitForm form;
  private final String effect;

  TraitName(TraitForm form, String effect) {
    this.form = form;
    this.effect = effect;
  }

  /** {@return the trait of that name, such as {@code cursor-life}} */
  public static TraitName of(String word) {
    return Arrays.stream(values())
        .filter(name -> name.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there is no trait \"" + word + "\"; the traits are "
                + Arrays.stream(values()).map(TraitName::word).collect(Collectors.joining(", "))));
  }

  /** {@return the name as it is written} */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return the name with the form of its value, as in {@code cursor-life=TIME}} */
  public String usage() {
    return form == TraitForm.FLAG ? word() : word() + "=" + form.label();
  }

  /** {@return what the trait does, in words} */
  public String effect() {
    return effect;
  }

  /**
   * {@return the value of a text}
   *
   * @throws IllegalArgumentException if it has another form
   */
  Object read(String text) {
    if (text.equals(OFF)) {
      return OFF;
    }
    try {
      return form.read(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the trait " + word() + " is " + usage() + " or off, not \"" + text + "\": "
              + e.getMessage(),
          e);
    }
  }
}
