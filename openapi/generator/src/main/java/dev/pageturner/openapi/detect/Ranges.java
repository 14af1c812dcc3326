package dev.pageturner.openapi.detect;

import java.util.List;

/**
 * Ranges that sound like counters: {@code start} and {@code end}, {@code from_date} and
 * {@code to_date}. Both ends are filters of the caller's, and nothing to be counted up.
 */
final class Ranges {
  private Ranges() {}

  /** {@return whether a field begins a range that another one ends, and prose doesn't deny it} */
  static boolean isRange(List<RequestField> request, RequestField field) {
    return field.words().words().stream().anyMatch(word -> word.matches("start|from|begin|since"))
        && request.stream()
            .anyMatch(other -> ends(other.words().words(), field.words().words()))
        && !Prose.isAboutSkipping(field.description());
  }

  private static boolean ends(List<String> end, List<String> begin) {
    if (end.size() != begin.size()) {
      return false;
    }
    boolean ends = false;
    for (int i = 0; i < end.size(); i++) {
      boolean here = isEnd(end.get(i)) && begin.get(i).matches("start|from|begin|since");
      if (!here && !end.get(i).equals(begin.get(i))) {
        return false;
      }
      ends |= here;
    }
    return ends;
  }

  private static boolean isEnd(String word) {
    return Vocabulary.of(WordRole.RANGE_END).contain(Name.of(word));
  }
}
