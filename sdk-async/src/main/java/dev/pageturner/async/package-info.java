/**
 * The lists, calls and streams of the SDK for those who must not block a thread: publishers that
 * send what is asked for, and futures.
 *
 * <p>Everything that decides is shared with the SDK; only the last step differs: requests are
 * enqueued and waits are scheduled.
 *
 * <p>Imports: {@code async.internal}, the public packages of the SDK. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.async;

import org.jspecify.annotations.NullMarked;
