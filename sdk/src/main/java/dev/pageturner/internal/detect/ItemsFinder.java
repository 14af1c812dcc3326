package dev.pageturner.internal.detect;

import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Finds the array of items in the outline of a page.
 *
 * <p>A body that is an array is the list. Otherwise the array that bears the endpoint's own name
 * stands out, then one with a name that lists usually have, then arrays of objects, then the less
 * nested one, then the longer one. Two arrays that none of this tells apart are not guessed at.
 */
public final class ItemsFinder {
  private static final Set<String> USUAL = Set.of(
      "data",
      "items",
      "results",
      "result",
      "value",
      "values",
      "records",
      "entries",
      "entry",
      "list",
      "rows",
      "content",
      "elements",
      "objects",
      "nodes",
      "edges",
      "hits",
      "docs",
      "members",
      "resources",
      "collection",
      "response",
      "payload",
      "page",
      "children");

  private static final Set<String> NEVER = Set.of(
      "errors",
      "error",
      "warnings",
      "messages",
      "link",
      "links",
      "_links",
      "included",
      "facets",
      "aggregations",
      "columns",
      "fields",
      "schemas",
      "sort",
      "sorts",
      "filters",
      "tags",
      "metadata",
      "meta");

  private final Outline outline;
  private final String endpoint;

  private ItemsFinder(Outline outline, HttpUrl url) {
    this.outline = outline;
    List<String> segments = url.pathSegments();
    this.endpoint = segments.stream()
        .filter(segment -> !segment.isEmpty())
        .reduce((before, last) -> last)
        .map(ItemsFinder::plain)
        .orElse("");
  }

  /** {@return where the items are, if one place stands out} */
  public static Optional<Items> find(Outline outline, HttpUrl url) {
    return new ItemsFinder(outline, url).find();
  }

  private Optional<Items> find() {
    if (outline.open().isPresent()) {
      return outline.open().map(ItemsFinder::at);
    }
    List<Outline.Array> candidates = outline.arrays().stream()
        .filter(array -> array.path().isRoot() || !isNever(array))
        .sorted(Comparator.comparingInt(this::rank))
        .toList();
    if (candidates.isEmpty()) {
      return emptyList();
    }
    boolean tie = candidates.size() > 1 && rank(candidates.get(0)) == rank(candidates.get(1));
    return tie ? longer(candidates.get(0), candidates.get(1)) : Optional.of(at(candidates.get(0)));
  }

  private static Optional<Items> longer(Outline.Array one, Outline.Array other) {
    if (one.count() == other.count()) {
      return Optional.empty();
    }
    return Optional.of(at(one.count() > other.count() ? one : other));
  }

  /** A list without items may have null in their place. */
  private Optional<Items> emptyList() {
    return outline.scalars().entrySet().stream()
        .filter(scalar -> scalar.getValue().equals("null"))
        .map(scalar -> scalar.getKey())
        .filter(path -> USUAL.contains(plain(Outline.nameOf(path))) || isEndpoint(path))
        .findFirst()
        .map(path -> new Items.ArrayAt(JsonPath.of(path.toString())));
  }

  private boolean isEndpoint(dev.pageturner.internal.json.PathExpression path) {
    return !endpoint.isEmpty() && plain(Outline.nameOf(path)).equals(endpoint);
  }

  /** Lower is better; the weights only order the criteria. */
  private int rank(Outline.Array array) {
    int rank = array.path().steps().size();
    if (!isEndpoint(array.path())) {
      rank += 1000;
    }
    if (!USUAL.contains(plain(array.name()))) {
      rank += 100;
    }
    if (!array.hasObjects() && array.count() > 0) {
      rank += 50;
    }
    return array.path().isRoot() ? -1 : rank;
  }

  private static boolean isNever(Outline.Array array) {
    return NEVER.contains(array.name().toLowerCase(Locale.ROOT));
  }

  private static Items at(Outline.Array array) {
    return new Items.ArrayAt(JsonPath.of(array.path().toString()));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_\\-]", "");
  }
}
