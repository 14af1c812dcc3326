/**
 * Rate limits as applications configure them: {@link dev.pageturner.rate.RateLimit} for clients,
 * {@link dev.pageturner.rate.CompletionRateLimiter} for whoever uses resilience4j.
 *
 * <p>Both are made by {@code internal.rate}, which has the queue and gives the permits; the two
 * packages are one room.
 *
 * <p>Imports: {@code internal.rate}. Imported by: {@code page}, {@code internal.http},
 * {@code internal.rate}, the root package.
 */
@NullMarked
package dev.pageturner.rate;

import org.jspecify.annotations.NullMarked;
