package dev.pageturner.internal.http;

/** Values in a query. */
public final class Query {
  private Query() {}

  /**
   * Encodes a name or value, exactly once, for {@code HttpUrl.Builder.addEncodedQueryParameter}:
   * the server reads the same text back. All but letters, digits and {@code - . _ ~} is
   * percent-encoded, a blank as {@code %20} and a plus as {@code %2B}, which every server reads the
   * same way.
   *
   * @param value any text
   * @return the text, encoded
   * @throws IllegalArgumentException if the value has half of a surrogate pair, which is no
   *     character; the message does not repeat it
   */
  public static String encode(String value) {
    return PercentEncoding.encode(value);
  }
}
