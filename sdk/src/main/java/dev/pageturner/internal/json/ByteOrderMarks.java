package dev.pageturner.internal.json;

import org.jspecify.annotations.Nullable;

/** The beginning of a text: its byte order mark, and the encodings that it gives away. */
public final class ByteOrderMarks {
  private static final int[] UTF_8 = {0xEF, 0xBB, 0xBF};
  /** Stands for any character of ASCII but zero. */
  private static final int ASCII = -1;

  private ByteOrderMarks() {}

  /** {@return the length of the UTF-8 byte order mark that the line begins with, or 0} */
  public static int length(LineReader line) {
    return startsWith(line, UTF_8) ? UTF_8.length : 0;
  }

  /**
   * {@return the encoding other than UTF-8 that the first line of a JSON text is in, if that can be
   * seen}
   *
   * <p>JSON begins with two ASCII characters, or one, so that its zeros give the encoding away.
   */
  public static @Nullable String otherEncoding(LineReader line) {
    if (startsWith(line, 0xFF, 0xFE, 0, 0) || startsWith(line, ASCII, 0, 0, 0)) {
      return "UTF-32LE";
    }
    if (startsWith(line, 0, 0, 0xFE, 0xFF) || startsWith(line, 0, 0, 0, ASCII)) {
      return "UTF-32BE";
    }
    if (startsWith(line, 0xFF, 0xFE) || startsWith(line, ASCII, 0)) {
      return "UTF-16LE";
    }
    if (startsWith(line, 0xFE, 0xFF) || startsWith(line, 0, ASCII)) {
      return "UTF-16BE";
    }
    return null;
  }

  private static boolean startsWith(LineReader line, int... start) {
    if (line.to() - line.from() < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      int b = line.bytes()[line.from() + i] & 0xFF;
      if (start[i] == ASCII ? b == 0 || b >= 0x80 : b != start[i]) {
        return false;
      }
    }
    return true;
  }
}
