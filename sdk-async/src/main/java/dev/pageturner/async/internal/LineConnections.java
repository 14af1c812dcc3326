package dev.pageturner.async.internal;

import com.squareup.moshi.JsonAdapter;
import dev.pageturner.internal.events.JsonRecords;
import dev.pageturner.internal.events.StreamReader;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.streams.JsonLine;
import dev.pageturner.internal.streams.OpenStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Newline-delimited JSON, or a JSON text sequence: one connection. */
final class LineConnections<T> implements StreamPull.Connections<T> {
  private final ApiCall call;
  private final JsonAdapter<T> adapter;
  private @Nullable Connected connected;

  LineConnections(ApiCall call, JsonAdapter<T> adapter) {
    this.call = call;
    this.adapter = adapter;
  }

  private record Connected(
      OpenStream stream, JsonRecords decoder, StreamReader<ByteString> reader) {}

  @Override
  public ApiCall call() {
    return call;
  }

  @Override
  public void opened(OpenStream stream) {
    JsonRecords decoder =
        JsonRecords.of(stream.subtype(), JsonLine.LONGEST, stream.exchange().info());
    connected = new Connected(stream, decoder, new StreamReader<>(stream.source(), decoder));
  }

  @Override
  public @Nullable T read() throws IOException {
    Connected now = connected();
    return decoded(now.reader().next(), now);
  }

  @Override
  public @Nullable T arrived() {
    Connected now = connected();
    return decoded(now.reader().arrived(), now);
  }

  private Connected connected() {
    return Objects.requireNonNull(connected, "not connected");
  }

  private @Nullable T decoded(@Nullable ByteString line, Connected now) {
    return line == null
        ? null
        : JsonLine.decoded(
            line, now.decoder().last(), adapter, now.stream().exchange().info());
  }

  @Override
  public Optional<Duration> afterEnd() {
    return Optional.empty();
  }

  @Override
  public Optional<Duration> afterFailure(Exception failure) {
    return Optional.empty();
  }
}
