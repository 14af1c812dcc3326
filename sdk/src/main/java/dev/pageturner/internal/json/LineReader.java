package dev.pageturner.internal.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream at its line feeds. A line is a slice of one buffer, which the next line reuses:
 * nothing is copied, and the buffer never grows beyond one line of the greatest length.
 */
public final class LineReader implements Closeable {
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int FIRST_CAPACITY = 1 << 16;
  // A line end of two bytes, and one byte that shows that the line goes on.
  private static final int BEYOND = 3;

  private final InputStream in;
  private final int maxLength;
  private byte[] buffer;
  private long bufferOffset;
  private int unread;
  private int end;

  private long number;
  private int from;
  private int to;
  private boolean complete;
  private boolean tooLong;

  /** Reads lines of at most {@code maxLength} bytes, without their ends. */
  public LineReader(InputStream in, int maxLength) {
    this.in = in;
    this.maxLength = maxLength;
    this.buffer = new byte[Math.min(FIRST_CAPACITY, maxLength + BEYOND)];
  }

  /** {@return whether there is one more line, which is then the current one} */
  public boolean next() throws IOException {
    if (tooLong && !complete) {
      discardRest();
    }
    tooLong = false;
    number++;
    int searched = 0;
    while (true) {
      int feed = indexOfFeed(buffer, unread + searched, end);
      if (feed >= 0) {
        return line(feed, true);
      }
      searched = end - unread;
      if (searched > maxLength + 1) {
        return line(end, false);
      }
      if (!fill()) {
        return searched > 0 && line(end, false);
      }
    }
  }

  private boolean line(int lineEnd, boolean isComplete) {
    from = unread;
    to = lineEnd;
    unread = isComplete ? lineEnd + 1 : lineEnd;
    complete = isComplete;
    if (to > from && buffer[to - 1] == '\r') {
      to--;
    }
    tooLong = to - from > maxLength;
    return true;
  }

  private void discardRest() throws IOException {
    do {
      unread = indexOfFeed(buffer, unread, end) + 1;
      if (unread > 0) {
        return;
      }
      unread = end;
    } while (fill());
  }

  private boolean fill() throws IOException {
    if (unread > 0) {
      System.arraycopy(buffer, unread, buffer, 0, end - unread);
      bufferOffset += unread;
      end -= unread;
      unread = 0;
    }
    if (end == buffer.length) {
      long doubled = Math.min(2L * end, (long) maxLength + BEYOND);
      buffer = Arrays.copyOf(buffer, (int) doubled);
    }
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(count, 0);
    return count >= 0;
  }

  private static int indexOfFeed(byte[] bytes, int from, int to) {
    int i = from;
    while (i + Long.BYTES <= to) {
      long others = (long) Utf8.EIGHT.get(bytes, i) ^ ONES * '\n';
      long found = (others - ONES) & ~others & HIGH_BITS;
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
      i += Long.BYTES;
    }
    while (i < to) {
      if (bytes[i] == '\n') {
        return i;
      }
      i++;
    }
    return -1;
  }

  /** {@return the buffer that holds the current line, until {@link #next()} is called} */
  public byte[] bytes() {
    return buffer;
  }

  /** {@return the index of the line's first byte} */
  public int from() {
    return from;
  }

  /** {@return the index behind the line's last byte, its line end left out} */
  public int to() {
    return to;
  }

  /** {@return whether the current line has nothing but white space} */
  public boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Leaves out the first bytes of the current line. */
  public void skip(int count) {
    from += count;
  }

  /** {@return the number of the current line, from 1; at the end, of the line that is not there} */
  public long number() {
    return number;
  }

  /** {@return the bytes of the stream before the current line} */
  public long offset() {
    return bufferOffset + from;
  }

  /** {@return whether the current line has a line end, rather than being the last one} */
  public boolean isComplete() {
    return complete;
  }

  /** {@return whether only the beginning of the line was read; the next call skips the rest} */
  public boolean isTooLong() {
    return tooLong;
  }

  int capacity() {
    return buffer.length;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
