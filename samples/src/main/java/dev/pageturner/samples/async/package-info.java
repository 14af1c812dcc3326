/**
 * Lists without blocking a thread: work on items at once, and hand pages to a reactive library.
 *
 * <p>Imports: {@code shop}, {@code shop.client}. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.samples.async;

import org.jspecify.annotations.NullMarked;
