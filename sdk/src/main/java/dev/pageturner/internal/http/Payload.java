package dev.pageturner.internal.http;

import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.ByteString;

/**
 * The body of a request, kept in memory so that it can be sent again.
 *
 * @param contentType its media type
 * @param bytes its content
 */
public record Payload(String contentType, ByteString bytes) {
  /** {@return JSON in UTF-8} */
  public static Payload json(String json) {
    return new Payload("application/json", ByteString.encodeUtf8(json));
  }

  RequestBody body() {
    return RequestBody.create(bytes, MediaType.get(contentType));
  }

  /** {@return the size, not the content, which may be private} */
  @Override
  public String toString() {
    return contentType + " of " + bytes.size() + " bytes";
  }
}
