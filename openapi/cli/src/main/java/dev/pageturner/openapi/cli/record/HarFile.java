package dev.pageturner.openapi.cli.record;

import com.squareup.moshi.JsonWriter;
import dev.pageturner.error.PageturnerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.BufferedSink;
import okio.Okio;

/**
 * A recording as HTTP Archive 1.2, written request by request; without its secrets. Safe for
 * threads.
 */
public final class HarFile implements Consumer<Recorded>, AutoCloseable {
  private static final double MILLISECOND = 1e6;

  private final Path file;
  private final Secrets secrets;
  private final BufferedSink sink;
  private final JsonWriter json;

  private HarFile(Path file, Secrets secrets, BufferedSink sink) {
    this.file = file;
    this.secrets = secrets;
    this.sink = sink;
    this.json = JsonWriter.of(sink);
  }

  /** {@return a recording to a file, whose content is lost} */
  public static HarFile create(Path file, Secrets secrets) {
    try {
      HarFile har = new HarFile(file, secrets, Okio.buffer(Okio.sink(file.toFile())));
      har.begin();
      return har;
    } catch (IOException e) {
      throw storage(file, e);
    }
  }

  private void begin() throws IOException {
    json.beginObject().name("log").beginObject();
    json.name("version").value("1.2");
    json.name("creator").beginObject();
    json.name("name").value("pageturner").name("version").value("0.1").endObject();
    json.name("entries").beginArray();
    json.flush();
  }

  @Override
  public synchronized void accept(Recorded recorded) {
    try {
      write(recorded);
      json.flush();
    } catch (IOException e) {
      throw storage(file, e);
    }
  }

  private void write(Recorded recorded) throws IOException {
    json.beginObject();
    json.name("startedDateTime").value(recorded.started().toString());
    json.name("time").value(millis(recorded.sentAt(), recorded.endedAt()));
    json.name("request");
    writeRequest(recorded);
    json.name("response");
    writeResponse(recorded);
    json.name("cache").beginObject().endObject();
    json.name("timings").beginObject();
    json.name("send").value(0);
    json.name("wait").value(millis(recorded.sentAt(), recorded.answeredAt()));
    json.name("receive").value(millis(recorded.answeredAt(), recorded.endedAt()));
    json.endObject().endObject();
  }

  private static double millis(long from, long to) {
    return (to - from) / MILLISECOND;
  }

  private void writeRequest(Recorded recorded) throws IOException {
    json.beginObject();
    json.name("method").value(recorded.method());
    json.name("url").value(secrets.url(recorded.url()));
    json.name("httpVersion").value("HTTP/1.1");
    json.name("cookies").beginArray().endArray();
    writeHeaders(recorded.headers());
    writeQuery(HttpUrl.get(secrets.url(recorded.url())));
    if (recorded.body().isPresent()) {
      json.name("postData").beginObject();
      json.name("mimeType").value("application/json");
      json.name("text").value(secrets.body(recorded.body().get()));
      json.endObject();
    }
    json.name("headersSize").value(-1);
    json.name("bodySize").value(recorded.body().map(String::length).orElse(0));
    json.endObject();
  }

  private void writeQuery(HttpUrl url) throws IOException {
    json.name("queryString").beginArray();
    for (int i = 0; i < url.querySize(); i++) {
      json.beginObject();
      json.name("name").value(url.queryParameterName(i));
      String value = url.queryParameterValue(i);
      json.name("value").value(value == null ? "" : value);
      json.endObject();
    }
    json.endArray();
  }

  private void writeResponse(Recorded recorded) throws IOException {
    Headers headers = recorded.answer();
    json.beginObject();
    json.name("status").value(recorded.status());
    json.name("statusText").value("");
    json.name("httpVersion").value("HTTP/1.1");
    json.name("cookies").beginArray().endArray();
    writeHeaders(headers);
    json.name("content").beginObject();
    json.name("size").value(recorded.bytes());
    json.name("mimeType").value(mediaType(headers));
    if (recorded.content().isPresent()) {
      json.name("text").value(secrets.body(recorded.content().get().utf8()));
    }
    json.endObject();
    String location = headers.get("Location");
    json.name("redirectURL").value(location == null ? "" : secrets.text(location));
    json.name("headersSize").value(-1);
    json.name("bodySize").value(-1);
    Optional<String> failure = recorded.failure();
    if (failure.isPresent()) {
      json.name("comment").value(failure.get());
    }
    json.endObject();
  }

  private static String mediaType(Headers headers) {
    String type = headers.get("Content-Type");
    return type == null ? "" : type;
  }

  private void writeHeaders(Headers headers) throws IOException {
    json.name("headers").beginArray();
    for (var header : headers) {
      json.beginObject();
      json.name("name").value(header.getFirst());
      json.name("value").value(secrets.header(header.getFirst(), header.getSecond()));
      json.endObject();
    }
    json.endArray();
  }

  @Override
  public synchronized void close() {
    try (sink) {
      json.endArray().endObject().endObject();
      json.flush();
      sink.writeUtf8("\n");
    } catch (IOException e) {
      throw storage(file, e);
    }
  }

  private static PageturnerException.Storage storage(Path file, IOException e) {
    return new PageturnerException.Storage(file + " cannot be written", e);
  }
}
