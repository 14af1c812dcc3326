package dev.pageturner.internal.events;

import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Pulls the elements of a stream from a source that blocks, one at a time.
 *
 * <p>It asks the source for bytes only when those that have arrived hold no complete element, so
 * that an event is given out as soon as its blank line is here. Nothing is read after the end of
 * the stream. It is for one thread, and does not close the source.
 *
 * @param <T> the elements
 */
public final class StreamReader<T> {
  private final BufferedSource source;
  private final StreamDecoder<T> decoder;
  private @Nullable IOException failure;

  /** Creates a reader that feeds {@code decoder} from {@code source}. */
  public StreamReader(BufferedSource source, StreamDecoder<T> decoder) {
    this.source = source;
    this.decoder = decoder;
  }

  /**
   * {@return the next element, or null at the end of the stream}
   *
   * @throws IOException if the source fails; later calls throw the same
   * @throws dev.pageturner.error.PageturnerException as {@link StreamDecoder#next()} does
   */
  public @Nullable T next() throws IOException {
    T element = decoder.next();
    while (element == null && !decoder.ended()) {
      read();
      element = decoder.next();
    }
    return element;
  }

  /**
   * {@return the next element if the bytes that have arrived hold it whole, or null}
   *
   * @throws dev.pageturner.error.PageturnerException as {@link StreamDecoder#next()} does
   */
  public @Nullable T arrived() {
    return decoder.next();
  }

  private void read() throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      if (source.exhausted()) {
        decoder.endOfInput();
      } else {
        decoder.feed(source.getBuffer());
      }
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
