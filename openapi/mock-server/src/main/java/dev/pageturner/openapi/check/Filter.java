package dev.pageturner.openapi.check;

import java.util.Locale;
import java.util.Set;

/** Query parameters that choose items. */
final class Filter {
  private static final Set<String> NO_FILTERS = Set.of(
      "fields",
      "include",
      "expand",
      "embed",
      "select",
      "format",
      "version",
      "api-version",
      "api_version",
      "lang",
      "locale",
      "pretty",
      "alt",
      "callback");

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
    return !NO_FILTERS.contains(name.toLowerCase(Locale.ROOT).replace("$", ""));
  }
}
