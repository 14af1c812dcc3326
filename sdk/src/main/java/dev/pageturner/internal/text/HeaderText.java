package dev.pageturner.internal.text;

/**
 * What can be a header (RFC 9110, section 5); errors do not repeat the value, which may be a
 * secret.
 */
public final class HeaderText {
  private HeaderText() {}

  /**
   * Checks a header.
   *
   * @param name the name
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if the name is no token, or the value holds a control
   *     character or one above ASCII
   */
  public static String checked(String name, String value) {
    if (name.isEmpty() || !name.chars().allMatch(HeaderText::isTokenCharacter)) {
      throw new IllegalArgumentException("not a header name: " + printable(name));
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && (c < ' ' || c >= 0x7f)) {
        throw new IllegalArgumentException(
            "header %s: character U+%04X at index %d".formatted(name, (int) c, i));
      }
    }
    return value;
  }

  /**
   * Checks a cookie (RFC 6265, section 4.1.1).
   *
   * @param name the name
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if the name is no token, or the value holds a character that
   *     no cookie can
   */
  public static String checkedCookie(String name, String value) {
    checked(name, value);
    if (value.chars().anyMatch(c -> c <= ' ' || "\",;\\".indexOf(c) >= 0)) {
      throw new IllegalArgumentException(
          "cookie " + name + ": a character that no cookie can hold");
    }
    return value;
  }

  private static boolean isTokenCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }

  private static String printable(String name) {
    return ShortText.cut(name, 40).replaceAll("[^\\x20-\\x7e…]", "?");
  }
}
