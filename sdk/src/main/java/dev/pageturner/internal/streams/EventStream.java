package dev.pageturner.internal.streams;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.internal.events.EventDecoder;
import dev.pageturner.internal.events.Reconnect;
import dev.pageturner.internal.events.StreamReader;
import dev.pageturner.internal.http.WatchedSource;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Server-Sent Events as a lazy sequence; each traversal is a connection of its own.
 *
 * @param source where the stream comes from
 * @param options what ends it, and its bounds
 */
public record EventStream(StreamSource source, EventOptions options)
    implements LazyIterable<ServerEvent> {
  @Override
  public CloseableIterator<ServerEvent> iterator() {
    return new Events(source, options);
  }

  @Override
  public String toString() {
    return "events of " + source.call();
  }

  /** One traversal, over as many connections as it takes. */
  private static final class Events extends StreamIterator<ServerEvent> {
    private final StreamSource source;
    private final EventOptions options;
    private @Nullable OpenStream stream;
    private @Nullable EventDecoder decoder;
    private @Nullable StreamReader<ServerEvent> reader;
    private Optional<String> goOnAfter = Optional.empty();
    private String lastEventId = "";
    private Optional<Duration> retry = Optional.empty();
    private boolean delivered;
    private int reconnects;

    Events(StreamSource source, EventOptions options) {
      this.source = source;
      this.options = options;
    }

    @Override
    @Nullable
    ServerEvent read() throws IOException {
      while (true) {
        Reconnect.End end;
        try {
          StreamReader<ServerEvent> connected = connected();
          ServerEvent event = connected.next();
          if (event != null) {
            delivered = true;
            reconnects = 0;
            return event;
          }
          end = endOf();
        } catch (IOException e) {
          if (stream != null && stream.call().isCanceled()) {
            throw e;
          }
          requireAgain(Reconnect.End.BROKEN, e);
          continue;
        } catch (PageturnerException e) {
          if (e.kind() != Kind.TRANSPORT || stream == null) {
            throw e;
          }
          requireAgain(Reconnect.End.BROKEN, e);
          continue;
        }
        if (!goesOn(end)) {
          return null;
        }
      }
    }

    private StreamReader<ServerEvent> connected() {
      if (reader == null) {
        OpenStream open = source.open("event-stream", goOnAfter, cancel());
        hold(open);
        stream = open;
        decoder = new EventDecoder(options, open.exchange().info(), () -> {}, lastEventId);
        reader = new StreamReader<>(WatchedSource.of(open.response(), open.call()), decoder);
      }
      return reader;
    }

    private Reconnect.End endOf() {
      boolean marked = decoder != null && decoder.isMarked();
      boolean nothing = stream != null && stream.response().code() == 204;
      return nothing
          ? Reconnect.End.NO_CONTENT
          : marked ? Reconnect.End.MARKED : Reconnect.End.CLEAN;
    }

    /** Whether the stream, which ended without failure, is connected again. */
    private boolean goesOn(Reconnect.End end) {
      Reconnect decision = decide(end);
      if (decision instanceof Reconnect.Again again) {
        prepare(again);
        return true;
      }
      return false;
    }

    private <X extends Exception> void requireAgain(Reconnect.End end, X failure) throws X {
      if (decide(end) instanceof Reconnect.Again again) {
        prepare(again);
      } else {
        throw failure;
      }
    }

    private Reconnect decide(Reconnect.End end) {
      if (decoder != null) {
        lastEventId = decoder.lastEventId();
        retry = decoder.retry().or(() -> retry);
      }
      boolean repeatable = source.call().isSafe() || source.call().isDeclaredRepeatable();
      Reconnect.Ended ended =
          new Reconnect.Ended(end, repeatable, delivered, lastEventId, retry, reconnects);
      return Reconnect.decide(ended, options, RandomGenerator.getDefault());
    }

    private void prepare(Reconnect.Again again) {
      if (stream != null) {
        stream.close();
      }
      reader = null;
      goOnAfter = again.lastEventId();
      reconnects++;
      source.pause(again.delay(), cancel());
    }

    @Override
    PageturnerException error(IOException e) {
      return stream == null
          ? new PageturnerException.Transport(Kind.TRANSPORT, "no stream", e, null)
          : stream.exchange().bodyError(e);
    }
  }
}
