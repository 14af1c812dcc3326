package dev.pageturner.internal.detect;

import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Items;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;

/**
 * One named value of a response that may say something of its list: a member of the body outside of
 * the items, a header, or a member of a header that holds JSON.
 *
 * <p>What belongs to something else is left out: facets and statistics, rate limits, errors, and
 * objects that hold a list of their own.
 *
 * @param where a JSONPath, or {@code header} and a name
 * @param words the words of the name; of a value that only its parent names, the parent's before
 * @param json the value as JSON; of a header, the text in quotes
 * @param siblings the words of the members of its object, its own among them
 * @param near whether it stands at the root, around the items, in a header, or in an object whose
 *     name speaks of pages: there, one vague word is enough
 */
record Statement(
    String where, List<String> words, String json, Set<String> siblings, boolean near) {
  /** Names of objects and headers that describe something other than the list. */
  private static final Set<String> FOREIGN = Set.of(
      "facet",
      "facets",
      "aggregation",
      "aggregations",
      "aggs",
      "stats",
      "statistics",
      "histogram",
      "rate",
      "ratelimit",
      "quota",
      "usage",
      "credits",
      "throttle",
      "retry",
      "price",
      "cost",
      "costs",
      "amount",
      "amounts",
      "invoice",
      "billing",
      "balance",
      "cart",
      "basket",
      "error",
      "errors",
      "warning",
      "warnings",
      "debug",
      "profile",
      "user",
      "account",
      "subscription",
      "plan",
      "shards",
      "timing",
      "duration",
      "security",
      "cookie",
      "content",
      "cache",
      "trace");

  /** Names of objects that speak of pages, or wrap an answer. */
  private static final Set<String> ENVELOPES = Set.of(
      "meta",
      "metadata",
      "page",
      "pages",
      "paging",
      "pagination",
      "paginator",
      "pager",
      "cursor",
      "cursors",
      "next",
      "link",
      "links",
      "navigation",
      "nav",
      "list",
      "listing",
      "collection",
      "response",
      "result",
      "results",
      "search",
      "query",
      "header",
      "info",
      "total",
      "hits",
      "data");

  /** Names that add nothing to that of the object around. */
  private static final Set<String> BARE = Set.of("href", "url", "uri", "link", "value", "target");

  /** What a total in a header may be of, other than items. */
  private static final Set<String> MEASURED = Set.of(
      "time",
      "bytes",
      "memory",
      "request",
      "requests",
      "call",
      "calls",
      "cpu",
      "db",
      "query",
      "page");

  private static final Set<String> CONTENT_RANGE = Set.of("content-range");

  /** {@return everything that a response says outside of its items} */
  static List<Statement> all(Outline outline, Items items, Headers headers) {
    List<Statement> all = new ArrayList<>();
    PathExpression place = PathExpression.parse(ItemsPath.of(items).text());
    Map<PathExpression, Set<String>> words = wordsByObject(outline);
    outline.scalars().forEach((path, json) -> {
      if (!path.startsWith(place) && !isForeign(path, place, outline)) {
        all.add(ofMember(path, json, place, words.getOrDefault(parent(path), Set.of())));
      }
    });
    for (String name : headers.names()) {
      if (Words.of(name).stream().noneMatch(FOREIGN::contains)
          && !CONTENT_RANGE.contains(name.toLowerCase(Locale.ROOT))) {
        headers.values(name).forEach(value -> all.addAll(ofHeader(name, value.strip())));
      }
    }
    return all;
  }

  private static Map<PathExpression, Set<String>> wordsByObject(Outline outline) {
    Map<PathExpression, Set<String>> words = new HashMap<>();
    outline
        .scalars()
        .keySet()
        .forEach(path -> words
            .computeIfAbsent(parent(path), object -> new HashSet<>())
            .addAll(Words.of(Outline.nameOf(path))));
    return words;
  }

  private static Statement ofMember(
      PathExpression path, String json, PathExpression items, Set<String> siblings) {
    PathExpression parent = parent(path);
    List<String> words = Words.of(withoutNamespace(Outline.nameOf(path)));
    List<String> around = Words.of(Outline.nameOf(parent));
    boolean bare = words.size() == 1 && BARE.contains(words.get(0)) && !parent.isRoot();
    if (bare || (around.equals(List.of("next")) && !words.contains("next"))) {
      words = joined(around, bare && words.get(0).equals("value") ? List.of() : words);
    }
    boolean near = items.startsWith(parent) || around.stream().anyMatch(ENVELOPES::contains);
    return new Statement(path.toString(), words, json, siblings, near);
  }

  /** {@code @odata.nextLink} is a next link, and {@code @odata.count} counts all by definition. */
  private static String withoutNamespace(String name) {
    return name.replaceFirst("^@?odata\\.count$", "totalCount")
        .replaceFirst("^(@\\w+|odata)\\.", "");
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return List.copyOf(both);
  }

  private static List<Statement> ofHeader(String name, String value) {
    if (value.startsWith("{")) {
      return ofJsonHeader(name, value);
    }
    List<String> words = Words.of(name);
    List<String> own = words.size() > 1 && words.get(0).equals("x") ? tail(words) : words;
    return List.of(new Statement("header " + name, own, JsonMembers.quoted(value), Set.of(), true));
  }

  /** {@code X-Pagination: {"TotalCount": 50, "HasNext": true}}. */
  private static List<Statement> ofJsonHeader(String name, String value) {
    List<Statement> all = new ArrayList<>();
    try {
      Map<String, String> members = JsonMembers.of(value);
      members.forEach((member, json) -> all.add(new Statement(
          "header " + name + ", member " + member, Words.of(member), json, Set.of(), true)));
    } catch (IllegalArgumentException e) {
      // No JSON after all: whatever it is, it says nothing that could be read.
    }
    return all;
  }

  private static boolean isForeign(PathExpression path, PathExpression items, Outline outline) {
    for (PathExpression around = parent(path); !around.isRoot(); around = parent(around)) {
      if (!items.startsWith(around) && (hasForeignName(around) || hasItsOwnList(around, outline))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasForeignName(PathExpression object) {
    return Words.of(Outline.nameOf(object)).stream()
        .anyMatch(word -> FOREIGN.contains(word) || FOREIGN.contains(Words.singular(word)));
  }

  private static boolean hasItsOwnList(PathExpression object, Outline outline) {
    boolean envelope = Words.of(Outline.nameOf(object)).stream().anyMatch(ENVELOPES::contains);
    return !envelope
        && outline.arrays().stream().anyMatch(array -> array.path().startsWith(object));
  }

  private static PathExpression parent(PathExpression path) {
    return PathExpression.of(path.steps().subList(0, Math.max(0, path.steps().size() - 1)));
  }

  private static List<String> tail(List<String> words) {
    return words.subList(1, words.size());
  }

  /** {@return the last name in lower case, without signs} */
  String plainName() {
    return BodyValues.plain(
        isHeader() ? headerName() : Outline.nameOf(PathExpression.parse(where)));
  }

  boolean isHeader() {
    return where.startsWith("header ");
  }

  /** {@return whether it is the whole value of a header} */
  boolean isPlainHeader() {
    return isHeader() && !where.contains(", member ");
  }

  String headerName() {
    return where.substring("header ".length());
  }

  /** {@return these words without a vendor's name in front, as in {@code x-wp-total}} */
  List<String> withoutVendor() {
    boolean vendor = isHeader() && words.size() > 1 && !MEASURED.contains(words.get(0));
    return vendor ? tail(words) : words;
  }

  boolean has(String word) {
    return words.contains(word);
  }

  boolean hasAny(Set<String> some) {
    return words.stream().anyMatch(some::contains);
  }

  /** {@return the content of a string, or the JSON of another value} */
  String text() {
    return BodyValues.text(json).strip();
  }

  /** {@return the whole number that this is, or a text of digits} */
  Optional<Long> number() {
    return Detector.number(text());
  }

  /** {@return what a boolean says, be it a text or, where the name is clear enough, 0 or 1} */
  Optional<Boolean> truth() {
    return switch (text().toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> Optional.of(true);
      case "false", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
