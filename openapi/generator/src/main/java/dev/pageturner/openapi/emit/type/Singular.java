package dev.pageturner.openapi.emit.type;

/**
 * One of several things: {@code category} of {@code categories}, {@code dataItem} of {@code data}.
 */
final class Singular {
  private Singular() {}

  static String of(String plural) {
    if (plural.endsWith("ies") && plural.length() > 4) {
      return cut(plural, 3) + "y";
    }
    if (plural.matches(".*(?:ss|sh|ch|x|z)es")) {
      return cut(plural, 2);
    }
    if (plural.matches(".*[a-rt-zA-Z]s") && !plural.matches(".*(?:us|is)")) {
      return cut(plural, 1);
    }
    return plural + "Item";
  }

  private static String cut(String text, int end) {
    return text.substring(0, text.length() - end);
  }
}
