package dev.pageturner.openapi.detect;

import dev.pageturner.pagination.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Paths as extensions write them: {@code $.data.items}, {@code $response.body#/next},
 * {@code data.items}, and the last item's field, {@code $.data[-1].id}.
 */
final class Paths {
  private static final Pattern RESPONSE = Pattern.compile("^\\$?response(?:\\.body)?#?");
  private static final Pattern WILDCARD = Pattern.compile("\\.?\\[?\\*\\]?");
  private static final Pattern LAST = Pattern.compile(
      "^(.*?)(?:\\[-1:?\\]|\\[\\(@\\.length ?- ?1\\)\\]|/-1(?=/)|\\.-1(?=\\.))[./]?(.+)$");
  private static final Pattern EXPRESSION = Pattern.compile("[?()@&|=<>,+]|\\.\\.|\\[-|\\[\\d|:");

  private Paths() {}

  /**
   * A field of the last item.
   *
   * @param items the path of the items
   * @param field the field of each of them
   */
  record LastItem(String items, String field) {}

  /** {@return what an expression says of the last item, if it does} */
  static Optional<LastItem> lastItem(String text) {
    Matcher matcher = LAST.matcher(text);
    return matcher.matches() && !isExpression(matcher.group(2))
        ? Optional.of(new LastItem(
            matcher.group(1).isEmpty() ? "$" : matcher.group(1),
            matcher.group(2).replace('/', '.')))
        : Optional.empty();
  }

  /** {@return whether a text is more than the names that lead to a place} */
  static boolean isExpression(String text) {
    return EXPRESSION.matcher(text).find();
  }

  /** {@return the field of the answer, or one of that path where the answer doesn't declare it} */
  static AnswerField field(Answer answer, String text) {
    List<String> path = isOneName(answer, text) ? List.of(text) : names(text);
    return answer.field(path).orElseGet(() -> new AnswerField(path, Shape.of(List.of())));
  }

  private static List<String> names(String text) {
    String rest = text.startsWith("$response") ? RESPONSE.matcher(text).replaceFirst("") : text;
    String path = WILDCARD.matcher(rest).replaceAll("");
    try {
      return JsonPath.of(path.startsWith(".") ? "$" + path : path).names();
    } catch (IllegalArgumentException e) {
      // No path in any spelling: a bare name with blanks or signs in it.
      return List.of(text);
    }
  }

  private static boolean isOneName(Answer answer, String bare) {
    return Stream.concat(answer.scalars().stream(), answer.arrays().stream())
        .anyMatch(field -> field.path().equals(List.of(bare)));
  }

  /** {@return the last name of {@code $request.query.cursor}, or the dotted path in a body} */
  static String requestName(String text) {
    return text.replaceFirst("^\\$?request\\.", "")
        .replaceFirst("^(?:query|header|path|body)(?:[.#/]+)", "")
        .replace('/', '.');
  }
}
