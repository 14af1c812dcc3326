/**
 * The way of one request over HTTP, from authentication to its answer.
 *
 * <p>Imports: {@code page}, {@code auth}, {@code rate}, {@code retry}, {@code error},
 * {@code internal.hints}, {@code internal.json}, {@code internal.rate}, {@code internal.retry},
 * {@code internal.text}, {@code internal.time}, {@code internal.url}. Imported by:
 * {@code internal.content}, {@code internal.detect}, {@code internal.paging},
 * {@code internal.streams}, the root package, sdk-async.
 */
@NullMarked
package dev.pageturner.internal.http;

import org.jspecify.annotations.NullMarked;
