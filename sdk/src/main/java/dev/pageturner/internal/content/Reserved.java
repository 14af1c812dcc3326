package dev.pageturner.internal.content;

import dev.pageturner.internal.url.PercentEncoding;

/** Encoding that leaves reserved characters (RFC 3986, section 2.2) where they do no harm. */
final class Reserved {
  /** Not {@code &} and {@code #}, which would end the value, nor {@code +}, read as a blank. */
  private static final String IN_QUERY = ":/?[]@!$'()*,;=";

  /** Not {@code ?} and {@code #}, which would end the path. */
  private static final String IN_PATH = ":/[]@!$&'()*+,;=";

  private Reserved() {}

  static String inQuery(String text) {
    return encoded(text, IN_QUERY);
  }

  static String inPath(String text) {
    return encoded(text, IN_PATH);
  }

  private static String encoded(String text, String kept) {
    StringBuilder encoded = new StringBuilder();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (kept.indexOf(text.charAt(at)) >= 0) {
        encoded.append(PercentEncoding.encode(text.substring(from, at))).append(text.charAt(at));
        from = at + 1;
      }
    }
    return encoded.append(PercentEncoding.encode(text.substring(from))).toString();
  }
}
