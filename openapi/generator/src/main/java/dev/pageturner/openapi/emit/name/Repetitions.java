package dev.pageturner.openapi.emit.name;

import java.util.ArrayList;
import java.util.List;

/** Words that are said twice at once: {@code reader reader}, {@code user role user role}. */
final class Repetitions {
  /** More words than this are not repeated by accident. */
  private static final int LONGEST = 5;

  private Repetitions() {}

  /** {@return the words, each sequence of them once} */
  static List<String> removed(List<String> words) {
    List<String> rest = new ArrayList<>(words);
    for (int length = LONGEST; length > 0; length--) {
      for (int i = 0; i + 2 * length <= rest.size(); ) {
        if (isRepeated(rest, i, length)) {
          rest.subList(i, i + length).clear();
        } else {
          i++;
        }
      }
    }
    return rest;
  }

  private static boolean isRepeated(List<String> words, int from, int length) {
    for (int i = from; i < from + length; i++) {
      String word = words.get(i);
      if (word.length() < 2
          || !Character.isLetter(word.charAt(0))
          || !word.equalsIgnoreCase(words.get(i + length))) {
        return false;
      }
    }
    return true;
  }
}
