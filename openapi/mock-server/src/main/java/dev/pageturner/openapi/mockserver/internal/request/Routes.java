package dev.pageturner.openapi.mockserver.internal.request;

import dev.pageturner.openapi.model.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.HttpUrl;

/** Finds the operation that a request is for. */
public final class Routes {
  /**
   * An operation, and the values of its path's variables.
   *
   * @param route the operation
   * @param path the values
   */
  public record Match(Route route, Map<String, String> path) {}

  private final Map<Integer, List<Route>> byLength = new HashMap<>();

  public Routes(List<Operation> operations) {
    operations.stream()
        .map(Route::new)
        .sorted(Comparator.comparing(Route::literals).reversed())
        .forEach(route -> byLength
            .computeIfAbsent(length(route.template()), same -> new ArrayList<>())
            .add(route));
  }

  private static int length(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }

  /**
   * {@return the operation}
   *
   * @param method the method of the request
   * @param path the path without that of the server, as it was sent
   * @param url the whole URL
   * @throws Refusal if there is none: 404, or 405 where there are others at that path
   */
  public Match match(String method, String path, HttpUrl url) throws Refusal {
    Set<String> allowed = new TreeSet<>();
    for (Route route : byLength.getOrDefault(length(path), List.of())) {
      Optional<Map<String, String>> values = route.match(path, url);
      if (values.isPresent() && route.operation().method().equals(method)) {
        return new Match(route, values.get());
      }
      values.ifPresent(found -> allowed.add(route.operation().method()));
    }
    if (allowed.isEmpty()) {
      throw new Refusal(404, "the document has no path " + path);
    }
    String methods = String.join(", ", allowed);
    throw new Refusal(
        405, "at this path the document has only " + methods, Map.of("Allow", methods));
  }
}
