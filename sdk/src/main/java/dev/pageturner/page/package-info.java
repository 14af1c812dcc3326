/**
 * Pages, and the sequences that know them: one traversal's way through pages and items.
 *
 * <p>{@link dev.pageturner.page.PagedIterable} is what users hold. It walks over a
 * {@link dev.pageturner.page.PageSource}, be it HTTP, a function of the application or a list of
 * literals, and every law of paging is kept here, once for all of them.
 *
 * <p>Imports: {@code sequence}, {@code batch}, {@code pagination}, {@code position}, {@code error},
 * {@code rate}, {@code internal.walk}. Imported by: {@code metrics}, {@code internal.http},
 * {@code internal.paging}, {@code internal.streams}, the root package.
 */
@NullMarked
package dev.pageturner.page;

import org.jspecify.annotations.NullMarked;
