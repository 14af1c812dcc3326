package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.detect.Envelope;
import dev.pageturner.internal.detect.ItemsPath;
import dev.pageturner.internal.detect.Outline;
import dev.pageturner.internal.http.CallExchange;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page that has nothing where its items should be: an empty page, or no page at all.
 *
 * <p>Servers leave out what is empty: beside a cursor, a flag or a total, or beside members that
 * the pages before had, no items are an empty list. So is an empty object (ProtoJSON writes no
 * empty lists), though the end of the list is not proved by it. Everything else is an answer of
 * another kind, such as a message, or has its items under another name.
 *
 * @param items where the items should be
 * @param page what the page looks like
 * @param before what the pages before had, in this traversal
 */
record MissingItems(Items items, Outline page, Envelope before) {
  private static final int MOST_NAMED = 8;

  /**
   * Makes sure that the page is an empty one.
   *
   * @param signals whether something was found that the pagination looks for
   * @throws PageturnerException if it is no page; the message says what is missing and what is
   *     there
   */
  void check(boolean signals, CallExchange exchange) {
    boolean known = signals || members().anyMatch(before.members()::contains);
    if (isEmptyObject() || (known && !hasOtherList())) {
      return;
    }
    throw new PageturnerException.Content(
        Kind.PARSE,
        "no items at " + place() + " in the page from " + exchange.shown() + "; it has " + there()
            + (before.members().isEmpty()
                ? ""
                : ", the pages before had " + named(before.members().stream())),
        null,
        exchange.info());
  }

  private boolean isEmptyObject() {
    return page.objects().equals(List.of(PathExpression.parse("$")))
        && members().findAny().isEmpty();
  }

  /** An array with elements that no page before had: the items, under another name. */
  private boolean hasOtherList() {
    return page.arrays().stream()
        .anyMatch(array -> array.count() > 0 && !before.members().contains(array.path()));
  }

  private Stream<PathExpression> members() {
    return Stream.concat(
            Stream.concat(page.scalars().keySet().stream(), page.objects().stream()),
            page.arrays().stream().map(Outline.Array::path))
        .filter(path -> !path.isRoot());
  }

  private JsonPath place() {
    return ItemsPath.of(items);
  }

  private String there() {
    if (members().findAny().isPresent()) {
      return named(members());
    }
    String root = page.scalars().get(PathExpression.parse("$"));
    return root == null ? "nothing" : root.equals("null") ? "null" : "a single value";
  }

  private static String named(Stream<PathExpression> paths) {
    List<String> names =
        paths.map(PathExpression::toString).sorted().limit(MOST_NAMED + 1).toList();
    return names.size() <= MOST_NAMED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMED)) + " and more";
  }
}
