package dev.pageturner.openapi.check;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The request of a list, of which variants can be made.
 *
 * @param path the path, with its query
 * @param parts adds what else the request needs
 */
record ListRequest(String path, UnaryOperator<ApiRequest> parts) {
  /** {@return the request} */
  ApiRequest of(ApiClient client) {
    return parts.apply(client.request(path));
  }

  /** {@return the names of the parameters in the query of the path} */
  List<String> queryNames() {
    return pairs().stream().map(ListRequest::name).distinct().toList();
  }

  /** {@return the request without these parameters in the query of its path} */
  ListRequest without(Set<String> names) {
    String query = pairs().stream()
        .filter(pair -> !names.contains(name(pair)))
        .collect(Collectors.joining("&"));
    String before = path.split("\\?", 2)[0];
    return new ListRequest(query.isEmpty() ? before : before + "?" + query, parts);
  }

  /** {@return the request with one parameter more} */
  ListRequest with(String name, String value) {
    return new ListRequest(path, request -> parts.apply(request).query(name, value));
  }

  private List<String> pairs() {
    String[] halves = path.split("\\?", 2);
    return halves.length < 2 || halves[1].isEmpty()
        ? List.of()
        : Arrays.asList(halves[1].split("&", -1));
  }

  private static String name(String pair) {
    String name = pair.split("=", 2)[0];
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name; // Not encoded, so it is what it is.
    }
  }
}
