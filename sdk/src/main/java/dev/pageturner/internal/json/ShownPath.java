package dev.pageturner.internal.json;

/** Paths into JSON, such as {@code $.data[3].id}, at a length that fits a message. */
public final class ShownPath {
  private static final int LONGEST = 120;

  private ShownPath() {}

  /** {@return the path, without its middle if it is long} */
  public static String of(String path) {
    if (path.length() <= LONGEST) {
      return path;
    }
    int half = LONGEST / 2;
    return path.substring(0, half) + "…" + path.substring(path.length() - half);
  }
}
