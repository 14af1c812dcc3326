package dev.pageturner.internal.json;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * The items of a page that is newline-delimited JSON, line by line: each checked strictly, as a
 * slice of one buffer that the next line reuses.
 *
 * <p>Blank lines are passed over and count, and so does a byte order mark, and the separator that
 * JSON text sequences (RFC 7464) have before each item. A last line without its end is an item if
 * it is a whole value. Memory is one line, of bytes as well as of a stream. After a bad line
 * nothing more can be asked for. For one thread.
 */
public final class LineItems implements Closeable {
  private static final byte RECORD_SEPARATOR = 0x1e;

  private final LineReader lines;
  private final int maxLineBytes;

  /** A line that is no JSON value, or too long; the message has nothing of its content. */
  public static final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    private final long number;
    private final long offset;
    private final boolean tooLong;

    BadLine(long number, long offset, boolean tooLong, String what) {
      super("line " + number + " (at byte " + offset + "): " + what, null, false, false);
      this.number = number;
      this.offset = offset;
      this.tooLong = tooLong;
    }

    /** {@return the number of the line, from 1} */
    public long number() {
      return number;
    }

    /** {@return the bytes before the line} */
    public long offset() {
      return offset;
    }

    /** {@return whether the line is longer than it may be, rather than no JSON} */
    public boolean isTooLong() {
      return tooLong;
    }
  }

  /**
   * Reads lines as they come.
   *
   * @param in what to read; closed by {@link #close()}
   * @param maxLineBytes the longest line, 1 or more
   */
  public LineItems(InputStream in, int maxLineBytes) {
    this.lines = new LineReader(in, maxLineBytes);
    this.maxLineBytes = maxLineBytes;
  }

  /** {@return the items of a page in memory} */
  public static LineItems of(byte[] bytes, int from, int to, int maxLineBytes) {
    return new LineItems(new ByteArrayInputStream(bytes, from, to - from), maxLineBytes);
  }

  /**
   * {@return how many items a page in memory has}
   *
   * @throws BadLine about the first line that is none, before any item was given out
   */
  public static long count(byte[] bytes, int from, int to, int maxLineBytes) throws BadLine {
    long count = 0;
    try (LineItems items = of(bytes, from, to, maxLineBytes)) {
      while (items.next()) {
        count++;
      }
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
    return count;
  }

  /**
   * {@return whether there is one more item, which is then the current one}
   *
   * @throws IOException if the source fails
   * @throws BadLine if the next line is none
   */
  public boolean next() throws IOException, BadLine {
    while (lines.next()) {
      if (lines.isTooLong()) {
        throw new BadLine(
            lines.number(), lines.offset(), true, "longer than " + maxLineBytes + " bytes");
      }
      if (lines.number() == 1) {
        lines.skip(ByteOrderMarks.length(lines));
      }
      if (lines.to() > lines.from() && lines.bytes()[lines.from()] == RECORD_SEPARATOR) {
        lines.skip(1);
      }
      if (!lines.isBlank()) {
        check();
        return true;
      }
    }
    return false;
  }

  private void check() throws BadLine {
    try {
      JsonScanner.check(lines.bytes(), lines.from(), lines.to());
    } catch (NotJson e) {
      throw new BadLine(
          lines.number(),
          lines.offset(),
          false,
          "not JSON at byte " + (lines.offset() + e.offset()) + ": " + e.getMessage());
    }
  }

  /** {@return the current item, decoded} */
  public <T> T decoded(ValueDecoder<T> decoder) throws ValueDecoder.Misfit {
    return decoder.decodeChecked(lines.bytes(), lines.from(), lines.to());
  }

  /** {@return the buffer that holds the current item, until {@link #next()} is called} */
  public byte[] bytes() {
    return lines.bytes();
  }

  /** {@return the index of the current item's first byte in the buffer} */
  public int from() {
    return lines.from();
  }

  /** {@return the index behind its last byte} */
  public int to() {
    return lines.to();
  }

  /** {@return the number of the current line, from 1} */
  public long number() {
    return lines.number();
  }

  /** {@return the bytes of the page before the current item} */
  public long offset() {
    return lines.offset();
  }

  /** {@return whether the current line has its end: without one a number may have been cut} */
  public boolean isComplete() {
    return lines.isComplete();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
