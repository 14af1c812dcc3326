package dev.pageturner.internal.http;

import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: in memory, so that it can be sent again, or written as it is sent.
 *
 * @param contentType its media type
 * @param bytes its content, empty if it is written as it is sent
 * @param written what writes it then
 */
public record Payload(
    String contentType, ByteString bytes, @Nullable RequestBody written) {
  /** {@return bytes in memory} */
  public static Payload of(String contentType, ByteString bytes) {
    return new Payload(contentType, bytes, null);
  }

  /** {@return JSON in UTF-8} */
  public static Payload json(String json) {
    return of("application/json", ByteString.encodeUtf8(json));
  }

  /** {@return another content of the same media type, in UTF-8} */
  public Payload with(String text) {
    return of(contentType, ByteString.encodeUtf8(text));
  }

  /** {@return a body that is written as it is sent} */
  public static Payload written(RequestBody body) {
    String type = Objects.requireNonNull(body.contentType(), "contentType").toString();
    return new Payload(type, ByteString.EMPTY, body);
  }

  /** {@return whether it can be sent but once} */
  public boolean isOneShot() {
    return written != null && written.isOneShot();
  }

  RequestBody body() {
    return written == null ? RequestBody.create(bytes, MediaType.get(contentType)) : written;
  }

  /** {@return the size, not the content, which may be private} */
  @Override
  public String toString() {
    return written == null ? contentType + " of " + bytes.size() + " bytes" : contentType;
  }
}
