package dev.pageturner;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a request for one object.
 *
 * @param status the HTTP status, 2xx
 * @param headers the headers, by their names in lower case
 * @param body the object; empty if the response had no content, or JSON null
 * @param <T> the object
 */
public record ApiResponse<T>(int status, Map<String, List<String>> headers, Optional<T> body) {
  /** Copies the headers. */
  public ApiResponse {
    headers = Map.copyOf(headers);
  }
}
