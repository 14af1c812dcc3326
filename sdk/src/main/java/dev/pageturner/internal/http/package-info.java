/**
 * The way of one request over HTTP, from authentication to its answer.
 *
 * <p>Imports: {@code auth}, {@code page}, {@code rate}, {@code retry}, {@code error},
 * {@code internal.json}, {@code internal.text}, {@code internal.time}, {@code internal.url}.
 * Imported by: {@code internal.paging}, {@code internal.streams}, {@code internal.content}, the
 * root package, sdk-async.
 */
@NullMarked
package dev.pageturner.internal.http;

import org.jspecify.annotations.NullMarked;
