package dev.pageturner.openapi.mockserver.internal.har;

import dev.pageturner.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * A HAR file, read.
 *
 * @param exchanges its requests and responses, in order
 */
public record HarRecording(List<Exchange> exchanges) {
  /**
   * One request and its response.
   *
   * @param method the method
   * @param url where to
   * @param posted the body that was sent, empty without one
   * @param status the status, 0 where no response came
   * @param headers the headers of the response, repeated ones too
   * @param body the body of the response; empty if it was not recorded
   */
  public record Exchange(
      String method,
      HttpUrl url,
      String posted,
      int status,
      Headers headers,
      Optional<ByteString> body) {}

  /** Copies the exchanges. */
  public HarRecording {
    exchanges = List.copyOf(exchanges);
  }

  /**
   * {@return the recording in a file}
   *
   * @throws IllegalArgumentException if it is none; the message does not repeat what is in it
   */
  public static HarRecording read(Path file) throws IOException {
    try {
      RawJson entries = RawJson.parse(Files.readString(file))
          .at("/log/entries")
          .orElseThrow(() -> new IllegalArgumentException("it has no log with entries"));
      return new HarRecording(
          entries.elements().stream().map(HarRecording::exchange).toList());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IllegalArgumentException(file + " is no HAR file: " + e.getMessage(), e);
    }
  }

  private static Exchange exchange(RawJson entry) {
    RawJson status = entry
        .at("/response/status")
        .orElseThrow(() -> new IllegalArgumentException("a response has no status"));
    HttpUrl url = HttpUrl.parse(text(entry, "/request/url"));
    if (url == null) {
      throw new IllegalArgumentException("a request has no http or https URL");
    }
    Headers.Builder headers = new Headers.Builder();
    entry
        .at("/response/headers")
        .map(RawJson::elements)
        .orElse(List.of())
        .forEach(
            header -> headers.addUnsafeNonAscii(text(header, "/name"), text(header, "/value")));
    boolean whole = entry.at("/response/content/size").map(RawJson::asLong).orElse(0L) == 0;
    return new Exchange(
        text(entry, "/request/method"),
        url,
        entry.at("/request/postData/text").map(RawJson::asString).orElse(""),
        (int) status.asLong(),
        headers.build(),
        body(entry).or(() -> whole ? Optional.of(ByteString.EMPTY) : Optional.empty()));
  }

  private static Optional<ByteString> body(RawJson entry) {
    boolean packed = entry
        .at("/response/content/encoding")
        .map(RawJson::asString)
        .filter("base64"::equals)
        .isPresent();
    return entry
        .at("/response/content/text")
        .map(RawJson::asString)
        .map(text -> packed ? decoded(text) : ByteString.encodeUtf8(text));
  }

  private static ByteString decoded(String base64) {
    ByteString bytes = ByteString.decodeBase64(base64);
    if (bytes == null) {
      throw new IllegalArgumentException("the body of a response is no Base64");
    }
    return bytes;
  }

  private static String text(RawJson json, String pointer) {
    return json.at(pointer)
        .map(RawJson::asString)
        .orElseThrow(() -> new IllegalArgumentException("a part is missing: " + pointer));
  }
}
