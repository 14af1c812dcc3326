package dev.pageturner.openapi.emit.name;

import java.util.Optional;

/** What English plurals are of. */
public final class Plural {
  private Plural() {}

  /**
   * {@return one of several things: {@code category} of {@code categories}; empty for what is no
   * plural}
   */
  public static Optional<String> singular(String plural) {
    if (plural.endsWith("ies") && plural.length() > 4) {
      return Optional.of(cut(plural, 3) + "y");
    }
    if (plural.matches(".*(?:ss|sh|(?<!ca)ch|x|zz|alias|bus|canvas|status|virus)es")) {
      return Optional.of(cut(plural, 2));
    }
    return plural.matches(".*[a-rt-zA-Z]s") && !plural.matches(".*(?:us|is)")
        ? Optional.of(cut(plural, 1))
        : Optional.empty();
  }

  private static String cut(String text, int end) {
    return text.substring(0, text.length() - end);
  }
}
