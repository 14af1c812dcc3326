/**
 * Permits: who waits for one, in which order, and when it comes back; and the gate that keeps
 * everybody out until a server is ready again.
 *
 * <p>One queue serves blocking and non-blocking callers in the order in which they came; it asks
 * {@code PermitLog}, a pure log of completions, or a limiter of resilience4j. Only
 * {@code PermitQueue} reads a clock and waits.
 *
 * <p>Imports: {@code rate}, {@code error}, {@code internal.hints}, {@code internal.time}. Imported
 * by: {@code rate}, {@code internal.http}, sdk-async.
 */
@NullMarked
package dev.pageturner.internal.rate;

import org.jspecify.annotations.NullMarked;
