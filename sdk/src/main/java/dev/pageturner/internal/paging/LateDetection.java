package dev.pageturner.internal.paging;

import dev.pageturner.pagination.Pagination;
import java.util.function.Supplier;

/**
 * The decision on how an endpoint pages, put off to the end of a page that is streamed.
 *
 * @param outline takes down what comes after the items
 * @param decision decides, when the page was read to its end
 */
record LateDetection(Outline outline, Supplier<Pagination> decision) {}
