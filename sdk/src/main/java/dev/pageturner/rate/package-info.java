/**
 * Rate limits and the permits they give, what servers say about theirs, and the gate that keeps
 * everybody out until a server is ready again.
 *
 * <p>{@link dev.pageturner.rate.RateLimit} is what an application configures. Behind it one queue
 * serves blocking and non-blocking callers in the order in which they came; it asks
 * {@code PermitLog}, a pure log of completions, or a limiter of resilience4j. {@code ServerHint}
 * reads the header fields; its parsers are pure functions.
 *
 * <p>Imports: {@code error}, {@code internal.time}. Imported by: {@code page},
 * {@code internal.http}, the root package.
 */
@NullMarked
package dev.pageturner.rate;

import org.jspecify.annotations.NullMarked;
