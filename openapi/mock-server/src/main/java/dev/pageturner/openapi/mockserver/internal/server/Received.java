package dev.pageturner.openapi.mockserver.internal.server;

import dev.pageturner.openapi.mockserver.MockRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/** Reads what MockWebServer recorded. */
final class Received {
  private Received() {}

  static MockRequest of(RecordedRequest recorded) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(recorded.getHeaders().toMultimap());
    ByteString body = recorded.getBody();
    return new MockRequest(
        recorded.getMethod(),
        recorded.getTarget(),
        query(recorded.getUrl()),
        Collections.unmodifiableMap(headers),
        body == null ? "" : body.utf8());
  }

  private static Map<String, List<String>> query(HttpUrl url) {
    Map<String, List<String>> query = new TreeMap<>();
    for (String name : url.queryParameterNames()) {
      query.put(
          name,
          url.queryParameterValues(name).stream()
              .map(value -> value == null ? "" : value)
              .toList());
    }
    return Collections.unmodifiableMap(query);
  }
}
