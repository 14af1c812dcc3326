package dev.pageturner.internal.detect;

import dev.pageturner.internal.detect.Detector.Rule;
import dev.pageturner.internal.json.JsonPath;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cursor in the body, and the parameter that such a cursor usually goes back in. */
final class CursorRule {
  /**
   * Plain name in the body → parameters, the one to assume first. Order: the clearer name first.
   */
  private static final Map<String, List<String>> NAMES = names();

  private CursorRule() {}

  private static Map<String, List<String>> names() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    names.put("nextcursormark", List.of("cursorMark"));
    names.put("nextcursor", List.of("cursor", "next_cursor", "after", "start_cursor", "page"));
    names.put("nextpagetoken", List.of("page_token", "token", "cursor"));
    names.put("nextpagecursor", List.of("page_cursor", "cursor"));
    names.put("nextcontinuationtoken", List.of("continuation-token", "continuation_token"));
    names.put("continuationtoken", List.of("continuation_token", "continuation", "token"));
    names.put("nexttoken", List.of("next_token", "token", "page_token"));
    names.put("nextmarker", List.of("marker"));
    names.put("nextbookmark", List.of("bookmark"));
    names.put("nextkey", List.of("next_key", "key"));
    names.put("nextmaxid", List.of("max_id"));
    names.put("nextoffset", List.of("offset", "page_offset", "start"));
    names.put("nextstart", List.of("start"));
    names.put("nextpage", List.of("page", "page_token"));
    names.put("nextpagenumber", List.of("page"));
    names.put("endcursor", List.of("after", "cursor"));
    names.put("aftercursor", List.of("after", "page[after]", "after_cursor"));
    names.put("startingafter", List.of("starting_after"));
    names.put("after", List.of("after"));
    names.put("scrollid", List.of("scroll_id"));
    names.put("continue", List.of("continue"));
    names.put("bookmark", List.of("bookmark"));
    names.put("pagetoken", List.of("page_token"));
    names.put("cursor", List.of("cursor"));
    names.put("next", List.of("cursor", "next", "page", "after", "start", "offset"));
    names.put("lastid", List.of("after", "after_id", "starting_after", "last_id"));
    names.put("offset", List.of("offset"));
    return names;
  }

  static Optional<Rule> find(BodyValues body) {
    for (Map.Entry<String, List<String>> known : NAMES.entrySet()) {
      for (Map.Entry<JsonPath, String> value : body.all().entrySet()) {
        String name = Outline.nameOf(value.getKey());
        if (matches(name, value.getValue(), known.getKey(), body)) {
          return Optional.of(rule(value.getKey(), name, known, body));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean matches(String name, String json, String known, BodyValues body) {
    String plain = BodyValues.plain(name).replaceFirst("^_", "");
    boolean scalar = !json.equals("true") && !json.equals("false");
    if (!plain.equals(known) || !scalar) {
      return false;
    }
    return switch (known) {
      // A counted offset is a number that the client keeps; an opaque one is a text.
      case "offset" -> json.startsWith("\"") && !BodyValues.isNumber(json);
      case "lastid" -> body.flag().isPresent();
      default -> true;
    };
  }

  private static Rule rule(
      JsonPath path, String name, Map.Entry<String, List<String>> known, BodyValues body) {
    String parameter = body.requestParameter(
            known.getValue().stream().map(BodyValues::plain).toList())
        .orElseGet(() -> assumed(name, known.getValue(), body));
    Pagination.Builder pagination = new Pagination.Builder()
        .next(new Next.Cursor(List.of(Source.body(path.toString()))))
        .carrier(body.carrier(parameter));
    if (known.getKey().equals("nextcursormark")) {
      pagination.endRule(EndRule.REPEATED_CURSOR).firstCursor("*");
    }
    return new Rule(
        pagination.build(),
        "the body has a cursor at " + path + ", which goes back as " + parameter);
  }

  /** A request with {@code page[size]} takes {@code page[after]}. */
  private static String assumed(String name, List<String> parameters, BodyValues body) {
    return parameters.stream()
        .filter(parameter -> parameter.startsWith("page[") && body.hasBrackets())
        .findFirst()
        .orElseGet(() -> inTheStyleOf(name, parameters.get(0)));
  }

  /** APIs that write nextPageToken write pageToken, those with next_page_token page_token. */
  private static String inTheStyleOf(String name, String parameter) {
    if (name.contains("_") || name.contains("-") || !parameter.matches("[a-z]+(_[a-z]+)*")) {
      return parameter;
    }
    StringBuilder camel = new StringBuilder();
    for (String word : parameter.split("_", -1)) {
      camel.append(
          camel.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    if (Character.isUpperCase(name.charAt(0))) {
      camel.setCharAt(0, Character.toUpperCase(camel.charAt(0)));
    }
    return camel.toString();
  }
}
