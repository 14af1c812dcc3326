package dev.pageturner.openapi.cli.options;

import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much is asked for, and how fast. */
public final class TraversalChoices {
  @Option(
      names = "--page-size",
      paramLabel = "ITEMS",
      description = "Items per page; --size-param says how to ask for them.")
  private @Nullable Integer pageSize;

  @Option(
      names = "--max-items",
      paramLabel = "ITEMS",
      description = "Ends after so many items; those before --resume count.")
  private @Nullable Long maxItems;

  @Option(
      names = "--max-pages",
      paramLabel = "PAGES",
      description = "Ends after so many pages; those before --resume count.")
  private @Nullable Long maxPages;

  @Mixin
  private PaceOptions pace = new PaceOptions();

  @Option(
      names = "--prefetch",
      paramLabel = "PAGES",
      description = "Pages to read ahead. Default: 0.")
  private int prefetch;

  @Option(
      names = "--max-same-pages",
      paramLabel = "PAGES",
      description = {"So many repetitions of a page, one after the other, are a loop. Default: 2."})
  private @Nullable Integer maxSamePages;

  @Option(
      names = "--accept-incomplete",
      description = {
        "An end of the list that is in doubt, or that the server's own words contradict, is told",
        "and makes no failure."
      })
  private boolean incompleteAccepted;

  /** {@return whether the list is read to its end} */
  public boolean isWhole() {
    return maxItems == null && maxPages == null;
  }

  /** {@return how fast requests go out, and how often again} */
  public PaceOptions pace() {
    return pace;
  }

  /**
   * {@return the list with these choices}
   *
   * @param items the list
   * @param itemsBefore the items of it that earlier runs have written
   * @param pagesBefore the pages of it that earlier runs have read to their ends
   */
  public PagedIterable<RawJson> apply(
      PagedIterable<RawJson> items, long itemsBefore, long pagesBefore) {
    PagedIterable<RawJson> all = prefetch == 0 ? items : items.prefetch(prefetch);
    all = maxSamePages == null ? all : all.maxSamePages(maxSamePages);
    all = incompleteAccepted ? all.acceptIncomplete() : all;
    all = pageSize == null ? all : all.pageSize(pageSize);
    all = maxPages == null ? all : all.maxPages(Math.max(0, maxPages - pagesBefore));
    return maxItems == null ? all : all.maxItems(Math.max(0, maxItems - itemsBefore));
  }

  /** Makes sure that there is a way to ask for the page size, if one is wanted. */
  public void check(Pagination pagination) {
    if (pageSize != null && pagination.pageSize().isEmpty()) {
      throw new IllegalArgumentException(
          "--page-size needs --size-param, such as limit or per_page");
    }
    boolean sized = pageSize != null
        || pagination.pageSize().filter(size -> size.usual() > 0).isPresent();
    if (pagination.extraItem() && !sized) {
      throw new IllegalArgumentException("--extra-item needs --page-size");
    }
    atLeast(1, pageSize, "--page-size");
    atLeast(0, maxItems, "--max-items");
    atLeast(0, maxPages, "--max-pages");
    atLeast(1, maxSamePages, "--max-same-pages");
    atLeast(0, prefetch, "--prefetch");
  }

  private static void atLeast(long least, @Nullable Number value, String option) {
    if (value != null && value.longValue() < least) {
      throw new IllegalArgumentException(option + " is at least " + least);
    }
  }

  /** {@return the items to end after, if that was said} */
  public OptionalLong maxItems() {
    return maxItems == null ? OptionalLong.empty() : OptionalLong.of(maxItems);
  }

  /** {@return the pages to end after, if that was said} */
  public OptionalLong maxPages() {
    return maxPages == null ? OptionalLong.empty() : OptionalLong.of(maxPages);
  }

  /** {@return whether an end that is not believed is taken as it comes} */
  public boolean isIncompleteAccepted() {
    return incompleteAccepted;
  }

  /** {@return whether pages are read ahead} */
  public boolean isAhead() {
    return prefetch > 0;
  }
}
