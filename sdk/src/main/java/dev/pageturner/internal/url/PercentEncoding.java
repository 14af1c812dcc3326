package dev.pageturner.internal.url;

import java.nio.charset.StandardCharsets;

/** Percent-encoding, RFC 3986 section 2, which leaves the unreserved characters only. */
public final class PercentEncoding {
  private static final String HEX = "0123456789ABCDEF";

  private PercentEncoding() {}

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
    // Java would write a question mark for half of a pair.
    if (value.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
      throw new IllegalArgumentException("half of a surrogate pair");
    }
    StringBuilder encoded = new StringBuilder(value.length() + 16);
    for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HEX.charAt((octet & 0xff) >> 4)).append(HEX.charAt(octet & 0xf));
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || "-._~".indexOf(octet) >= 0;
  }
}
