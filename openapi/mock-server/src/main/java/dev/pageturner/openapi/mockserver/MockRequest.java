package dev.pageturner.openapi.mockserver;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that the server got.
 *
 * @param method the method
 * @param target what it was sent to, as it came: path and query
 * @param query the parameters of the query, decoded
 * @param headers the headers; names are looked up in any case
 * @param body the body as text, empty without one
 */
public record MockRequest(
    String method,
    String target,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    String body) {

  /** {@return the first value of a parameter of the query} */
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** {@return the first value of a header, whatever the case of its name} */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** {@return the first value of a cookie} */
  public Optional<String> cookie(String name) {
    return headers.getOrDefault("Cookie", List.of()).stream()
        .flatMap(line -> Arrays.stream(line.split(";", -1)))
        .map(pair -> pair.strip().split("=", 2))
        .filter(halves -> halves.length == 2 && halves[0].equals(name))
        .map(halves -> halves[1])
        .findFirst();
  }

  /** {@return the path as it was sent, without the query} */
  public String path() {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  /** {@return method and target} */
  @Override
  public String toString() {
    return method + " " + target;
  }
}
