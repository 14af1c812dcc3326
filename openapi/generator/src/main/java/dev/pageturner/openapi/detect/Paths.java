package dev.pageturner.openapi.detect;

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
  private static final Pattern PREFIX = Pattern.compile("^\\$?(?:response)?(?:\\.body)?(?:#|\\.)?");
  private static final Pattern SEPARATOR = Pattern.compile("[./\\[\\]'\"]+");
  private static final Pattern LAST =
      Pattern.compile("^(.*?)(?:\\[-1:?\\]|\\[\\(@\\.length ?- ?1\\)\\]|/-1(?=/)|\\.-1(?=\\.))[./]?(.+)$");
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
    boolean written = text.startsWith("$");
    String bare = written ? PREFIX.matcher(text).replaceFirst("") : text;
    List<String> parts = SEPARATOR
        .splitAsStream(bare)
        .filter(part -> !part.isEmpty() && !part.equals("*"))
        .toList();
    List<String> path = isOneName(answer, bare) ? List.of(bare) : parts;
    return answer
        .field(path)
        .orElseGet(() -> new AnswerField(path, Shape.of(List.of())));
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
