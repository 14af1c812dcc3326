package dev.pageturner.internal.events;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import java.time.Duration;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The event stream of the HTML standard, section 9.2.6: bytes in, events out. */
final class EventParser {
  private final LineBuffer lines;
  private final int maxEventBytes;
  private final @Nullable RequestInfo request;
  private final Runnable alive;

  private StringBuilder data = new StringBuilder();
  private String type = "";
  private String idOfBlock;
  private long blockBytes;

  private String lastEventId;
  private @Nullable Duration retry;
  private long strangeLines;

  EventParser(
      EventOptions options, @Nullable RequestInfo request, Runnable alive, String lastEventId) {
    this.lines = new LineBuffer(LineBuffer.CR_OR_LF, options.maxLineBytes(), request);
    this.maxEventBytes = options.maxEventBytes();
    this.request = request;
    this.alive = alive;
    this.idOfBlock = lastEventId;
    this.lastEventId = lastEventId;
  }

  void feed(Buffer bytes) {
    lines.add(bytes);
  }

  /** {@return the next complete event, or null when more bytes are needed} */
  @Nullable
  ServerEvent next() {
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      alive.run();
      if (line.length > 0) {
        field(line);
      } else if (endBlock()) {
        return dispatch();
      }
    }
    return null;
  }

  private void field(byte[] line) {
    if (line[0] == ':') {
      return;
    }
    blockBytes += line.length + 1L;
    if (blockBytes > maxEventBytes) {
      throw new PageturnerException.Content(
          Kind.TOO_LARGE,
          "the event that goes on in line " + lines.number() + " is larger than " + maxEventBytes
              + " bytes",
          null,
          request);
    }
    String text = ReplacingUtf8.decode(line);
    int colon = text.indexOf(':');
    if (colon < 0) {
      field(text, "");
    } else {
      int value = text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1;
      field(text.substring(0, colon), text.substring(value));
    }
  }

  private void field(String name, String value) {
    switch (name) {
      case "data" -> data.append(value).append('\n');
      case "event" -> type = value;
      case "id" -> id(value);
      case "retry" -> retry(value);
      default -> strangeLines++;
    }
  }

  private void id(String value) {
    if (value.indexOf('\0') < 0) {
      idOfBlock = value;
    }
  }

  private void retry(String value) {
    if (!value.isEmpty() && value.chars().allMatch(c -> '0' <= c && c <= '9')) {
      retry = Duration.ofMillis(saturated(value));
    }
  }

  private static long saturated(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Ends a block of fields, and says whether it is an event. */
  private boolean endBlock() {
    lastEventId = idOfBlock;
    blockBytes = 0;
    if (data.isEmpty()) {
      type = "";
      return false;
    }
    return true;
  }

  private ServerEvent dispatch() {
    String text = data.substring(0, data.length() - 1);
    ServerEvent event = new ServerEvent(type.isEmpty() ? "message" : type, text, lastEventId);
    data = new StringBuilder(); // A new one, so that one large event does not stay for good.
    type = "";
    return event;
  }

  /**
   * Ends the input, in the last line if need be, and says whether that is in the middle of an
   * event.
   */
  boolean endedInsideEvent() {
    if (lines.hasRest()) {
      byte[] line = lines.rest();
      if (line.length > 0) {
        field(line);
      }
    }
    return blockBytes > 0;
  }

  /** {@return what the event is that the end of the input left unfinished} */
  @Nullable
  ServerEvent unfinished() {
    return data.isEmpty() ? null : dispatch();
  }

  /** {@return the id of the last complete block that had one, or empty} */
  String lastEventId() {
    return lastEventId;
  }

  /** {@return how long the server wants to be left alone before it is connected again} */
  Optional<Duration> retry() {
    return Optional.ofNullable(retry);
  }

  /** {@return how many lines were no field that the standard knows} */
  long strangeLines() {
    return strangeLines;
  }
}
