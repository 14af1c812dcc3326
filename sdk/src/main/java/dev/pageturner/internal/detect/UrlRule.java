package dev.pageturner.internal.detect;

import dev.pageturner.internal.detect.Detector.Rule;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.JsonPath;
import dev.pageturner.pagination.Pagination;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A URL of the next page in the body: by itself, in HAL links, in a list of links. */
final class UrlRule {
  private static final Set<String> NAMES = Set.of(
      "next",
      "nextlink",
      "nexturl",
      "nexturi",
      "nexthref",
      "nextpage",
      "nextpageurl",
      "nextpageuri",
      "nextpagelink",
      "nextrecordsurl",
      "odata.nextlink",
      "@odata.nextlink",
      "@nextlink",
      "moreresultsurl");
  private static final Set<String> INSIDE_NEXT = Set.of("href", "url", "uri");

  private static final Set<String> RELATIONS = Set.of("next", "prev", "previous", "first", "last");

  private UrlRule() {}

  static Optional<Rule> find(Outline outline) {
    return inScalars(outline).or(() -> inLinks(outline)).or(() -> byContext(outline));
  }

  private static Optional<Rule> inScalars(Outline outline) {
    for (Map.Entry<JsonPath, String> scalar : outline.scalars().entrySet()) {
      if (isNext(scalar.getKey()) && looksLikeUrl(scalar.getValue())) {
        return Optional.of(rule(scalar.getKey(), "the body has the URL of the next page at "));
      }
    }
    // A null beside a page that has only one: whatever it would be, the list ends here.
    for (Map.Entry<JsonPath, String> scalar : outline.scalars().entrySet()) {
      if (isNext(scalar.getKey()) && scalar.getValue().equals("null")) {
        return Optional.of(rule(scalar.getKey(), "the body says that there is no next page at "));
      }
    }
    return Optional.empty();
  }

  private static Rule rule(JsonPath path, String reason) {
    return new Rule(Pagination.nextUrl(path.toString()), reason + path);
  }

  private static boolean isNext(JsonPath path) {
    String name = BodyValues.plain(Outline.nameOf(path));
    if (NAMES.contains(name)) {
      return true;
    }
    int steps = path.steps().size();
    if (steps < 2 || !INSIDE_NEXT.contains(name)) {
      return false;
    }
    JsonPath parent = JsonPath.of(path.steps().subList(0, steps - 1));
    return BodyValues.plain(Outline.nameOf(parent)).equals("next");
  }

  private static boolean looksLikeUrl(@Nullable String json) {
    if (json == null || !json.startsWith("\"")) {
      return false;
    }
    String text = json.substring(1).toLowerCase(Locale.ROOT).replace("\\/", "/");
    return text.startsWith("http://")
        || text.startsWith("https://")
        || text.startsWith("/")
        || text.startsWith("?")
        || text.matches("[\\w./\\-]+\\?[^\"]*=.*");
  }

  /** FHIR and others: {@code [{"relation": "next", "url": …}]}. */
  private static Optional<Rule> inLinks(Outline outline) {
    for (Outline.Array array : outline.arrays()) {
      String name = BodyValues.plain(array.name());
      if (array.hasObjects() && (name.equals("link") || name.equals("links"))) {
        Optional<Rule> rule = inLinks(array);
        if (rule.isPresent()) {
          return rule;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Rule> inLinks(Outline.Array array) {
    for (String element : array.elements()) {
      Map<String, String> link = JsonMembers.of(element);
      String relation = link.containsKey("relation") ? "relation" : "rel";
      String url = link.containsKey("url") ? "url" : link.containsKey("uri") ? "uri" : "href";
      boolean fhir = relation.equals("relation") && url.equals("url");
      boolean paging = RELATIONS.contains(BodyValues.text(link.getOrDefault(relation, "")));
      if (link.containsKey(url) && (fhir || paging)) {
        String path = array.path() + "[?" + relation + "=next]." + url;
        return Optional.of(
            new Rule(Pagination.nextUrl(path), "the body has a list of links at " + array.path()));
      }
    }
    return Optional.empty();
  }

  /** {@code $.links.first} and the like. */
  private static boolean isOtherRelation(JsonPath path) {
    int steps = path.steps().size();
    return steps > 1
        && RELATIONS.contains(Outline.nameOf(path))
        && Outline.nameOf(JsonPath.of(path.steps().subList(0, steps - 1))).endsWith("links");
  }

  /** The last page of HAL and OData has no next link, but still tells what it is. */
  private static Optional<Rule> byContext(Outline outline) {
    for (JsonPath path : outline.scalars().keySet()) {
      if (path.toString().equals("$['@odata.context']")) {
        return Optional.of(new Rule(Pagination.odata(), "the body is OData"));
      } else if (path.toString().equals("$._links.self.href")) {
        return Optional.of(new Rule(Pagination.hal(), "the body has HAL links"));
      } else if (isOtherRelation(path) && looksLikeUrl(outline.scalars().get(path))) {
        String next = path.toString().replaceFirst("\\w+$", "next");
        return Optional.of(new Rule(
            Pagination.nextUrl(next), "the body has links to other pages, but not to a next one"));
      }
    }
    return Optional.empty();
  }
}
