package dev.pageturner.openapi.detect;

import dev.pageturner.json.RawJson;
import dev.pageturner.pagination.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/** A server with five items in pages of two that pages in the way that a label says. */
final class LabelledPages extends Dispatcher {
  static final List<String> IDS = List.of("a", "b", "c", "d", "e");
  private static final int PAGE = 2;
  private static final String HEADER = "header:";
  private static final String FROM = "from-item";
  private static final Pattern SEGMENT =
      Pattern.compile("\\.([^.\\[]+)|\\['([^']*)'\\]|\\[\\?(\\w+)=(\\w+)\\]");

  private final Facts facts;
  private final boolean asValues;

  /**
   * Makes a server.
   *
   * @param facts how it pages
   * @param asValues whether the items are the values of an object
   */
  LabelledPages(Facts facts, boolean asValues) {
    this.facts = facts;
    this.asValues = asValues;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    int from = from(request);
    int to = Math.min(from + PAGE, IDS.size());
    MockResponse.Builder response = new MockResponse.Builder();
    Map<String, Object> body = new LinkedHashMap<>();
    if (to < IDS.size()) {
      String next = next(request.getUrl(), to);
      facts.member("next").ifPresent(place -> {
        if (place.startsWith(HEADER)) {
          response.addHeader(place.substring(HEADER.length()), next);
        } else {
          put(body, place, next);
        }
      });
    }
    facts.member("flag").ifPresent(flag -> {
      boolean negated = flag.startsWith("!");
      put(body, flag.substring(negated ? 1 : 0), (to < IDS.size()) != negated);
    });
    facts.member("total").ifPresent(place -> put(body, place, IDS.size()));
    facts.member("totalPages").ifPresent(place -> put(body, place, (IDS.size() + 1) / PAGE));
    List<Object> items = items(Math.min(from, to), to);
    String place = facts.member("items").orElseThrow();
    if (!place.equals("$")) {
      put(body, place, asValues ? byKey(items) : items);
    }
    return response.body(json(place.equals("$") ? items : body)).build();
  }

  private int from(RecordedRequest request) {
    String style = facts.member("style").orElseThrow();
    String linked = request.getUrl().queryParameter(FROM);
    if (linked != null) {
      return Integer.parseInt(linked);
    }
    Optional<String> sent = facts.member("position").flatMap(position -> sent(request, position));
    if (sent.isEmpty()) {
      return 0;
    }
    return switch (style) {
      case "page" -> (Integer.parseInt(sent.get()) - start(1)) * PAGE;
      case "offset" -> Integer.parseInt(sent.get()) - start(0);
      case "after-id" -> IDS.indexOf(sent.get()) + 1;
      default -> sent.get().matches("c[0-9]") ? Integer.parseInt(sent.get().substring(1)) : 0;
    };
  }

  private int start(int unsaid) {
    return facts.member("start").map(Integer::valueOf).orElse(unsaid);
  }

  private static Optional<String> sent(RecordedRequest request, String position) {
    String name = position.substring(position.indexOf(':') + 1);
    if (position.startsWith("query:")) {
      return Optional.ofNullable(request.getUrl().queryParameter(name));
    } else if (position.startsWith(HEADER)) {
      return Optional.ofNullable(request.getHeaders().get(name));
    }
    ByteString body = request.getBody();
    Optional<RawJson> value =
        body == null ? Optional.empty() : Optional.of(RawJson.parse(body.utf8()));
    for (String member : name.split("\\.")) {
      value = value.flatMap(one -> one.get(member));
    }
    return value.map(one -> one.toString().replace("\"", ""));
  }

  private String next(HttpUrl url, int to) {
    String style = facts.member("style").orElseThrow();
    String link =
        url.newBuilder().setQueryParameter(FROM, Integer.toString(to)).build().toString();
    return switch (style) {
      case "next-url" -> link;
      case "link-header" -> "<" + link + ">; rel=\"next\"";
      case "page" -> Integer.toString(to / PAGE + start(1));
      case "offset" -> Integer.toString(to + start(0));
      default -> "c" + to;
    };
  }

  private List<Object> items(int from, int to) {
    List<Object> items = new ArrayList<>();
    for (String id : IDS.subList(from, to)) {
      Map<String, Object> item = new LinkedHashMap<>(Map.of("id", id));
      facts.member("lastItem").ifPresent(place -> put(item, JsonPath.of(place).text(), id));
      items.add(item);
    }
    return items;
  }

  private static Map<String, Object> byKey(List<Object> items) {
    Map<String, Object> values = new LinkedHashMap<>();
    items.forEach(item -> values.put("key" + values.size(), item));
    return values;
  }

  /** Puts a value at a path, making what leads to it. */
  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> root, String path, Object value) {
    List<String[]> segments = SEGMENT
        .matcher(path)
        .results()
        .map(found -> found.group(3) == null
            ? new String[] {found.group(1) == null ? found.group(2) : found.group(1)}
            : new String[] {found.group(3), found.group(4)})
        .toList();
    Map<String, Object> at = root;
    for (int i = 0; i < segments.size() - 1; i++) {
      String name = segments.get(i)[0];
      if (segments.get(i + 1).length == 2) {
        String[] relation = segments.get(++i);
        Map<String, Object> link = new LinkedHashMap<>(Map.of(relation[0], relation[1]));
        at.put(name, List.of(Map.of(relation[0], "self"), link));
        at = link;
      } else {
        at = (Map<String, Object>) at.computeIfAbsent(name, same -> new LinkedHashMap<>());
      }
    }
    at.put(segments.get(segments.size() - 1)[0], value);
  }

  private static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(member -> json(member.getKey()) + ":" + json(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    } else if (value instanceof List<?> list) {
      return list.stream().map(LabelledPages::json).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String text ? '"' + text.replace("\"", "\\\"") + '"' : value.toString();
  }
}
