package dev.pageturner.internal.paging;

import dev.pageturner.internal.detect.Outline;
import dev.pageturner.pagination.Pagination;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The decision on how an endpoint pages, put off to the end of a page that is streamed.
 *
 * @param outline takes down what comes after the items
 * @param decision decides, when the page was read to its end
 */
record LateDetection(Outline outline, Function<Seen, Pagination> decision) {
  /**
   * The items that went by.
   *
   * @param lastItem the JSON of the last one, null if there was none
   * @param count how many
   */
  record Seen(@Nullable String lastItem, long count) {}
}
