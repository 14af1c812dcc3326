/**
 * Reads event streams and newline-delimited JSON, as their bytes come.
 *
 * <p>A decoder is fed with bytes and asked for what is complete: an asynchronous transport uses it
 * as it is. A reader pulls the bytes for it from a source that blocks. Neither knows HTTP;
 * {@link dev.pageturner.internal.events.Reconnect} decides when a stream is connected again.
 *
 * <p>Imports: {@code events}, {@code error}, {@code internal.json}. Imported by:
 * {@code internal.streams}, sdk-async.
 */
@NullMarked
package dev.pageturner.internal.events;

import org.jspecify.annotations.NullMarked;
