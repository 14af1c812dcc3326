package dev.pageturner.openapi.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Query parameters that choose items. */
final class Filter {
  /**
   * Words in names of parameters that say which page, in which form, in which order, and to whom.
   */
  private static final Set<String> OTHER_USES = Set.of(
      "limit",
      "size",
      "per",
      "count",
      "top",
      "max",
      "rows",
      "first",
      "last",
      "take", // page size
      "page",
      "offset",
      "start",
      "skip",
      "cursor",
      "after",
      "before",
      "token",
      "next", // position
      "sort",
      "order",
      "direction",
      "dir",
      "fields",
      "include",
      "expand",
      "embed",
      "select",
      "format",
      "pretty",
      "alt",
      "callback",
      "version",
      "lang",
      "language",
      "locale",
      "total",
      "key",
      "secret",
      "sig",
      "signature",
      "auth",
      "password",
      "client");

  private Filter() {}

  /**
   * A filter that makes another list.
   *
   * @param name the parameter
   * @param value its value
   */
  record Other(String name, String value) {}

  /** {@return whether a parameter of that name may choose items, rather than their form} */
  static boolean isFilter(String name) {
    String words = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return Arrays.stream(words.split("[^a-z]+")).noneMatch(Filter::hasOtherUse);
  }

  /** Names such as {@code pagesize} run two words together. */
  private static boolean hasOtherUse(String word) {
    return OTHER_USES.contains(word) || word.matches("(page|per|max|api|access)[a-z]+");
  }
}
