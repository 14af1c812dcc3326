package dev.pageturner.internal.detect;

import dev.pageturner.internal.url.LinkHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Links to a next page that say themselves that nothing is there: {@code <…>; rel="next";
 * results="false"}.
 */
public final class LinkEnd {
  private static final Set<String> MORE = Set.of(
      "results",
      "has-results",
      "has_results",
      "hasresults",
      "more",
      "has-more",
      "has_more",
      "hasmore",
      "has-next",
      "has_next",
      "hasnext");
  private static final Set<String> END =
      Set.of("end", "is-last", "is_last", "islast", "last", "empty", "end-of-stream", "done");

  private LinkEnd() {}

  /** {@return whether an attribute of the link says that its target has no items} */
  public static boolean isSaid(LinkHeader.Link link) {
    Map<String, String> attributes = link.parameters();
    return attributes.entrySet().stream()
        .anyMatch(attribute -> isSaid(attribute.getKey(), attribute.getValue()));
  }

  private static boolean isSaid(String name, String value) {
    return (MORE.contains(name) && isOne(value, "false", "0", "no"))
        || (END.contains(name) && isOne(value, "true", "1", "yes"));
  }

  private static boolean isOne(String value, String... some) {
    return List.of(some).stream().anyMatch(value.strip()::equalsIgnoreCase);
  }

  /** {@return the target of a link to the next page that leads on, as written} */
  static Optional<String> next(List<String> fieldValues, HttpUrl context) {
    return LinkHeader.parse(fieldValues).stream()
        .filter(link -> link.is("next") && !isSaid(link))
        .filter(link -> link.parameters().getOrDefault("anchor", "").isEmpty())
        .map(LinkHeader.Link::target)
        .filter(target -> !context.equals(context.resolve(target)))
        .findFirst();
  }
}
