package dev.pageturner.internal.json;

import com.squareup.moshi.JsonReader;

/**
 * Marks a {@link JsonReader} whose bytes {@link JsonScanner} has accepted, so that exact values
 * read from it need not be scanned again.
 */
public final class CheckedText {
  private static final CheckedText MARK = new CheckedText();

  private CheckedText() {}

  /** Marks a reader. */
  public static void mark(JsonReader reader) {
    reader.setTag(CheckedText.class, MARK);
  }

  /** {@return whether the reader was marked} */
  public static boolean isMarked(JsonReader reader) {
    return reader.tag(CheckedText.class) != null;
  }
}
