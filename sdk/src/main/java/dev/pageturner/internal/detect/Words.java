package dev.pageturner.internal.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a name: {@code nextPageToken}, {@code next_page_token} and {@code nextpagetoken} are
 * the same three.
 *
 * <p>Names are compared word by word, never by how they begin or end: {@code paid} does not end in
 * {@code id}, and {@code unfinished} is not {@code finished}.
 */
final class Words {
  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");

  /** What names that run their words together are made of. */
  private static final Set<String> PARTS = Set.of(
      "after",
      "available",
      "continuation",
      "count",
      "current",
      "cursor",
      "elements",
      "end",
      "entries",
      "found",
      "has",
      "hits",
      "href",
      "index",
      "is",
      "item",
      "items",
      "last",
      "limit",
      "link",
      "mark",
      "marker",
      "max",
      "more",
      "next",
      "num",
      "number",
      "offset",
      "page",
      "pages",
      "per",
      "record",
      "records",
      "result",
      "results",
      "rows",
      "size",
      "start",
      "token",
      "total",
      "truncated",
      "uri",
      "url");

  private static final int LONGEST = 64;

  private Words() {}

  /** {@return the words of a name in lower case, none if there are only signs} */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN.split(name, -1)) {
      if (!word.isEmpty()) {
        words.addAll(apart(word.toLowerCase(Locale.ROOT)));
      }
    }
    return List.copyOf(words);
  }

  /** A word that is made of known ones only; any other stays whole. */
  private static List<String> apart(String word) {
    if (word.length() > LONGEST || PARTS.contains(word)) {
      return List.of(word);
    }
    List<String> parts = parts(word);
    return parts.isEmpty() ? List.of(word) : parts;
  }

  private static List<String> parts(String word) {
    for (int end = word.length(); end > 0; end--) {
      String first = word.substring(0, end);
      if (!PARTS.contains(first)) {
        continue;
      }
      List<String> rest = end == word.length() ? List.of() : parts(word.substring(end));
      if (end == word.length() || !rest.isEmpty()) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
      }
    }
    return List.of();
  }

  /** {@return the word without the s of a plural} */
  static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
  }
}
