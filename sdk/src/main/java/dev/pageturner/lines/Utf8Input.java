package dev.pageturner.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns a text in a charset whose lines cannot be split byte by byte into UTF-8. */
final class Utf8Input extends InputStream {
  private static final int CHARS = 1 << 12;

  private final Reader reader;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final CharBuffer chars = CharBuffer.allocate(CHARS).flip();
  private final ByteBuffer bytes = ByteBuffer.allocate(3 * CHARS).flip();
  private boolean ended;

  Utf8Input(InputStream in, Charset charset, CodingErrorAction malformed) {
    this.reader = new InputStreamReader(
        in, charset.newDecoder().onMalformedInput(malformed).onUnmappableCharacter(malformed));
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
    // Half a surrogate pair may be left over from before.
    chars.compact();
    ended = reader.read(chars) < 0;
    chars.flip();
    bytes.clear();
    encoder.encode(chars, bytes, ended);
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
