package dev.pageturner.openapi.cli.record;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.ByteString;

/** One request and its response as an entry of a HTTP Archive 1.2. */
final class HarEntry {
  private static final double MILLISECOND = 1e6;

  private final Recorded recorded;
  private final Secrets secrets;
  private final JsonWriter json;

  private HarEntry(Recorded recorded, Secrets secrets, JsonWriter json) {
    this.recorded = recorded;
    this.secrets = secrets;
    this.json = json;
  }

  /** {@return the entry as JSON, without its secrets} */
  static ByteString of(Recorded recorded, Secrets secrets) throws IOException {
    Buffer text = new Buffer();
    try (JsonWriter json = JsonWriter.of(text)) {
      new HarEntry(recorded, secrets, json).write();
    }
    return text.readByteString();
  }

  private void write() throws IOException {
    json.beginObject();
    json.name("startedDateTime").value(recorded.started().toString());
    json.name("time").value(millis(recorded.sentAt(), recorded.endedAt()));
    json.name("request");
    writeRequest();
    json.name("response");
    writeResponse();
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

  private void writeRequest() throws IOException {
    json.beginObject();
    json.name("method").value(recorded.method());
    json.name("url").value(secrets.url(recorded.url()));
    json.name("httpVersion").value("HTTP/1.1");
    json.name("cookies").beginArray().endArray();
    writeHeaders(recorded.headers());
    writeQuery(HttpUrl.get(secrets.url(recorded.url())));
    if (recorded.body().isPresent()) {
      json.name("postData").beginObject();
      json.name("mimeType").value(sentType());
      json.name("text").value(secrets.body(recorded.body().get()));
      json.endObject();
    }
    json.name("headersSize").value(-1);
    json.name("bodySize").value(recorded.body().map(String::length).orElse(0));
    json.endObject();
  }

  private String sentType() {
    String type = recorded.headers().get("Content-Type");
    return type == null ? "application/json" : type;
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

  private void writeResponse() throws IOException {
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
      writeText(recorded.content().get());
    }
    json.endObject();
    String location = headers.get("Location");
    json.name("redirectURL").value(location == null ? "" : secrets.body(location));
    json.name("headersSize").value(-1);
    json.name("bodySize").value(-1);
    Optional<String> failure = recorded.failure();
    if (failure.isPresent()) {
      json.name("comment").value(failure.get());
    }
    json.endObject();
  }

  /** Text as it is, its secrets masked; anything else as it came, in Base64. */
  private void writeText(ByteString content) throws IOException {
    String text = content.utf8();
    if (ByteString.encodeUtf8(text).equals(content)) {
      json.name("text").value(secrets.body(text));
    } else {
      json.name("text").value(content.base64());
      json.name("encoding").value("base64");
    }
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
}
