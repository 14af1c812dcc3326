package dev.pageturner.internal.text;

/**
 * Values cut for people to read: a cursor may have many thousand characters.
 *
 * <p>A value that is data is named by a hash and its length, so that one can be told from another
 * and nothing of it is repeated. A text that is prose is cut.
 */
public final class ShortText {
  private static final int LONGEST_VALUE = 64;

  private ShortText() {}

  /** {@return a value of up to 64 characters as it is, a longer one by its hash and length} */
  public static String ofValue(String value) {
    return value.length() <= LONGEST_VALUE
        ? value
        : "%s (%d characters)".formatted(hash(value), value.length());
  }

  /** {@return a value by a hash of eight digits only, such as {@code #00c0ffee}} */
  public static String hash(Object value) {
    return "#%08x".formatted(value.hashCode());
  }

  /** {@return a URL whose query is a hash, as it may hold what is not for everybody} */
  public static String ofUrl(String url) {
    int query = url.indexOf('?');
    return query < 0 ? ofValue(url) : ofValue(url.substring(0, query)) + "?" + hash(url);
  }

  /** {@return the first characters of a text, with an ellipsis where it is cut} */
  public static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
