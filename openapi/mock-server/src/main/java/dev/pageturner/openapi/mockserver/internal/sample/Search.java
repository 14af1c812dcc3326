package dev.pageturner.openapi.mockserver.internal.sample;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Whether a text has a match of a document's regular expression, unless that takes too long to
 * tell: some expressions need a time that doubles with each character, or a stack that grows with
 * each.
 */
final class Search {
  private static final int MOST_STEPS = 100_000;
  private static final int MOST_CHARACTERS = 2_000;

  private Search() {}

  /** {@return false only if it is certain that there is no match} */
  static boolean finds(String pattern, String text) {
    if (pattern.length() > MOST_CHARACTERS || text.length() > MOST_CHARACTERS) {
      return true;
    }
    try {
      return Pattern.compile(pattern).matcher(new Counted(text)).find();
    } catch (PatternSyntaxException | TooLongException e) {
      // The first is an expression of another dialect than Java's.
      return true;
    }
  }

  /** A text whose characters can be read so many times. */
  private static final class Counted implements CharSequence {
    private final String text;
    private int steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST_STEPS) {
        throw new TooLongException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @SuppressWarnings("serial") // It is caught where it is thrown for.
  private static final class TooLongException extends RuntimeException {
    TooLongException() {
      super(null, null, false, false);
    }
  }
}
