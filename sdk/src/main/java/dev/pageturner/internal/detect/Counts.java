package dev.pageturner.internal.detect;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a response says of the number of all items and of all pages.
 *
 * @param items the number of all items, -1 for none
 * @param pages the number of all pages, -1 for none
 */
record Counts(long items, long pages) {
  private static final Set<String> NOUNS = Set.of(
      "count",
      "counts",
      "item",
      "items",
      "result",
      "results",
      "element",
      "elements",
      "record",
      "records",
      "size",
      "hit",
      "hits",
      "row",
      "rows",
      "entry",
      "entries",
      "object",
      "objects",
      "entity",
      "entities",
      "document",
      "documents",
      "doc",
      "docs",
      "match",
      "matches",
      "matching",
      "found",
      "length",
      "resource",
      "resources",
      "number",
      "num",
      "of",
      "all",
      "overall",
      "value",
      "available",
      "list");

  private static final Set<String> ESTIMATES =
      Set.of("estimate", "estimated", "approx", "approximate", "approximated");

  /** Beside one of these, a {@code total} is a sum of money. */
  private static final Set<String> MONEY = Set.of(
      "currency",
      "subtotal",
      "tax",
      "vat",
      "amount",
      "price",
      "discount",
      "balance",
      "fee",
      "fees");

  private static final Set<String> COUNTING = Set.of("count", "num", "number", "matches", "found");

  private static final Set<String> COUNTING_ALONE = Set.of("count", "matches", "found");

  private static final Set<String> PAGE_NOUNS = Set.of("page", "pages");
  private static final Set<String> PAGE_COUNTING =
      Set.of("total", "count", "num", "number", "nb", "last", "max", "of", "no");

  /** How a name counts. */
  enum Kind {
    /** All items. */
    ITEMS,
    /** All items, roughly, or a total of something else. */
    ROUGH_ITEMS,
    /** Items of this page or of all; more than were read, they can only be all. */
    SOME_ITEMS,
    /** Items that are left. */
    ITEMS_LEFT,
    /** All pages. */
    PAGES,
    /** All pages, or something else that has pages. */
    SOME_PAGES
  }

  /** {@return what the response names, exact names only} */
  static Counts of(List<Statement> statements) {
    return new Counts(
        first(statements, Kind.ITEMS, Set.of()), first(statements, Kind.PAGES, Set.of()));
  }

  private static long first(List<Statement> statements, Kind kind, Set<String> listNames) {
    return statements.stream()
        .filter(each -> kindOf(each, listNames).equals(Optional.of(kind)))
        .flatMap(each -> each.number().stream())
        .findFirst()
        .orElse(-1L);
  }

  /**
   * {@return how a statement counts, if its name speaks of a count}
   *
   * @param listNames what the items are called, in singular
   */
  static Optional<Kind> kindOf(Statement statement, Set<String> listNames) {
    return kindOf(statement, statement.words(), listNames)
        .or(() -> kindOf(statement, statement.withoutVendor(), listNames));
  }

  private static Optional<Kind> kindOf(
      Statement statement, List<String> words, Set<String> listNames) {
    if (words.stream().anyMatch(PAGE_NOUNS::contains)) {
      return pages(statement, words);
    }
    boolean total = words.contains("total") || words.contains("totals");
    if (words.contains("remaining")) {
      boolean items = words.stream().anyMatch(w -> isNoun(w, listNames) && !w.equals("count"));
      return items ? Optional.of(Kind.ITEMS_LEFT) : Optional.empty();
    }
    boolean nounsOnly = words.stream()
        .allMatch(w -> w.equals("total") || ESTIMATES.contains(w) || isNoun(w, listNames));
    if (!nounsOnly || (words.size() == 1 && isMoney(statement))) {
      return Optional.empty();
    } else if (words.stream().anyMatch(ESTIMATES::contains)) {
      return Optional.of(Kind.ROUGH_ITEMS);
    } else if (total) {
      boolean vague = words.size() == 1;
      return Optional.of(!vague || statement.near() ? Kind.ITEMS : Kind.ROUGH_ITEMS);
    }
    return counts(statement, words);
  }

  /** {@code numFound} is all; {@code count} and {@code result_count} may be this page's. */
  private static Optional<Kind> counts(Statement statement, List<String> words) {
    if (words.equals(List.of("num", "found")) || words.equals(List.of("number", "found"))) {
      return Optional.of(Kind.ITEMS);
    }
    boolean alone = words.size() == 1;
    boolean counts = words.stream().anyMatch(alone ? COUNTING_ALONE::contains : COUNTING::contains);
    return counts && (!alone || statement.near()) ? Optional.of(Kind.SOME_ITEMS) : Optional.empty();
  }

  private static Optional<Kind> pages(Statement statement, List<String> words) {
    boolean counting =
        words.stream().allMatch(w -> PAGE_NOUNS.contains(w) || PAGE_COUNTING.contains(w));
    boolean plural = words.contains("pages")
        || words.contains("total")
        || words.contains("count")
        || words.contains("last")
        || words.contains("max");
    // page_total is the number of items on this page as often as the number of pages.
    if (!counting || !plural || words.equals(List.of("page", "total"))) {
      return Optional.empty();
    } else if (words.size() > 1) {
      return Optional.of(Kind.PAGES);
    }
    // The pages of a book are none of a list: one word needs a second one beside or around it.
    boolean witness = statement.siblings().stream()
        .anyMatch(w -> Set.of("page", "total", "limit", "per", "count", "size").contains(w));
    boolean inEnvelope = !statement.where().matches("\\$\\.\\w+");
    Kind kind = witness || inEnvelope ? Kind.PAGES : Kind.SOME_PAGES;
    return statement.near() ? Optional.of(kind) : Optional.empty();
  }

  private static boolean isNoun(String word, Set<String> listNames) {
    return NOUNS.contains(word) || listNames.contains(Words.singular(word));
  }

  private static boolean isMoney(Statement statement) {
    return statement.siblings().stream().anyMatch(MONEY::contains);
  }
}
