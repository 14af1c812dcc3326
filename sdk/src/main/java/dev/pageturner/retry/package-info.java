/**
 * When to send a request again, as applications configure it: what is retried, how often, after
 * what wait, and what share of all requests may be retries.
 *
 * <p>Imports: nothing of ours. Imported by: {@code internal.http}, {@code internal.retry}, the root
 * package.
 */
@NullMarked
package dev.pageturner.retry;

import org.jspecify.annotations.NullMarked;
