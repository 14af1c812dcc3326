package dev.pageturner.openapi.detect;

import dev.pageturner.pagination.JsonPath;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Paths as extensions write them: {@code $.data.items}, {@code $response.body#/next},
 * {@code data.items}.
 */
final class Paths {
  private static final Pattern RESPONSE = Pattern.compile("^\\$?response(?:\\.body)?#?");
  private static final Pattern WILDCARD = Pattern.compile("\\.?\\[?\\*\\]?");

  private Paths() {}

  /** {@return the field of the answer, or one of that path where the answer doesn't declare it} */
  static AnswerField field(Answer answer, String text) {
    List<String> path = isOneName(answer, text) ? List.of(text) : names(text);
    return new AnswerField(path, Shape.of(List.of()));
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
