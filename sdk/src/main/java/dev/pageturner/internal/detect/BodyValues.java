package dev.pageturner.internal.detect;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.JsonPath;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Source;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The values outside of the items, by the plain form of their names: lower case, no signs. */
final class BodyValues {
  private static final List<String> MORE = List.of(
      "hasmore",
      "hasnext",
      "hasnextpage",
      "moreresults",
      "more",
      "ismore",
      "istruncated",
      "hasmorepages",
      "hasmoreresults",
      "moreitems",
      "hasmoreitems",
      "morerecords",
      "truncated");
  private static final List<String> LAST =
      List.of("last", "islast", "lastpage", "islastpage", "done", "complete", "finished", "isend");
  private static final List<String> TOTALS = List.of(
      "total",
      "totalcount",
      "totalitems",
      "totalresults",
      "totalelements",
      "totalrecords",
      "totalsize",
      "totalhits",
      "recordcount",
      "itemcount",
      "@odata.count",
      "numfound");

  private final Outline outline;
  private final ApiCall call;
  private final Map<String, String> payload;

  BodyValues(Outline outline, ApiCall call) {
    this.outline = outline;
    this.call = call;
    this.payload = members(call);
  }

  /** What a body holds that is no JSON object does not matter here. */
  static Map<String, String> members(ApiCall call) {
    try {
      return call.payload() == null
          ? Map.of()
          : JsonMembers.of(call.payload().bytes().utf8());
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_\\-]", "");
  }

  /** {@return the values with one of the names, the first name first} */
  Optional<Map.Entry<JsonPath, String>> named(Collection<String> plainNames) {
    for (String name : plainNames) {
      for (Map.Entry<JsonPath, String> scalar : outline.scalars().entrySet()) {
        if (plain(Outline.nameOf(scalar.getKey())).equals(name)) {
          return Optional.of(scalar);
        }
      }
    }
    return Optional.empty();
  }

  Map<JsonPath, String> all() {
    return outline.scalars();
  }

  /** {@return the flag that says whether there are more pages} */
  Optional<Flag> flag() {
    return flag(MORE, false).or(() -> flag(LAST, true));
  }

  /** {@return whether there is a flag, and it promises more pages} */
  boolean saysMore() {
    return flag(MORE, false).map(flag -> valueOf(flag).equals("true")).orElse(false)
        || flag(LAST, true).map(flag -> valueOf(flag).equals("false")).orElse(false);
  }

  private String valueOf(Flag flag) {
    return outline.scalars().getOrDefault(JsonPath.parse(flag.source().toString()), "");
  }

  private Optional<Flag> flag(List<String> names, boolean negated) {
    for (String name : names) {
      for (Map.Entry<JsonPath, String> scalar : outline.scalars().entrySet()) {
        boolean bool = scalar.getValue().equals("true") || scalar.getValue().equals("false");
        if (bool && plain(Outline.nameOf(scalar.getKey())).equals(name)) {
          return Optional.of(new Flag(Source.body(scalar.getKey().toString()), negated));
        }
      }
    }
    return Optional.empty();
  }

  /** {@return where the number of all items is} */
  Optional<String> total() {
    return named(TOTALS)
        .filter(scalar -> isNumber(scalar.getValue()))
        .map(scalar -> scalar.getKey().toString())
        .or(this::totalObject)
        .or(this::count);
  }

  /** Elasticsearch: {@code "total": {"value": 9, "relation": "eq"}}. */
  private Optional<String> totalObject() {
    return outline.objects().stream()
        .filter(path -> plain(Outline.nameOf(path)).equals("total"))
        .filter(path -> outline.scalars().containsKey(path.child("value")))
        .map(JsonPath::toString)
        .findFirst();
  }

  /** A count is that of the page, unless it stands beside the links from page to page. */
  private Optional<String> count() {
    JsonPath count = JsonPath.parse("$.count");
    boolean links = Stream.of("next", "previous")
        .allMatch(name -> outline.scalars().containsKey(JsonPath.parse("$." + name)));
    return links && isNumber(outline.scalars().getOrDefault(count, ""))
        ? Optional.of(count.toString())
        : Optional.empty();
  }

  /** {@return the number of all items, if it stands in the body} */
  Optional<Long> totalValue() {
    return total()
        .map(path -> outline.scalars().get(JsonPath.parse(path)))
        .flatMap(json -> Detector.number(text(json)));
  }

  static boolean isNumber(String json) {
    return json.matches("\"?\\d{1,18}\"?");
  }

  static String text(String json) {
    return json.replaceAll("^\"|\"$", "");
  }

  /** {@return the request's own parameter of one of these names, in their order} */
  Optional<String> requestParameter(Collection<String> plainNames) {
    Set<String> own = new LinkedHashSet<>(call.url().queryParameterNames());
    own.addAll(payload.keySet());
    return plainNames.stream()
        .flatMap(plain -> own.stream().filter(name -> plain(name).equals(plain)))
        .findFirst();
  }

  /** GraphQL takes values beside its query, not in it. */
  private String inVariables() {
    boolean graphQl = payload.containsKey("query") && payload.containsKey("variables");
    return graphQl ? "variables." : "";
  }

  /** {@return whether the request has parameters such as {@code page[size]}} */
  boolean hasBrackets() {
    return call.url().queryParameterNames().stream().anyMatch(name -> name.startsWith("page["));
  }

  /** {@return how this request would carry a value: in its query, or in its body if it has one} */
  Carrier carrier(String parameter) {
    boolean inQuery = call.url().queryParameterNames().contains(parameter);
    boolean inBody = call.payload() != null && !inQuery;
    return inBody ? Carrier.body(inVariables() + parameter) : Carrier.query(parameter);
  }
}
