/**
 * Pages, and the sequences that know them, as users see them.
 *
 * <p>{@link dev.pageturner.page.PagedIterable} is what users hold;
 * {@link dev.pageturner.page.TraversalListener} is told what happens. How a traversal works is in
 * {@code internal.walk}, whose sequences {@code PagedIterable.from} makes.
 *
 * <p>Imports: {@code pagination}, {@code sequence}, {@code batch}, {@code rate}, {@code error},
 * {@code position}, {@code internal.walk}. Imported by: {@code metrics}, {@code internal.http},
 * {@code internal.paging}, {@code internal.streams}, {@code internal.walk}, the root package.
 */
@NullMarked
package dev.pageturner.page;

import org.jspecify.annotations.NullMarked;
