package dev.pageturner.internal.events;

import java.nio.charset.StandardCharsets;

/** UTF-8 as the WHATWG Encoding standard decodes it. */
final class ReplacingUtf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private ReplacingUtf8() {}

  /**
   * {@return the text of the bytes, with U+FFFD for what is broken}
   *
   * <p>Java puts one U+FFFD for the three bytes of an encoded surrogate, the standard puts three.
   */
  static String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : decodeBroken(bytes);
  }

  private static String decodeBroken(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int at = 0; at < bytes.length; ) {
      int length = valid(bytes, at);
      if (length > 0) {
        text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      } else {
        text.append(REPLACEMENT);
        at -= length;
      }
    }
    return text.toString();
  }

  /**
   * {@return the length of the character that begins here, or minus the number of bytes that one
   * U+FFFD stands for}
   */
  private static int valid(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length = length(first);
    for (int i = 1; i < length; i++) {
      if (at + i == bytes.length || !continues(first, i, bytes[at + i] & 0xFF)) {
        return -i;
      }
    }
    return length == 0 ? -1 : length;
  }

  private static int length(int first) {
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }

  // The second byte has tighter bounds after four first bytes: no overlong forms, no surrogates,
  // nothing above U+10FFFF.
  private static boolean continues(int first, int index, int next) {
    int least = index > 1 ? 0x80 : first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = index > 1 ? 0xBF : first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return least <= next && next <= most;
  }
}
