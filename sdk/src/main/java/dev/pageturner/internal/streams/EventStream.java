package dev.pageturner.internal.streams;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.internal.events.StreamReader;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Server-Sent Events as a lazy sequence; each traversal is a connection of its own.
 *
 * @param source where the stream comes from
 * @param options what ends it, and its bounds
 */
public record EventStream(StreamSource source, EventOptions options)
    implements LazyIterable<ServerEvent> {
  /** Checks the options. */
  public EventStream {
    EventProgress.check(source.call(), options);
  }

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
    private final EventProgress progress;
    private @Nullable OpenStream stream;
    private @Nullable StreamReader<ServerEvent> reader;

    Events(StreamSource source, EventOptions options) {
      this.source = source;
      this.progress = new EventProgress(source, options);
    }

    @Override
    @Nullable
    ServerEvent read() throws IOException {
      while (true) {
        try {
          ServerEvent event = nextNew(connected());
          if (event != null) {
            return event;
          }
        } catch (IOException e) {
          goOnAfter(e);
          continue;
        } catch (PageturnerException e) {
          goOnAfter(e);
          continue;
        }
        Optional<Duration> wait = progress.afterEnd();
        if (wait.isEmpty()) {
          return null;
        }
        goOn(wait.get());
      }
    }

    private @Nullable ServerEvent nextNew(StreamReader<ServerEvent> events) throws IOException {
      ServerEvent event = events.next();
      while (event != null && !progress.isNew(event)) {
        event = events.next();
      }
      return event;
    }

    private StreamReader<ServerEvent> connected() {
      if (reader == null) {
        OpenStream open = source.open("event-stream", progress.call(), cancel());
        hold(open);
        stream = open;
        reader = new StreamReader<>(open.source(), progress.connected(open));
      }
      return reader;
    }

    private <X extends Exception> void goOnAfter(X failure) throws X {
      goOn(progress.afterFailure(failure).orElseThrow(() -> failure));
    }

    private void goOn(Duration wait) {
      if (stream != null) {
        stream.close();
      }
      reader = null;
      source.pause(wait, cancel());
    }

    @Override
    PageturnerException error(IOException e) {
      return stream == null
          ? new PageturnerException.Transport(Kind.TRANSPORT, "no stream", e, null)
          : stream.exchange().bodyError(e);
    }
  }
}
