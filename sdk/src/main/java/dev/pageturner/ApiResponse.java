package dev.pageturner;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answer to a request for one object.
 *
 * <p>Of an answer to {@code QUERY}, the header {@code Location} names a resource by which GET asks
 * the same again, and {@code Content-Location} one by which GET reads this answer (RFC 10008).
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

  /** {@return the first value of a header; its name is looked up in any case} */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }
}
