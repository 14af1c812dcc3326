/** Lists without blocking a thread: work on items at once, and hand pages to a reactive library. */
@NullMarked
package dev.pageturner.samples.async;

import org.jspecify.annotations.NullMarked;
