package dev.pageturner.internal.hints;

import java.io.Serial;
import java.util.function.IntPredicate;

/** The text of a field and a place in it. */
final class FieldText {
  /** What {@link #peek} returns where there is nothing. */
  static final int END = -1;

  private final String text;
  private int at;

  FieldText(String text) {
    this.text = text;
  }

  /** The field does not follow its grammar. Never leaves this package, so it needs no trace. */
  static final class Malformed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    Malformed() {
      super("malformed structured field", null, false, false);
    }
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  int peek() {
    return isAtEnd() ? END : text.charAt(at);
  }

  /** Takes one character; there must be one. */
  char take() {
    require(!isAtEnd());
    return text.charAt(at++);
  }

  /**
   * Takes {@code c}, if it is next.
   *
   * @return whether it was
   */
  boolean skip(char c) {
    boolean found = peek() == c;
    at += found ? 1 : 0;
    return found;
  }

  void expect(char c) {
    require(skip(c));
  }

  void require(boolean condition) {
    if (!condition) {
      throw new Malformed();
    }
  }

  void skipSpaces() {
    takeWhile(c -> c == ' ');
  }

  /** Spaces and tabs. */
  void skipBlanks() {
    takeWhile(c -> c == ' ' || c == '\t');
  }

  String takeWhile(IntPredicate part) {
    int start = at;
    while (!isAtEnd() && part.test(peek())) {
      at++;
    }
    return text.substring(start, at);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
