/**
 * How an endpoint pages: where its items are, how the next page is signalled and when the list
 * ends, how the next request carries the position, what the last page offers for later. Independent
 * choices; every dialect is a combination.
 *
 * <p>Everything here is a value: it says what to do and does nothing. {@code internal.paging} acts
 * on it.
 *
 * <p>Imports: {@code internal.json}. Imported by: {@code page}, {@code internal.detect},
 * {@code internal.paging}, the root package.
 */
@NullMarked
package dev.pageturner.pagination;

import org.jspecify.annotations.NullMarked;
