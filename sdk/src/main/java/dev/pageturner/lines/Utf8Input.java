package dev.pageturner.lines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns a text in a charset whose lines cannot be split byte by byte into UTF-8. */
final class Utf8Input extends InputStream {
  private static final int CHARS = 1 << 12;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final ByteBuffer encoded = ByteBuffer.allocate(1 << 13).flip();
  private final CharBuffer chars = CharBuffer.allocate(CHARS);
  private final ByteBuffer bytes = ByteBuffer.allocate(3 * CHARS).flip();
  private boolean inputEnded;
  private boolean ended;

  Utf8Input(InputStream in, Charset charset, CodingErrorAction malformed) {
    this.in = in;
    this.decoder =
        charset.newDecoder().onMalformedInput(malformed).onUnmappableCharacter(malformed);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!bytes.hasRemaining()) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(target, offset, count);
    return count;
  }

  private void fill() throws IOException {
    CoderResult result = decoder.decode(encoded, chars, inputEnded);
    // What stands before a fault is given out before the fault is thrown.
    if (result.isError() && chars.position() == 0) {
      result.throwException();
    }
    boolean starved = result.isUnderflow();
    ended = starved && inputEnded && decoder.flush(chars).isUnderflow();
    encode();
    if (starved && !inputEnded) {
      readMore();
    }
  }

  private void encode() {
    chars.flip();
    bytes.clear();
    encoder.encode(chars, bytes, ended);
    bytes.flip();
    // Half a surrogate pair may be left over.
    chars.compact();
  }

  private void readMore() throws IOException {
    encoded.compact();
    int count = in.read(encoded.array(), encoded.position(), encoded.remaining());
    inputEnded = count < 0;
    encoded.position(encoded.position() + Math.max(count, 0));
    encoded.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
