package dev.pageturner.internal.events;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.internal.json.JsonScanner;
import dev.pageturner.internal.json.NotJson;
import dev.pageturner.internal.json.Utf8;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of newline-delimited JSON into its lines, as they come.
 *
 * <p>Lines end with LF or CR LF; blank ones are skipped, and so is a byte order mark at the start.
 * Lines are checked to be UTF-8, and otherwise given out as they are: what decodes them says
 * whether one is exactly one value. A last line without an end is accepted when it is a complete
 * value. A number is not: {@code 12} may be the beginning of {@code 123}. Else the body was cut,
 * which is a failure of the transport: what came is right, and asking again can help.
 */
public final class NdjsonDecoder extends JsonRecords {
  private final LineBuffer lines;
  private final @Nullable RequestInfo request;

  /**
   * Creates a decoder.
   *
   * @param maxLineBytes the longest line, in bytes, 1 or more
   * @param request the request, for errors
   */
  public NdjsonDecoder(int maxLineBytes, @Nullable RequestInfo request) {
    if (maxLineBytes < 1) {
      throw new IllegalArgumentException("maxLineBytes < 1: " + maxLineBytes);
    }
    this.lines = new LineBuffer(LineBuffer.LF, maxLineBytes, request);
    this.request = request;
  }

  @Override
  public void feed(Buffer bytes) {
    lines.add(bytes);
  }

  @Override
  @Nullable
  ByteString read() {
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      if (!isBlank(line)) {
        return checked(line);
      }
    }
    if (!inputEnded()) {
      return null;
    }
    ByteString last = lines.hasRest() ? last(lines.rest()) : null;
    end();
    return last;
  }

  private @Nullable ByteString last(byte[] line) {
    if (isBlank(line)) {
      return null;
    }
    if (!isComplete(line)) {
      String message = place() + " has no end, and is no complete JSON value: the body was cut";
      throw new PageturnerException.Transport(Kind.TRANSPORT, message, null, request);
    }
    return checked(line);
  }

  private static boolean isComplete(byte[] line) {
    try {
      JsonScanner.check(line, 0, line.length);
      return !isDigit(line[end(line) - 1]);
    } catch (NotJson e) {
      // These are whole, as whoever decodes the line will say.
      return e.reason() == NotJson.Reason.NESTING || e.reason() == NotJson.Reason.ENCODING;
    }
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static int end(byte[] line) {
    int end = line.length;
    while (line[end - 1] <= ' ' && line[end - 1] >= 0) {
      end--;
    }
    return end;
  }

  private ByteString checked(byte[] line) {
    int broken = Utf8.firstInvalid(line, 0, line.length);
    if (broken >= 0) {
      String message = place() + " is not UTF-8, at its byte " + broken;
      throw new PageturnerException.Content(Kind.PARSE, message, null, request);
    }
    int length = line.length;
    return ByteString.of(line, 0, line[length - 1] == '\r' ? length - 1 : length);
  }

  private static boolean isBlank(byte[] line) {
    for (byte each : line) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }

  private String place() {
    return "line " + lines.number() + " (at byte " + lines.offset() + ")";
  }

  /** {@return the line given out last by its number, from 1, blank ones counted} */
  @Override
  public String last() {
    return "line " + lines.number();
  }
}
