package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The text of a file: unpacked if its name ends in {@code .gz}, decoded, without a byte order mark.
 */
final class SourceText {
  private SourceText() {}

  static String read(Path file, String name) throws SyntaxException {
    try (InputStream raw = Files.newInputStream(file)) {
      return read(raw, name);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  static String read(InputStream raw, String name) throws SyntaxException {
    try (InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw) {
      byte[] bytes = in.readNBytes(TreeLimits.MAX_BYTES + 1);
      if (bytes.length > TreeLimits.MAX_BYTES) {
        throw new SyntaxException(top(name), TreeLimits.tooLarge());
      }
      return decode(bytes);
    } catch (CharacterCodingException e) {
      throw new SyntaxException(top(name), "not text in UTF-8 or UTF-16");
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static SyntaxException unreadable(String name, IOException e) {
    return new SyntaxException(top(name), "cannot be read: " + e.getClass().getSimpleName());
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    Charset charset = charset(bytes);
    String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return switch (first) {
      case 0xFEFF -> StandardCharsets.UTF_16BE;
      case 0xFFFE -> StandardCharsets.UTF_16LE;
      default -> StandardCharsets.UTF_8;
    };
  }

  private static Location top(String name) {
    return new Location(name, 1, "");
  }
}
