package dev.pageturner.internal.http;

import java.nio.charset.StandardCharsets;

/** Percent-encoding, RFC 3986 section 2, which leaves the unreserved characters only. */
final class PercentEncoding {
  private static final String HEX = "0123456789ABCDEF";

  private PercentEncoding() {}

  static String encode(String value) {
    checkPairs(value);
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

  /** Java would write a question mark for half of a pair. */
  private static void checkPairs(String value) {
    if (value.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
      throw new IllegalArgumentException("half of a surrogate pair");
    }
  }

  private static boolean isUnreserved(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || "-._~".indexOf(octet) >= 0;
  }
}
