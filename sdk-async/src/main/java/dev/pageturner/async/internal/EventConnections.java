package dev.pageturner.async.internal;

import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.internal.events.StreamReader;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.streams.EventProgress;
import dev.pageturner.internal.streams.OpenStream;
import dev.pageturner.internal.streams.StreamSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Server-Sent Events: connected again where that is safe. */
final class EventConnections implements StreamPull.Connections<ServerEvent> {
  private final EventProgress progress;
  private @Nullable StreamReader<ServerEvent> reader;

  EventConnections(StreamSource source, EventOptions options) {
    this.progress = new EventProgress(source, options);
  }

  @Override
  public ApiCall call() {
    return progress.call();
  }

  @Override
  public void opened(OpenStream stream) {
    OpenStream events = StreamSource.checked(stream, "event-stream");
    reader = new StreamReader<>(events.source(), progress.connected(events));
  }

  @Override
  public @Nullable ServerEvent read() throws IOException {
    ServerEvent event = reader().next();
    while (event != null && !progress.isNew(event)) {
      event = reader().next();
    }
    return event;
  }

  @Override
  public @Nullable ServerEvent arrived() {
    ServerEvent event = reader().arrived();
    while (event != null && !progress.isNew(event)) {
      event = reader().arrived();
    }
    return event;
  }

  private StreamReader<ServerEvent> reader() {
    return Objects.requireNonNull(reader, "not connected");
  }

  @Override
  public Optional<Duration> afterEnd() {
    return progress.afterEnd();
  }

  @Override
  public Optional<Duration> afterFailure(Exception failure) {
    return progress.afterFailure(failure);
  }
}
