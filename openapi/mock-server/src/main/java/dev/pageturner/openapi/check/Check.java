package dev.pageturner.openapi.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One question that is put to a list. */
public enum Check {
  /** A walk reaches the end of the list, and nothing the server says contradicts that end. */
  COMPLETE("The list is complete"),
  /** No item is on two pages. */
  UNIQUE("Nothing comes twice"),
  /** A second walk gives the same items in the same order. */
  ORDER("The order is stable"),
  /** Pages have the size that was asked for, and a cap on it loses nothing. */
  SIZE("The page size is honoured"),
  /** The last page says that it is the last one, and no page before it looks like it. */
  END("The last page says so"),
  /** The number of all items is the number of items that come. */
  TOTALS("Totals are true"),
  /** A cursor that comes back with another filter is refused, or gives its own list. */
  FILTER("A cursor keeps its filter"),
  /** Next links lead to the origin of the list. */
  LINKS("Next links stay on the host"),
  /** An item that is added between two pages neither doubles nor hides another one. */
  INSERT("An insert between pages does no harm"),
  /** The server tells its rate limit, and how long to wait once it is reached. */
  LIMITS("Rate limits are told"),
  /** Media type, character set, caching and compression are told and fit the content. */
  HEADERS("Headers fit the content");

  private final String title;

  Check(String title) {
    this.title = title;
  }

  /** {@return what holds when the check passes, in a few words} */
  public String title() {
    return title;
  }

  /** {@return the name for command lines and programs, in lower case} */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * {@return the check of that id}
   *
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  public static Check of(String id) {
    return Arrays.stream(values())
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no check '" + id + "'; there are "
            + Arrays.stream(values()).map(Check::id).collect(Collectors.joining(", "))));
  }
}
