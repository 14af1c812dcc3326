package dev.pageturner.lines;

import dev.pageturner.internal.json.ByteOrderMarks;
import dev.pageturner.internal.json.LineReader;
import dev.pageturner.internal.json.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** One traversal's decoder of lines of text. */
final class TextDecoder implements LineDecoder<String> {
  private final Charset charset;
  private final CodingErrorAction malformed;
  private final CharsetDecoder decoder;

  TextDecoder(Charset charset, CodingErrorAction malformed) {
    this.charset = charset;
    this.malformed = malformed;
    this.decoder =
        charset.newDecoder().onMalformedInput(malformed).onUnmappableCharacter(malformed);
  }

  /** {@return whether the byte 0x0A is a line feed in the charset, wherever it stands} */
  static boolean splitsAtBytes(Charset charset) {
    String name = charset.name();
    boolean wide = name.contains("UTF-16") || name.contains("UTF-32");
    // EBCDIC has its line feed elsewhere, and some charsets have no encoder to ask.
    return !wide && "\n".equals(new String(new byte[] {'\n'}, charset));
  }

  @Override
  public String decode(LineReader line) throws LineFault {
    if (line.number() == 1 && charset.equals(StandardCharsets.UTF_8)) {
      line.skip(ByteOrderMarks.length(line));
    }
    int length = line.to() - line.from();
    if (charset.equals(StandardCharsets.UTF_8)) {
      checkUtf8(line);
      return new String(line.bytes(), line.from(), length, charset);
    }
    try {
      return decoder.decode(ByteBuffer.wrap(line.bytes(), line.from(), length)).toString();
    } catch (CharacterCodingException e) {
      throw LineFault.parse("not " + charset.name());
    }
  }

  private void checkUtf8(LineReader line) throws LineFault {
    if (malformed != CodingErrorAction.REPORT) {
      return;
    }
    int invalid = Utf8.firstInvalid(line.bytes(), line.from(), line.to());
    if (invalid >= 0) {
      long offset = line.offset() + invalid - line.from();
      throw LineFault.parse("not UTF-8 at byte " + offset);
    }
  }
}
