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
   * @param methods the methods whose operations answer the request, the best first
   * @param path the path without that of the server, as it was sent
   * @param url the whole URL
   * @throws Refusal if there is none: 404, or 405 where there are others at that path
   */
  public Match match(List<String> methods, String path, HttpUrl url) throws Refusal {
    Set<String> allowed = new TreeSet<>();
    Optional<Match> best = Optional.empty();
    for (Route route : byLength.getOrDefault(length(path), List.of())) {
      Optional<Map<String, String>> values = route.match(path, url);
      if (values.isPresent()) {
        Match match = new Match(route, values.get());
        allowed.add(route.operation().method());
        best = better(best, match, methods) ? Optional.of(match) : best;
      }
    }
    if (best.isPresent()) {
      return best.get();
    }
    if (allowed.isEmpty()) {
      throw new Refusal(404, "the document has no path " + path);
    }
    String those = String.join(", ", allowed);
    throw new Refusal(405, "at this path the document has only " + those, Map.of("Allow", those));
  }

  /** The more of its path is fixed, the better; among equals the earlier method. */
  private static boolean better(Optional<Match> best, Match match, List<String> methods) {
    int rank = methods.indexOf(match.route().operation().method());
    if (rank < 0 || best.isEmpty()) {
      return rank >= 0;
    }
    Route other = best.get().route();
    return match.route().literals() == other.literals()
        && rank < methods.indexOf(other.operation().method());
  }
}
