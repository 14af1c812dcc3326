package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Paths as extensions write them: {@code $.data.items}, {@code $response.body#/next},
 * {@code data.items}.
 */
final class Paths {
  private static final Pattern PREFIX = Pattern.compile("^\\$?(?:response)?(?:\\.body)?(?:#|\\.)?");
  private static final Pattern SEPARATOR = Pattern.compile("[./\\[\\]'\"]+");

  private Paths() {}

  /** {@return the field of the answer, or one of that path where the answer doesn't declare it} */
  static AnswerField field(Answer answer, String text) {
    boolean written = text.startsWith("$");
    String bare = written ? PREFIX.matcher(text).replaceFirst("") : text;
    List<String> parts = SEPARATOR
        .splitAsStream(bare)
        .filter(part -> !part.isEmpty() && !part.equals("*"))
        .toList();
    List<String> path = isOneName(answer, bare) ? List.of(bare) : parts;
    return new AnswerField(path, Shape.of(List.of()));
  }

  private static boolean isOneName(Answer answer, String bare) {
    return java.util.stream.Stream.concat(answer.scalars().stream(), answer.arrays().stream())
        .anyMatch(field -> field.path().equals(List.of(bare)));
  }

  /** {@return the last name of {@code $request.query.cursor}, or the dotted path in a body} */
  static String requestName(String text) {
    return text.replaceFirst("^\\$?request\\.", "")
        .replaceFirst("^(?:query|header|path|body)(?:[.#/]+)", "")
        .replace('/', '.');
  }
}
