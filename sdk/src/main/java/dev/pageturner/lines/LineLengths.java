package dev.pageturner.lines;

/** The bound on the length of lines. */
final class LineLengths {
  private static final int GREATEST = 1 << 30;

  private LineLengths() {}

  static int check(int bytes) {
    if (bytes < 1 || bytes > GREATEST) {
      throw new IllegalArgumentException("maxLineLength not in 1 to " + GREATEST + ": " + bytes);
    }
    return bytes;
  }
}
