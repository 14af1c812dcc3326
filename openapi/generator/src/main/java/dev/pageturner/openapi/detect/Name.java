package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name without its spelling: {@code next_page_token}, {@code nextPageToken} and
 * {@code Next-Page-Token} are one.
 *
 * @param joined letters and digits in lower case: {@code nextpagetoken}
 * @param words the words in lower case: {@code next}, {@code page}, {@code token}
 * @param singular the whole name in the singular, as good as English allows
 */
record Name(String joined, List<String> words, String singular) {
  private static final Pattern HUMP =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern PLURAL_IN_ES = Pattern.compile(".*(?:sses|shes|ches|xes|zes)");

  static Name of(String text) {
    List<String> words = BETWEEN
        .splitAsStream(HUMP.matcher(text).replaceAll(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
    String joined = String.join("", words);
    return new Name(joined, words, singular(joined));
  }

  boolean has(String word) {
    return words.contains(word);
  }

  boolean matches(String regex) {
    return joined.matches(regex);
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (PLURAL_IN_ES.matcher(word).matches()) {
      return word.substring(0, word.length() - 2);
    }
    return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
  }
}
