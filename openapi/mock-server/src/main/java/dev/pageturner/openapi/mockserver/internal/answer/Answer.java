package dev.pageturner.openapi.mockserver.internal.answer;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okio.ByteString;

/**
 * What the server answers, before faults are done to it.
 *
 * @param status the status
 * @param headers the headers but those of the body
 * @param mediaType the type of the body, empty without one
 * @param body the body
 */
public record Answer(int status, Headers headers, String mediaType, ByteString body) {
  private static final Headers NONE = Headers.of();

  public static Answer json(int status, String mediaType, RawJson body) {
    return text(status, mediaType, body.text());
  }

  public static Answer text(int status, String mediaType, String body) {
    return bytes(status, mediaType, ByteString.encodeUtf8(body));
  }

  static Answer bytes(int status, String mediaType, ByteString body) {
    return new Answer(status, NONE, mediaType, body);
  }

  public static Answer empty(int status) {
    return bytes(status, "", ByteString.EMPTY);
  }

  /** {@return the answer with headers that take the place of those with their names} */
  public Answer withAll(Map<String, String> values) {
    Headers.Builder more = headers.newBuilder();
    values.forEach(more::set);
    return new Answer(status, more.build(), mediaType, body);
  }

  /** {@return the answer with these headers besides, names as often as they come} */
  public Answer withAdded(Headers added) {
    return new Answer(status, headers.newBuilder().addAll(added).build(), mediaType, body);
  }

  /** {@return the answer with one more value in its body, if that is a JSON object} */
  public Answer withMember(List<String> names, RawJson value) {
    RawJson json = RawJson.parse(body.utf8());
    return json.kind() == RawJson.Kind.OBJECT
        ? new Answer(
            status,
            headers,
            mediaType,
            ByteString.encodeUtf8(Steps.put(json, names, value).text()))
        : this;
  }
}
