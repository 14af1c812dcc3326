package dev.pageturner.internal.http;

import dev.pageturner.internal.http.Failures.NotText;
import dev.pageturner.internal.json.Utf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a text in UTF-8 without a byte order mark, whatever they came in: JSON is UTF-8 (RFC
 * 8259, section 8.1), and the servers that send something else should be read right or not at all.
 *
 * @param bytes an array that holds them
 * @param from where they begin
 * @param to where they end
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: the array is handed on at once.
record TextBytes(byte[] bytes, int from, int to) {
  static TextBytes of(byte[] bytes, int size, @Nullable MediaType type) throws IOException {
    int from = bomLength(bytes, size);
    int wrong = Utf8.firstInvalid(bytes, from, size);
    Charset wide = wideCharset(bytes, size);
    if (wrong < 0 && wide == null) {
      return new TextBytes(bytes, from, size);
    }
    Charset declared = type == null ? null : type.charset();
    Charset charset = wide != null ? wide : declared;
    if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
      throw new NotText("the body is not UTF-8 at byte " + wrong);
    }
    return decoded(bytes, size, charset);
  }

  static int bomLength(byte[] bytes, int size) {
    boolean bom =
        size >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    return bom ? 3 : 0;
  }

  /** The first character of JSON is ASCII, so that zero bytes beside it tell UTF-16 and UTF-32. */
  private static @Nullable Charset wideCharset(byte[] bytes, int size) {
    if (size < 2) {
      return null;
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if ((first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe)) {
      return StandardCharsets.UTF_16;
    } else if (first == 0 && second != 0) {
      return StandardCharsets.UTF_16BE;
    } else if (first != 0 && second == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }

  private static TextBytes decoded(byte[] bytes, int size, Charset charset) throws IOException {
    try {
      CharSequence text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, 0, size));
      byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
      return new TextBytes(utf8, 0, utf8.length);
    } catch (CharacterCodingException e) {
      throw new NotText("the body is not " + charset);
    }
  }
}
