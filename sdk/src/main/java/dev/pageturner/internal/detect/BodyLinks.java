package dev.pageturner.internal.detect;

import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.PathExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lists of links in a body, in any vocabulary: {@code [{"rel": "next", "href": …}]}. */
final class BodyLinks {
  private static final List<String> RELATION_NAMES = List.of("rel", "relation", "name", "type");
  private static final List<String> TARGET_NAMES = List.of("href", "url", "uri", "link", "target");
  private static final Set<String> PAGING = Set.of("next", "prev", "previous", "first", "last");

  private BodyLinks() {}

  /**
   * A list of links that lead from page to page.
   *
   * @param next the path to the URL of the next page, there or not
   * @param hasNext whether there is such a link, with a target
   */
  record Found(PathExpression next, boolean hasNext) {}

  /** {@return the first list of links that has one of paging} */
  static Optional<Found> find(Outline outline) {
    return outline.arrays().stream()
        .filter(array -> array.hasObjects() && isNamedLinks(array.name()))
        .flatMap(array -> in(array).stream())
        .findFirst();
  }

  private static boolean isNamedLinks(String name) {
    List<String> words = Words.of(name);
    return words.contains("link") || words.contains("links") || words.contains("pagination");
  }

  private static Optional<Found> in(Outline.Array array) {
    Optional<Found> without = Optional.empty();
    for (String element : array.elements()) {
      if (!element.startsWith("{")) {
        continue;
      }
      Map<String, String> link = JsonMembers.of(element);
      // A bundle of FHIR has its links on the only page, too.
      boolean fhir = link.containsKey("relation") && link.containsKey("url");
      Optional<String> relation = present(RELATION_NAMES, link, PAGING)
          .or(() -> fhir ? Optional.of("relation") : Optional.empty());
      Optional<String> target = TARGET_NAMES.stream().filter(link::containsKey).findFirst();
      if (relation.isPresent() && target.isPresent()) {
        Found found = found(array, relation.get(), target.get(), link);
        if (found.hasNext()) {
          return Optional.of(found);
        }
        without = without.or(() -> Optional.of(found));
      }
    }
    return without;
  }

  private static Found found(
      Outline.Array array, String relation, String target, Map<String, String> link) {
    String json = link.getOrDefault(relation, "");
    boolean next = relations(json).anyMatch("next"::equalsIgnoreCase);
    // The path compares letter by letter, so it repeats the server's own spelling.
    String spelled =
        relations(json).filter("next"::equalsIgnoreCase).findFirst().orElse("next");
    List<PathExpression.Step> steps = new ArrayList<>(array.path().steps());
    steps.add(new PathExpression.Where(relation, new PathExpression.Literal(true, spelled)));
    steps.add(new PathExpression.Name(target));
    String url = BodyValues.text(link.getOrDefault(target, ""));
    return new Found(PathExpression.of(steps), next && !url.isEmpty() && !url.equals("null"));
  }

  private static Optional<String> present(
      List<String> names, Map<String, String> link, Set<String> values) {
    return names.stream()
        .filter(link::containsKey)
        .filter(name -> relations(link.getOrDefault(name, ""))
            .anyMatch(relation -> values.contains(relation.toLowerCase(Locale.ROOT))))
        .findFirst();
  }

  /** One relation, or an array of them. */
  private static Stream<String> relations(String json) {
    String list = json.startsWith("[") ? json.substring(1, json.length() - 1) : json;
    return Stream.of(list.split(",", -1)).map(each -> BodyValues.text(each.strip()));
  }
}
