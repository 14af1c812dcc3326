package dev.pageturner.openapi.model;

import java.util.Locale;

/**
 * Text of others, such as a document or a server, as it may stand on a terminal and in a log.
 *
 * <p>What a terminal would obey, or what changes how the text around it looks, is written as its
 * code: ESC and all other control characters of ASCII and Latin-1, marks of direction and other
 * characters without a look, line separators, unpaired surrogates, and what Unicode has not
 * assigned. Everything else stays as it is.
 */
public final class Printable {
  private Printable() {}

  /** {@return the text on one line, with codes such as {@code \u001b} where it needs them} */
  public static String of(String text) {
    if (text.codePoints().allMatch(Printable::is)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    text.codePoints().forEach(c -> {
      if (is(c)) {
        line.appendCodePoint(c);
      } else {
        line.append(String.format(Locale.ROOT, "\\u%04x", c));
      }
    });
    return line.toString();
  }

  /**
   * {@return the same JSON, in whose strings escapes stand for what may not stand as it is}
   *
   * @param json a value on one line; tabs between its tokens stay
   */
  public static String json(String json) {
    StringBuilder line = new StringBuilder();
    json.codePoints().forEach(c -> {
      if (c == '\t' || is(c)) {
        line.appendCodePoint(c);
      } else {
        for (char half : Character.toChars(c)) {
          line.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
        }
      }
    });
    return line.toString();
  }

  /** {@return whether the character may stand as it is} */
  public static boolean is(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
