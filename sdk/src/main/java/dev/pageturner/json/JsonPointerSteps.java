package dev.pageturner.json;

import java.util.ArrayList;
import java.util.List;

/** The steps of a JSON Pointer (RFC 6901). */
final class JsonPointerSteps {
  private static final int DIGITS_OF_AN_INDEX = 9;

  private JsonPointerSteps() {}

  static List<String> of(String pointer) {
    List<String> steps = new ArrayList<>();
    if (pointer.isEmpty()) {
      return steps;
    }
    if (pointer.charAt(0) != '/') {
      throw new IllegalArgumentException("a JSON Pointer begins with '/': " + pointer);
    }
    int from = 1;
    while (from <= pointer.length()) {
      int slash = pointer.indexOf('/', from);
      int to = slash < 0 ? pointer.length() : slash;
      steps.add(unescape(pointer, from, to));
      from = to + 1;
    }
    return steps;
  }

  private static String unescape(String pointer, int from, int to) {
    StringBuilder step = new StringBuilder(to - from);
    int i = from;
    while (i < to) {
      boolean escape = pointer.charAt(i) == '~';
      step.append(escape ? escaped(pointer, i + 1, to) : pointer.charAt(i));
      i += escape ? 2 : 1;
    }
    return step.toString();
  }

  private static char escaped(String pointer, int i, int to) {
    return switch (i < to ? pointer.charAt(i) : ' ') {
      case '0' -> '~';
      case '1' -> '/';
      default ->
        throw new IllegalArgumentException("'~' without 0 or 1 in a JSON Pointer: " + pointer);
    };
  }

  /** {@return the index that a step names in an array, or -1 if it names none} */
  static int index(String step) {
    if (step.isEmpty() || step.length() > DIGITS_OF_AN_INDEX) {
      return -1;
    }
    for (int i = 0; i < step.length(); i++) {
      if (step.charAt(i) < '0' || step.charAt(i) > '9') {
        return -1;
      }
    }
    return step.length() > 1 && step.charAt(0) == '0' ? -1 : Integer.parseInt(step);
  }
}
