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
