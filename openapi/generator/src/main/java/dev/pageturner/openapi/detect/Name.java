package dev.pageturner.openapi.detect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A name without its spelling: {@code next_page_token}, {@code nextPageToken} and
 * {@code Next-Page-Token} are one.
 *
 * @param joined letters and digits in lower case: {@code nextpagetoken}
 * @param words the words in lower case: {@code next}, {@code page}, {@code token}
 */
record Name(String joined, List<String> words) {

  static Name of(String text) {
    String spaced = text.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2");
    List<String> words = Arrays.stream(spaced.split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
    return new Name(String.join("", words), words);
  }

  boolean has(String word) {
    return words.contains(word);
  }

  boolean matches(String regex) {
    return joined.matches(regex);
  }

  /** {@return the last word in the singular, as good as English allows} */
  String noun() {
    return words.isEmpty() ? "" : singular(words.get(words.size() - 1));
  }

  /** {@return the whole name in the singular} */
  String singular() {
    return singular(joined);
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.matches(".*(?:sses|shes|ches|xes|zes)")) {
      return word.substring(0, word.length() - 2);
    }
    return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
  }
}
