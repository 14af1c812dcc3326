package dev.pageturner.internal.detect;

import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    return byKnownName(body).or(() -> byWords(body));
  }

  private static Optional<Rule> byKnownName(BodyValues body) {
    for (Map.Entry<String, List<String>> known : NAMES.entrySet()) {
      Optional<Statement> cursor =
          body.members().filter(each -> matches(each, known.getKey(), body)).findFirst();
      if (cursor.isPresent()) {
        return cursor.map(each -> rule(each, known.getValue(), body));
      }
    }
    return Optional.empty();
  }

  /** {@code nextPageStart}, {@code next_thing_token}: whatever is next and a position. */
  private static Optional<Rule> byWords(BodyValues body) {
    return body.members()
        .filter(each -> NextWords.isNext(each.words()) && isPosition(each))
        .filter(each -> each.near() || each.words().size() > 1)
        .findFirst()
        .map(each -> rule(each, List.of(restOf(each.words())), body));
  }

  private static boolean isPosition(Statement statement) {
    return statement.json().equals("null") || NextWords.isToken(statement);
  }

  /** The name without {@code next}: what is left is how the request calls it. */
  private static String restOf(List<String> words) {
    List<String> rest = words.stream().filter(word -> !word.equals("next")).toList();
    List<String> narrower = rest.stream().filter(word -> !word.equals("page")).toList();
    boolean paged = narrower.isEmpty() || narrower.equals(List.of("token"));
    String name = String.join("_", paged ? rest : narrower);
    return name.isEmpty() ? "cursor" : name;
  }

  private static boolean matches(Statement statement, String known, BodyValues body) {
    String json = statement.json();
    boolean scalar = !json.equals("true") && !json.equals("false");
    boolean placed = statement.near() || statement.words().size() > 1;
    if (!statement.plainName().equals(known) || !scalar || !placed) {
      return false;
    }
    return switch (known) {
      // A counted offset is a number that the client keeps; an opaque one is a text.
      case "offset" -> json.startsWith("\"") && statement.number().isEmpty();
      case "lastid" -> body.anyFlag().isPresent();
      // Text of several words, dates and the like are no cursors, whatever they are called.
      case "next", "after", "continue", "cursor", "bookmark" ->
        isPosition(statement) || json.equals("\"\"");
      default -> true;
    };
  }

  private static Rule rule(Statement cursor, List<String> usual, BodyValues body) {
    String name = Outline.nameOf(PathExpression.parse(cursor.where()));
    List<String> parameters = cursor.number().isPresent() && isBareNext(cursor)
        ? ofNumber(cursor, body)
        : assumed(name, usual, body);
    Optional<String> own = body.requestParameter(Stream.concat(usual.stream(), parameters.stream())
        .map(BodyValues::plain)
        .toList());
    String parameter = own.orElse(parameters.get(0));
    String reason =
        "the body has a cursor at " + cursor.where() + ", which goes back as " + parameter;
    Pagination pagination = by(cursor, parameter, body);
    return own.isPresent()
        ? Rule.stated(pagination, reason)
        : Rule.guessed(
            pagination,
            reason,
            parameters.stream().skip(1).map(each -> by(cursor, each, body)).toList());
  }

  private static Pagination by(Statement cursor, String parameter, BodyValues body) {
    Pagination.Builder pagination = new Pagination.Builder()
        .next(new Next.Cursor(List.of(Source.body(cursor.where()))))
        .carrier(body.carrier(parameter));
    if (cursor.plainName().equals("nextcursormark")) {
      pagination.endRule(EndRule.REPEATED_CURSOR).firstCursor("*");
    }
    return pagination.build();
  }

  private static boolean isBareNext(Statement cursor) {
    return cursor.words().equals(List.of("next"));
  }

  /** A number goes back as what the response calls the current one. */
  private static List<String> ofNumber(Statement cursor, BodyValues body) {
    long next = cursor.number().orElse(0L);
    List<String> names = new ArrayList<>();
    body.named(CounterRule.PAGE_PARAMETERS)
        .filter(page -> page.number().map(number -> number + 1 == next).orElse(false))
        .ifPresent(page -> names.add(nameOf(page)));
    body.named(CounterRule.OFFSETS)
        .filter(offset -> offset.number().map(number -> number < next).orElse(false))
        .ifPresent(offset -> names.add(nameOf(offset)));
    names.addAll(
        next == 2 ? List.of("page", "offset", "start") : List.of("offset", "start", "page"));
    return names.stream().distinct().toList();
  }

  private static String nameOf(Statement statement) {
    return Outline.nameOf(PathExpression.parse(statement.where()));
  }

  /** {@return the parameter that a value of this name usually goes back in} */
  static String usualParameter(String name) {
    List<String> usual =
        NAMES.getOrDefault(BodyValues.plain(name), List.of(restOf(Words.of(name))));
    return inTheStyleOf(name, usual.get(0));
  }

  /** In order of preference; a request with {@code page[size]} takes {@code page[after]}. */
  private static List<String> assumed(String name, List<String> parameters, BodyValues body) {
    Stream<String> bracketed =
        parameters.stream().filter(each -> each.startsWith("page[") && body.hasBrackets());
    Stream<String> others = parameters.stream()
        .filter(each -> !each.startsWith("page["))
        .map(each -> inTheStyleOf(name, each));
    return Stream.concat(bracketed, others).distinct().toList();
  }

  /** APIs that write nextPageToken write pageToken, those with next_page_token page_token. */
  static String inTheStyleOf(String name, String parameter) {
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
