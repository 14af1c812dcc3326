package dev.pageturner.internal.events;

import dev.pageturner.error.PageturnerException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of one stream into its elements, as they come, without ever blocking.
 *
 * <p>{@link #feed} it with what has arrived, in pieces of any size, then ask {@link #next()} until
 * it is null. That means the end once {@link #ended()} is true, and otherwise that bytes are
 * needed. It decodes one element at a time and keeps the bytes that it was fed with until then:
 * feed it when it asks, and it holds one element at most. It is for one stream and one thread.
 *
 * @param <T> the elements
 */
public abstract sealed class StreamDecoder<T> permits EventDecoder, JsonRecords {
  private boolean inputEnded;
  private boolean ended;
  private @Nullable PageturnerException failure;

  /** Takes all bytes of {@code bytes}, which is empty afterwards. */
  public abstract void feed(Buffer bytes);

  /** Says that no more bytes will come. */
  public final void endOfInput() {
    inputEnded = true;
  }

  /**
   * {@return the next element, or null when more bytes are needed or the stream has ended}
   *
   * @throws PageturnerException if a bound is passed, the content cannot be used, the server
   *     reports an error, or the input ended too early; later calls throw the same
   */
  public final @Nullable T next() {
    if (failure != null) {
      throw failure;
    }
    try {
      return ended ? null : read();
    } catch (PageturnerException e) {
      failure = e;
      throw e;
    }
  }

  /** {@return whether the stream is complete: nothing comes any more, and nothing is missing} */
  public final boolean ended() {
    return ended;
  }

  /** {@return the next element; null if more bytes are needed, or after {@link #end()}} */
  abstract @Nullable T read();

  /** {@return whether all bytes have come} */
  final boolean inputEnded() {
    return inputEnded;
  }

  /** Says that nothing comes after this element. */
  final void end() {
    ended = true;
  }
}
