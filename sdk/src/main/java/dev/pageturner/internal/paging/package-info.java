/**
 * Paged lists over HTTP: positions become requests, responses become pages.
 *
 * <p>{@code PageRequests} builds a request, {@code HttpPage} reads a response item by item and
 * picks up the signals on the way, {@code NextPosition} decides where the next page starts,
 * {@code internal.detect} decides how an unknown endpoint pages. Only {@code HttpReader} sends.
 *
 * <p>Imports: {@code pagination}, {@code page}, {@code auth}, {@code error}, {@code position},
 * {@code internal.detect}, {@code internal.http}, {@code internal.json}, {@code internal.text},
 * {@code internal.url}, {@code internal.walk}. Imported by: the root package, sdk-async.
 */
@NullMarked
package dev.pageturner.internal.paging;

import org.jspecify.annotations.NullMarked;
