package dev.pageturner.internal.events;

import dev.pageturner.internal.json.Utf8;
import java.nio.charset.StandardCharsets;

/** UTF-8 as the WHATWG Encoding standard decodes it. */
final class EventText {
  private static final char REPLACEMENT = '\uFFFD';

  private EventText() {}

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
      int length = Utf8.sequence(bytes, at, bytes.length);
      if (length > 0) {
        text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      } else {
        text.append(REPLACEMENT);
        at += broken(bytes, at);
      }
    }
    return text.toString();
  }

  /** {@return how many bytes one U+FFFD stands for: those that may have begun a character} */
  private static int broken(byte[] bytes, int at) {
    int length = 1;
    while (at + length < bytes.length && Utf8.isCut(bytes, at, at + length + 1)) {
      length++;
    }
    return length;
  }
}
