package dev.pageturner.internal.events;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.internal.json.JsonScanner;
import dev.pageturner.internal.json.NotJson;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a JSON text sequence (RFC 7464) into its texts, as they come.
 *
 * <p>Each text follows a record separator, which no JSON holds, and ends with a line feed. A line
 * feed inside a text, between its tokens, does not end it. A text is given out at the line feed
 * that ends it, and not at the separator of the next one, which may be long in coming. A text that
 * the next separator or the end of the body cuts is a failure of the transport, and so is a number
 * without its line feed: {@code 12} may be the beginning of {@code 123}.
 */
public final class JsonSequenceDecoder extends JsonRecords {
  private static final byte SEPARATOR = 0x1E;

  private final Buffer arrived = new Buffer();
  private final Buffer text = new Buffer();
  private final int maxBytes;
  private final @Nullable RequestInfo request;
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean blank = true;
  private long number;

  /**
   * Creates a decoder.
   *
   * @param maxBytes the longest text, in bytes, 1 or more
   * @param request the request, for errors
   */
  public JsonSequenceDecoder(int maxBytes, @Nullable RequestInfo request) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes < 1: " + maxBytes);
    }
    this.maxBytes = maxBytes;
    this.request = request;
  }

  @Override
  public void feed(Buffer bytes) {
    arrived.write(bytes, bytes.size());
  }

  @Override
  @Nullable
  ByteString read() {
    while (!arrived.exhausted()) {
      byte next = Buffers.next(arrived);
      if (next == SEPARATOR) {
        if (!blank) {
          return cut();
        }
        begin();
      } else {
        add(next);
        if (next == '\n' && isWhole()) {
          return take();
        }
      }
    }
    if (!inputEnded()) {
      return null;
    }
    end();
    return blank ? null : cut();
  }

  private void add(byte next) {
    text.writeByte(next);
    if (text.size() > maxBytes) {
      String message = "record " + (number + 1) + " is longer than " + maxBytes + " bytes";
      throw new PageturnerException.Content(Kind.TOO_LARGE, message, null, request);
    }
    blank &= next == ' ' || next == '\t' || next == '\r' || next == '\n';
    if (inString) {
      inString = escaped || next != '"';
      escaped = !escaped && next == '\\';
    } else if (next == '"') {
      inString = true;
    } else if (next == '{' || next == '[') {
      depth++;
    } else if (next == '}' || next == ']') {
      depth--;
    }
  }

  private boolean isWhole() {
    return !blank && !inString && depth <= 0;
  }

  /** A text without its line feed is whole if it could not go on. */
  private ByteString cut() {
    ByteString record = take();
    byte end = record.getByte(record.size() - 1);
    boolean digit = end >= '0' && end <= '9';
    if (digit || !isJson(record)) {
      String message = last() + " has no end: the body was cut";
      throw new PageturnerException.Transport(Kind.TRANSPORT, message, null, request);
    }
    return record;
  }

  private static boolean isJson(ByteString record) {
    try {
      byte[] bytes = record.toByteArray();
      JsonScanner.check(bytes, 0, bytes.length);
      return true;
    } catch (NotJson e) {
      // These are whole, as whoever decodes the text will say.
      return e.reason() == NotJson.Reason.NESTING || e.reason() == NotJson.Reason.ENCODING;
    }
  }

  private ByteString take() {
    ByteString record = text.readByteString();
    number++;
    begin();
    return record;
  }

  private void begin() {
    text.clear();
    depth = 0;
    inString = false;
    escaped = false;
    blank = true;
  }

  @Override
  public String last() {
    return "record " + number;
  }
}
