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
  private final StreamSource source;
  private final EventProgress progress;
  private @Nullable StreamReader<ServerEvent> reader;

  EventConnections(StreamSource source, EventOptions options) {
    this.source = source;
    this.progress = new EventProgress(source.call(), options);
  }

  @Override
  public ApiCall call() {
    return source.callAfter(progress.goOnAfter());
  }

  @Override
  public void opened(OpenStream stream) {
    OpenStream events = StreamSource.checked(stream, "event-stream");
    reader = new StreamReader<>(events.source(), progress.connected(events));
  }

  @Override
  public @Nullable ServerEvent read() throws IOException {
    return given(reader().next());
  }

  @Override
  public @Nullable ServerEvent arrived() {
    return given(reader().arrived());
  }

  private StreamReader<ServerEvent> reader() {
    return Objects.requireNonNull(reader, "not connected");
  }

  private @Nullable ServerEvent given(@Nullable ServerEvent event) {
    if (event != null) {
      progress.delivered();
    }
    return event;
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
