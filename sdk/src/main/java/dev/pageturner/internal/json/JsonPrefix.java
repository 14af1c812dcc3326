package dev.pageturner.internal.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okio.BufferedSource;

/**
 * What servers put before JSON so that no web page can run it as a script: {@code )]}'} with or
 * without a comma, {@code while(1);}, {@code for(;;);} and their like, with the line end behind it.
 *
 * <p>Only the known ones are skipped, whole and once, at the very beginning. None of them begins a
 * JSON document, so that nothing of one is ever taken for a prefix.
 */
public final class JsonPrefix {
  // What begins with another one comes before it.
  private static final List<byte[]> KNOWN = List.of(
      bytes(")]}',"),
      bytes(")]}'"),
      bytes(")]},"),
      bytes(")]}"),
      bytes("while(1);"),
      bytes("while (1);"),
      bytes("while(true);"),
      bytes("for(;;);"),
      bytes("for (;;);"),
      bytes("throw 1;"),
      bytes("throw(1);"),
      bytes("&&&START&&&"),
      bytes("{} && "),
      bytes("{}&&"),
      bytes("/**/"));

  /** The bytes that decide whether there is a prefix: the longest one with its line end. */
  public static final int LONGEST = 14;

  private JsonPrefix() {}

  private static byte[] bytes(String prefix) {
    return prefix.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * {@return how many bytes before the JSON are such a prefix, 0 without one}
   *
   * @param bytes a document, or its first {@link #LONGEST} bytes
   * @param from where it starts, behind a byte order mark
   * @param to where it ends
   */
  public static int length(byte[] bytes, int from, int to) {
    for (byte[] prefix : KNOWN) {
      if (startsWith(bytes, from, to, prefix, prefix.length)) {
        return prefix.length + lineEnd(bytes, from + prefix.length, to);
      }
    }
    return 0;
  }

  /**
   * Skips the prefix of a document that is read from a source, if it has one.
   *
   * @return how many bytes were skipped
   * @throws IOException if the source fails
   */
  public static int skip(BufferedSource source) throws IOException {
    // Asks for no more bytes than decide: what follows a value may not come for a while.
    int known = 0;
    while (source.request(known + 1L) && decidesNothing(beginning(source, known + 1))) {
      known++;
    }
    int available = (int) Math.min(LONGEST, source.getBuffer().size());
    int length = length(beginning(source, available), 0, available);
    source.skip(length);
    return length;
  }

  private static byte[] beginning(BufferedSource source, int count) {
    return source.getBuffer().snapshot(count).toByteArray();
  }

  /** {@return whether the bytes are a prefix, or a part of one, so that the next byte counts} */
  private static boolean decidesNothing(byte[] bytes) {
    int length = bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    return KNOWN.stream().anyMatch(prefix -> startsWith(prefix, 0, prefix.length, bytes, length));
  }

  private static boolean startsWith(byte[] bytes, int from, int to, byte[] start, int length) {
    if (to - from < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[from + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lineEnd(byte[] bytes, int from, int to) {
    int at = from < to && bytes[from] == '\r' ? from + 1 : from;
    return at < to && bytes[at] == '\n' ? at + 1 - from : 0;
  }
}
