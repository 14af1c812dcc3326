package dev.pageturner.internal.json;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/**
 * Bytes for a JSON reader, with the offset that the reader has come to.
 *
 * <p>A reader takes whole segments at a time; what it has not parsed yet is still in its buffer and
 * does not count.
 */
public final class CountedSource {
  private final Counter counter;
  private final BufferedSource buffered;

  private CountedSource(Counter counter) {
    this.counter = counter;
    this.buffered = Okio.buffer(counter);
  }

  /** {@return the bytes of an array} */
  public static CountedSource of(byte[] bytes, int from, int to) {
    return new CountedSource(new Counter(new ArraySource(bytes, from, to)));
  }

  /** {@return the bytes of a source} */
  public static CountedSource of(Source source) {
    return new CountedSource(new Counter(source));
  }

  /** {@return what the reader reads from} */
  public BufferedSource source() {
    return buffered;
  }

  /** {@return how many bytes were parsed} */
  public long offset() {
    return counter.taken - buffered.getBuffer().size();
  }

  /** Counts what goes through it. */
  private static final class Counter implements Source {
    private final Source source;
    private long taken;

    Counter(Source source) {
      this.source = source;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = source.read(sink, byteCount);
      if (read > 0) {
        taken += read;
      }
      return read;
    }

    @Override
    public Timeout timeout() {
      return source.timeout();
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }

  /** The bytes of an array. */
  private static final class ArraySource implements Source {
    private final byte[] bytes;
    private final int to;
    private int from;

    ArraySource(byte[] bytes, int from, int to) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
    }

    @Override
    public long read(Buffer sink, long byteCount) {
      if (from == to) {
        return -1;
      }
      int read = (int) Math.min(byteCount, to - from);
      sink.write(bytes, from, read);
      from += read;
      return read;
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {
      // An array holds nothing open.
    }
  }
}
