package dev.pageturner.internal.events;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import java.util.Arrays;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Cuts bytes into lines as they come, without looking at a byte twice. */
final class LineBuffer {
  /** Line ends of JSON Lines; a carriage return is white space there. */
  static final ByteString LF = ByteString.encodeUtf8("\n");
  /** Line ends of event streams: each of the two, and both together. */
  static final ByteString CR_OR_LF = ByteString.encodeUtf8("\r\n");

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Buffer bytes = new Buffer();
  private final ByteString ends;
  private final int maxBytes;
  private final @Nullable RequestInfo request;
  private long scanned;
  private boolean lineFeedBelongsToLast;
  private long number;
  private long offset;
  private long nextOffset;

  LineBuffer(ByteString ends, int maxBytes, @Nullable RequestInfo request) {
    this.ends = ends;
    this.maxBytes = maxBytes;
    this.request = request;
  }

  /** Takes all bytes of {@code more}. */
  void add(Buffer more) {
    bytes.write(more, more.size());
  }

  /** {@return the next line without its end, or null when more bytes are needed} */
  byte @Nullable [] next() {
    dropLineFeedOfLast();
    long end = bytes.indexOfElement(ends, scanned);
    scanned = end < 0 ? bytes.size() : end;
    checkLength();
    return end < 0 ? null : take();
  }

  // The line was given out at its CR, since waiting for an LF that may not come would block.
  private void dropLineFeedOfLast() {
    if (lineFeedBelongsToLast && !bytes.exhausted()) {
      lineFeedBelongsToLast = false;
      if (bytes.getByte(0) == '\n') {
        skip(1);
      }
    }
  }

  private void checkLength() {
    if (scanned > maxBytes) {
      throw new PageturnerException.Content(
          Kind.TOO_LARGE,
          "line " + (number + 1) + " is longer than " + maxBytes + " bytes",
          null,
          request);
    }
  }

  private byte[] take() {
    offset = nextOffset;
    nextOffset += scanned;
    byte[] line = Buffers.take(bytes, scanned);
    scanned = 0;
    if (!bytes.exhausted()) {
      lineFeedBelongsToLast = bytes.getByte(0) == '\r';
      skip(1);
    }
    return ++number == 1 ? withoutBom(line) : line;
  }

  private void skip(int count) {
    Buffers.skip(bytes, count);
    nextOffset += count;
  }

  private static byte[] withoutBom(byte[] line) {
    boolean marked = line.length >= 3 && Arrays.equals(line, 0, 3, BOM, 0, 3);
    return marked ? Arrays.copyOfRange(line, 3, line.length) : line;
  }

  /** {@return whether there are bytes that belong to no complete line} */
  boolean hasRest() {
    dropLineFeedOfLast();
    return !bytes.exhausted();
  }

  /** {@return the bytes after the last line end, as a line} */
  byte[] rest() {
    dropLineFeedOfLast();
    scanned = bytes.size();
    checkLength();
    return take();
  }

  /** {@return the number of the line given out last, from 1} */
  long number() {
    return number;
  }

  /** {@return the place of that line's first byte in the stream, from 0} */
  long offset() {
    return offset;
  }
}
