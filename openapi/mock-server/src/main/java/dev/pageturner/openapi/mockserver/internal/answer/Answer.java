package dev.pageturner.openapi.mockserver.internal.answer;

import dev.pageturner.json.RawJson;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.ByteString;

/**
 * What the server answers, before faults are done to it.
 *
 * @param status the status
 * @param headers the headers but those of the body
 * @param mediaType the type of the body, empty without one
 * @param body the body
 */
public record Answer(int status, Map<String, String> headers, String mediaType, ByteString body) {
  public static Answer json(int status, String mediaType, RawJson body) {
    return new Answer(status, Map.of(), mediaType, ByteString.encodeUtf8(body.text()));
  }

  public static Answer text(int status, String mediaType, String body) {
    return new Answer(status, Map.of(), mediaType, ByteString.encodeUtf8(body));
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), "", ByteString.EMPTY);
  }

  Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, mediaType, body);
  }

  public Answer withAll(Map<String, String> values) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(values);
    return new Answer(status, more, mediaType, body);
  }
}
