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

/**
 * Turns the bytes of one event stream into its events, as they come.
 *
 * <p>It does what the HTML standard says, section 9.2.6, and on top of that what
 * {@link EventOptions} say: an end marker ends the stream, an event that reports an error is
 * thrown, and a stream that stops too early is an error.
 */
public final class EventDecoder extends StreamDecoder<ServerEvent> {
  private final EventOptions options;
  private final @Nullable RequestInfo request;
  private final EventParser parser;
  private String lastEventId;
  private @Nullable ServerEvent terminal;
  private long events;

  /**
   * Creates a decoder for a stream from its start.
   *
   * @param options what ends the stream, and its bounds
   * @param request the request, for errors
   * @param alive told of each complete line, comments as well: a server that sends a comment now
   *     and then is not idle
   */
  public EventDecoder(EventOptions options, @Nullable RequestInfo request, Runnable alive) {
    this(options, request, alive, "");
  }

  /**
   * Creates a decoder for a stream that goes on.
   *
   * @param lastEventId the id of the last event before, or empty
   */
  public EventDecoder(
      EventOptions options, @Nullable RequestInfo request, Runnable alive, String lastEventId) {
    this.options = options;
    this.request = request;
    this.parser = new EventParser(options, request, alive, lastEventId);
    this.lastEventId = lastEventId;
  }

  @Override
  public void feed(Buffer bytes) {
    parser.feed(bytes);
  }

  @Override
  @Nullable
  ServerEvent read() {
    ServerEvent event = parser.next();
    lastEventId = parser.lastEventId();
    if (event != null) {
      return judge(event);
    }
    if (inputEnded()) {
      checkEnd();
      end();
    }
    return null;
  }

  private @Nullable ServerEvent judge(ServerEvent event) {
    EventMeaning meaning = EventMeaning.of(event, options);
    switch (meaning) {
      case ERROR_TYPE -> throw apiError("is of type " + event.type(), event);
      case ERROR_MEMBER -> throw apiError("has a member error", event);
      case END, LAST_EVENT -> {
        terminal = event;
        end();
      }
      case EVENT -> {}
    }
    if (meaning == EventMeaning.END) {
      return null;
    }
    events++;
    return event;
  }

  private PageturnerException apiError(String sign, ServerEvent event) {
    String message = "the server reports an error: event " + (events + 1) + " " + sign;
    return PageturnerException.Content.quoting(Kind.API_ERROR, message, event.data(), request);
  }

  private void checkEnd() {
    boolean cut = parser.endedInsideEvent();
    ServerEvent unfinished = parser.unfinished();
    // Some servers leave out the blank line after their last word.
    if (unfinished != null && options.endMarkers().contains(unfinished.data())) {
      terminal = unfinished;
      return;
    }
    if (options.cutIgnored() && !options.endRequired()) {
      return;
    }
    if (events == 0 && unfinished == null && parser.strangeLines() > 0) {
      throw new PageturnerException.Content(
          Kind.PARSE, "the response is no event stream: it has lines, but no event", null, request);
    }
    if (cut || options.endRequired()) {
      String where = cut ? "in the middle of an event" : "without its end marker";
      String message = "the event stream ended " + where + ", after event " + events;
      throw new PageturnerException.Transport(Kind.TRANSPORT, message, null, request);
    }
  }

  /** {@return the end marker, or the event of an end type, that ended the stream} */
  public Optional<ServerEvent> terminal() {
    return Optional.ofNullable(terminal);
  }

  /** {@return how many events were given out} */
  public long events() {
    return events;
  }

  /** {@return the id to go on after, or empty; that of an unfinished event does not count} */
  public String lastEventId() {
    return lastEventId;
  }

  /** {@return how long the server wants to be left alone before it is connected again} */
  public Optional<Duration> retry() {
    return parser.retry();
  }
}
