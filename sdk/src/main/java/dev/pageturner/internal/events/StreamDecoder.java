package dev.pageturner.internal.events;

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
public sealed interface StreamDecoder<T> permits EventDecoder, JsonRecords {
  /** Takes all bytes of {@code bytes}, which is empty afterwards. */
  void feed(Buffer bytes);

  /** Says that no more bytes will come. */
  void endOfInput();

  /**
   * {@return the next element, or null when more bytes are needed or the stream has ended}
   *
   * @throws dev.pageturner.error.PageturnerException if a bound is passed, the content cannot be
   *     used, the server reports an error, or the input ended too early; later calls throw the same
   */
  @Nullable
  T next();

  /** {@return whether the stream is complete: nothing comes any more, and nothing is missing} */
  boolean ended();
}
