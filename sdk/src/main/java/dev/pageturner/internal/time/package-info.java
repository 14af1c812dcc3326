/**
 * Reading the clock and being called later, which tests replace, and durations as nanoseconds.
 *
 * <p>Imports: nothing of ours. Imported by: {@code internal.http}, {@code internal.rate},
 * {@code internal.retry}, the root package, sdk-async.
 */
@NullMarked
package dev.pageturner.internal.time;

import org.jspecify.annotations.NullMarked;
