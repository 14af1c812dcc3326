package dev.pageturner.internal.json;

/** Reads a string in quotes, RFC 9535 section 2.3.1.1; used once. */
final class PathString {
  private final String text;
  private final char quote;
  private int at;

  PathString(String text, int start) {
    this.text = text;
    this.quote = start < text.length() ? text.charAt(start) : ' ';
    this.at = start;
  }

  /** The index behind the closing quote, once it was read. */
  int end() {
    return at;
  }

  String read() {
    if (quote != '\'' && quote != '"') {
      throw error("no name in quotes");
    }
    at++;
    StringBuilder value = new StringBuilder();
    while (next() != quote) {
      char c = next();
      if (c < ' ') {
        throw error("a control character that is not escaped");
      }
      at++;
      value.append(c == '\\' ? escaped() : String.valueOf(c));
    }
    at++;
    return value.toString();
  }

  private String escaped() {
    char c = next();
    int control = "bfnrt".indexOf(c);
    if (control >= 0) {
      at++;
      return "\b\f\n\r\t".substring(control, control + 1);
    }
    if (c == quote || c == '/' || c == '\\') {
      at++;
      return String.valueOf(c);
    }
    if (c != 'u') {
      throw error("an unknown escape");
    }
    at++;
    return unicode();
  }

  private String unicode() {
    char first = hex();
    if (!Character.isSurrogate(first)) {
      return String.valueOf(first);
    }
    if (Character.isHighSurrogate(first) && text.startsWith("\\u", at)) {
      at += 2;
      char second = hex();
      if (Character.isLowSurrogate(second)) {
        return new String(new char[] {first, second});
      }
    }
    throw error("half of a surrogate pair");
  }

  private char hex() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = next() < 0x80 ? Character.digit(next(), 16) : -1;
      if (digit < 0) {
        throw error("a \\u without 4 hexadecimal digits");
      }
      value = value << 4 | digit;
      at++;
    }
    return (char) value;
  }

  private char next() {
    if (at >= text.length()) {
      throw error("no closing quote");
    }
    return text.charAt(at);
  }

  private IllegalArgumentException error(String what) {
    return new IllegalArgumentException(what + " at index " + at + " of path: " + text);
  }
}
