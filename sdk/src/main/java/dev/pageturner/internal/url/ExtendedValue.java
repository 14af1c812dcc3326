package dev.pageturner.internal.url;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Decodes parameter values such as {@code UTF-8'en'%e2%82%ac}, RFC 8187. */
final class ExtendedValue {
  private ExtendedValue() {}

  /** The text, or nothing if it is malformed or in an unknown character set. */
  static Optional<String> decode(String value) {
    int language = value.indexOf('\'');
    int text = language < 0 ? -1 : value.indexOf('\'', language + 1);
    if (text < 0) {
      return Optional.empty();
    }
    Charset charset = charset(value.substring(0, language));
    return charset == null ? Optional.empty() : decode(value, text + 1, charset);
  }

  private static @Nullable Charset charset(String name) {
    if (name.equalsIgnoreCase("UTF-8")) {
      return StandardCharsets.UTF_8;
    }
    return name.equalsIgnoreCase("ISO-8859-1") ? StandardCharsets.ISO_8859_1 : null;
  }

  private static Optional<String> decode(String value, int from, Charset charset) {
    Buffer bytes = new Buffer();
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      int octet = c == '%' ? octet(value, i + 1) : c;
      if (octet < 0 || octet > 0xff) {
        return Optional.empty();
      }
      bytes.writeByte(octet);
      i += c == '%' ? 2 : 0;
    }
    try {
      ByteBuffer all = ByteBuffer.wrap(bytes.readByteArray());
      return Optional.of(charset.newDecoder().decode(all).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int octet(String value, int at) {
    if (at + 2 > value.length()) {
      return -1;
    }
    int high = Character.digit(value.charAt(at), 16);
    int low = Character.digit(value.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }
}
