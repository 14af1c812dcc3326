package dev.pageturner.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gzip (RFC 1952), all members joined, never shorter than what was compressed.
 *
 * <p>Okio's source ends with the first member, and the JDK's stream takes a damaged second header
 * for the end. Here each member must be whole and have the right checksum; after the last one only
 * zeros may follow, which tapes and archives pad with.
 */
final class GzipInput extends InputStream {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0xE0;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 14];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final CRC32 headerChecksum = new CRC32();
  private int at;
  private int end;
  private boolean first = true;
  private boolean inMember;

  private GzipInput(InputStream in) {
    this.in = in;
  }

  /**
   * {@return the decompressed stream if this one begins as gzip does, else its bytes as they are}
   */
  static InputStream unwrap(InputStream in) throws IOException {
    PushbackInputStream peeked = new PushbackInputStream(in, 2);
    byte[] magic = peeked.readNBytes(2);
    peeked.unread(magic);
    boolean gzip = magic.length == 2 && magic[0] == (byte) MAGIC_1 && magic[1] == (byte) MAGIC_2;
    return gzip ? new GzipInput(peeked) : peeked;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (inMember || nextMember()) {
      int count = inflate(bytes, offset, length);
      if (count > 0) {
        checksum.update(bytes, offset, count);
        return count;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw new BadGzip("damaged gzip data");
      } else {
        feed();
      }
    }
    return -1;
  }

  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      throw new BadGzip("damaged gzip data");
    } catch (NullPointerException e) {
      // How an inflater says that it was closed, by another thread.
      throw new IOException("closed");
    }
  }

  private void feed() throws IOException {
    if (at == end && !fill()) {
      throw truncated();
    }
    inflater.setInput(buffer, at, end - at);
    at = end;
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    at = 0;
    end = Math.max(count, 0);
    return count >= 0;
  }

  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    if (littleEndian(4) != checksum.getValue()) {
      throw new BadGzip("gzip data with a wrong checksum");
    }
    if (littleEndian(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new BadGzip("gzip data with a wrong length");
    }
    inMember = false;
  }

  private boolean nextMember() throws IOException {
    if (!first && !hasMember()) {
      return false;
    }
    first = false;
    header();
    inflater.reset();
    checksum.reset();
    inMember = true;
    return true;
  }

  private boolean hasMember() throws IOException {
    boolean padded = false;
    while (at < end || fill()) {
      if (at == end) {
        continue;
      }
      if (buffer[at] != 0) {
        if (padded || buffer[at] != MAGIC_1) {
          throw new BadGzip("something else after the end of the gzip data");
        }
        return true;
      }
      padded = true;
      at++;
    }
    return false;
  }

  private void header() throws IOException {
    headerChecksum.reset();
    if (next() != MAGIC_1 || next() != MAGIC_2) {
      throw new BadGzip("something else after the end of the gzip data");
    }
    int method = next();
    int flags = next();
    if (method != DEFLATE || (flags & RESERVED) != 0) {
      throw new BadGzip("gzip data of an unknown form");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip((int) littleEndian(2));
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      long computed = headerChecksum.getValue() & 0xFFFF;
      if (littleEndian(2) != computed) {
        throw new BadGzip("a gzip header with a wrong checksum");
      }
    }
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    int c = next();
    while (c != 0) {
      c = next();
    }
  }

  private long littleEndian(int count) throws IOException {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (long) next() << (Byte.SIZE * i);
    }
    return value;
  }

  private int next() throws IOException {
    while (at == end) {
      if (!fill()) {
        throw truncated();
      }
    }
    int b = buffer[at++] & 0xFF;
    headerChecksum.update(b);
    return b;
  }

  private static BadGzip truncated() {
    return new BadGzip("truncated gzip data");
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
