package dev.pageturner.openapi.check;

import java.util.Locale;

/** Words for people: what a terminal would obey is written as a code, numbers have separators. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** {@return the text with everything but letters, signs, blanks and line feeds as codes} */
  static String text(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (c == '\n' || isPlain(c)) {
        shown.appendCodePoint(c);
      } else {
        shown.append(String.format(Locale.ROOT, "\\u%04x", c));
      }
    });
    return shown.toString();
  }

  /** Marks of direction and unpaired surrogates would change what else is on the terminal. */
  private static boolean isPlain(int c) {
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

  /** {@return a value of the server on one line, its beginning only if it is long} */
  static String value(String value) {
    String shown = text(value.replace("\n", " "));
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST - 1) + "…";
  }

  /** {@return a number and what it counts, such as {@code 1,200 items}} */
  static String counted(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }
}
