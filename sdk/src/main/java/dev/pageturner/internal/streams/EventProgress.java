package dev.pageturner.internal.streams;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.internal.events.EventDecoder;
import dev.pageturner.internal.events.EventNumbers;
import dev.pageturner.internal.events.Reconnect;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.Warnings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One way through an event stream, over as many connections as it takes: what was given out, and
 * whether a connection that ended is followed by another. It sends nothing and waits for nothing.
 */
public final class EventProgress {
  private final ApiCall asked;
  private final ApiCall call;
  private final EventOptions options;
  private final EventNumbers numbers;
  private final ResumeUrl resumeUrl;
  private @Nullable OpenStream stream;
  private @Nullable EventDecoder decoder;
  private Optional<String> goOnAfter = Optional.empty();
  private String lastEventId = "";
  private Optional<Duration> retry = Optional.empty();
  private boolean delivered;
  private int reconnects;

  /** Begins at the first connection. */
  public EventProgress(StreamSource source, EventOptions options) {
    this.asked = source.call();
    this.call = asked.withKey(UUID.randomUUID().toString()).silentFor(options.maxSilence());
    this.options = options;
    this.numbers = new EventNumbers(options, Warnings.to(source.listener()));
    this.resumeUrl = new ResumeUrl(call, options.resumeAt());
  }

  /**
   * Checks options before anything is sent.
   *
   * @throws IllegalArgumentException if they hold what is no path, or no URL
   */
  public static void check(ApiCall call, EventOptions options) {
    EventNumbers.check(options);
    ResumeUrl ignored = new ResumeUrl(call, options.resumeAt());
  }

  /** {@return the call of the next connection} */
  public ApiCall call() {
    ApiCall next = resumeUrl.call().orElse(call);
    if (options.resumeFrom().isPresent() && numbers.last().isPresent()) {
      String last = String.valueOf(numbers.last().getAsLong());
      String parameter = options.resumeFrom().get().parameter();
      return next.withUrl(
          next.url().newBuilder().setQueryParameter(parameter, last).build());
    }
    Headers.Builder headers = next.headers().newBuilder();
    goOnAfter.ifPresent(id -> headers.addUnsafeNonAscii("Last-Event-ID", id));
    return next.withHeaders(headers.build());
  }

  /** {@return what decodes a connection that was opened} */
  public EventDecoder connected(OpenStream open) {
    stream = open;
    decoder = new EventDecoder(options, open.exchange().info(), () -> {}, lastEventId);
    numbers.joined();
    return decoder;
  }

  /** {@return whether an event is to be given out: it has not come on a connection before} */
  public boolean isNew(ServerEvent event) {
    if (!numbers.isNew(event)) {
      return false;
    }
    resumeUrl.note(event);
    delivered = true;
    reconnects = 0;
    return true;
  }

  /**
   * {@return how long to wait before connecting again; empty if the stream is complete, of which
   * the application is told}
   */
  public Optional<Duration> afterEnd() {
    Optional<ServerEvent> terminal = decoder == null ? Optional.empty() : decoder.terminal();
    boolean nothing = stream != null && stream.response().code() == 204;
    Reconnect.End clean = terminal.isPresent() ? Reconnect.End.MARKED : Reconnect.End.CLEAN;
    Optional<Duration> wait = again(nothing ? Reconnect.End.NO_CONTENT : clean);
    if (wait.isEmpty()) {
      terminal.ifPresent(options.onEnd());
    }
    return wait;
  }

  /** {@return how long to wait before connecting again; empty if the failure is final} */
  public Optional<Duration> afterFailure(Exception failure) {
    boolean cancelled = stream != null && stream.call().isCanceled();
    boolean broken = (failure instanceof IOException && !cancelled)
        || (failure instanceof PageturnerException ours
            && ours.kind() == Kind.TRANSPORT
            && stream != null);
    return broken ? again(Reconnect.End.BROKEN) : Optional.empty();
  }

  private Optional<Duration> again(Reconnect.End end) {
    if (decoder != null) {
      lastEventId = decoder.lastEventId();
      retry = decoder.retry().or(() -> retry);
    }
    boolean numbered = numbers.last().isPresent();
    // The server knows the request by its key, and streams its answer once more from the start.
    boolean known = asked.idempotencyHeader() != null && (numbered || !delivered);
    boolean repeatable = known
        || asked.isSafe()
        || asked.isDeclaredRepeatable()
        || resumeUrl.call().isPresent();
    Reconnect.Ended ended =
        new Reconnect.Ended(end, repeatable, delivered, numbered, lastEventId, retry, reconnects);
    Reconnect decision = Reconnect.decide(ended, options, ThreadLocalRandom.current());
    if (decision instanceof Reconnect.Again again) {
      goOnAfter = again.lastEventId();
      reconnects++;
      return Optional.of(again.delay());
    }
    return Optional.empty();
  }
}
