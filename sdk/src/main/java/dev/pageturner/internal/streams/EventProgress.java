package dev.pageturner.internal.streams;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.events.EventOptions;
import dev.pageturner.internal.events.EventDecoder;
import dev.pageturner.internal.events.Reconnect;
import dev.pageturner.internal.http.ApiCall;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One way through an event stream, over as many connections as it takes: what was given out, and
 * whether a connection that ended is followed by another. It sends nothing and waits for nothing.
 */
public final class EventProgress {
  private final ApiCall call;
  private final EventOptions options;
  private @Nullable OpenStream stream;
  private @Nullable EventDecoder decoder;
  private Optional<String> goOnAfter = Optional.empty();
  private String lastEventId = "";
  private Optional<Duration> retry = Optional.empty();
  private boolean delivered;
  private int reconnects;

  /** Begins at the first connection. */
  public EventProgress(ApiCall call, EventOptions options) {
    this.call = call;
    this.options = options;
  }

  /** {@return after which event the next connection goes on} */
  public Optional<String> goOnAfter() {
    return goOnAfter;
  }

  /** {@return what decodes a connection that was opened} */
  public EventDecoder connected(OpenStream open) {
    stream = open;
    decoder = new EventDecoder(options, open.exchange().info(), () -> {}, lastEventId);
    return decoder;
  }

  /** Takes note of an event that is given out. */
  public void delivered() {
    delivered = true;
    reconnects = 0;
  }

  /** {@return how long to wait before connecting again; empty if the stream is complete} */
  public Optional<Duration> afterEnd() {
    boolean marked = decoder != null && decoder.isMarked();
    boolean nothing = stream != null && stream.response().code() == 204;
    Reconnect.End clean = marked ? Reconnect.End.MARKED : Reconnect.End.CLEAN;
    return again(nothing ? Reconnect.End.NO_CONTENT : clean);
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
    boolean repeatable = call.isSafe() || call.isDeclaredRepeatable();
    Reconnect.Ended ended =
        new Reconnect.Ended(end, repeatable, delivered, lastEventId, retry, reconnects);
    Reconnect decision = Reconnect.decide(ended, options, ThreadLocalRandom.current());
    if (decision instanceof Reconnect.Again again) {
      goOnAfter = again.lastEventId();
      reconnects++;
      return Optional.of(again.delay());
    }
    return Optional.empty();
  }
}
