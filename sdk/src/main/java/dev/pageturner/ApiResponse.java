package dev.pageturner;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answer to a request for one object.
 *
 * @param status the HTTP status, 2xx
 * @param headers the headers, whose names are looked up in any case
 * @param body the object; empty if the response had no content, or JSON null
 * @param <T> the object
 */
public record ApiResponse<T>(int status, Map<String, List<String>> headers, Optional<T> body) {
  /** Copies the headers. */
  public ApiResponse {
    Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = Collections.unmodifiableMap(sorted);
  }
}
