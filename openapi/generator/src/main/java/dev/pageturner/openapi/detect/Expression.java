package dev.pageturner.openapi.detect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in an answer as extensions write it: {@code $.data.next}, {@code $response.body#/next},
 * {@code $response.header.X-Next}, or a field of the last item, {@code $.data[-1].id}.
 *
 * @param next where the value stands, as a finding has it; empty for a field of the last item
 * @param lastItem the field of the last item, dotted; empty for any other place
 * @param items the field that holds the items, for a field of the last of them
 */
record Expression(Optional<String> next, Optional<String> lastItem, Optional<AnswerField> items) {
  private static final Pattern HEADER =
      Pattern.compile("\\$response\\.headers?[.#/]+([\\w!#$%&'*+.^`|~-]+)");

  /** The last element, in the spellings of JSONPath's dialects. */
  private static final Pattern LAST =
      Pattern.compile("(.*?)\\[\\s*(?:-1|-1:|\\(@\\.length\\s*-\\s*1\\))\\s*]\\.?(.*)");

  private static final Pattern EVERY = Pattern.compile("\\[\\s*\\*?\\s*]$");

  /** Filters, functions, slices and any depth: what names no one place. */
  private static final Pattern NO_PLACE = Pattern.compile("[?()*]|\\.\\.|\\[\\s*-?\\d|:");

  /** {@return the place, empty if the text names none that can be read} */
  static Optional<Expression> of(Candidate candidate, String text) {
    Matcher header = HEADER.matcher(text.strip());
    if (header.matches()) {
      return Optional.of(new Expression(
          Optional.of("header:" + header.group(1)), Optional.empty(), Optional.empty()));
    }
    Matcher last = LAST.matcher(text.strip());
    return last.matches()
        ? lastItem(candidate, last.group(1), last.group(2))
        : field(candidate, text)
            .map(field ->
                new Expression(Optional.of(field.jsonPath()), Optional.empty(), Optional.empty()));
  }

  private static Optional<Expression> lastItem(Candidate candidate, String items, String field) {
    boolean readable = !field.isEmpty() && !NO_PLACE.matcher(field).find();
    return field(candidate, items)
        .filter(array -> readable)
        .map(array -> new Expression(Optional.empty(), Optional.of(field), Optional.of(array)));
  }

  /** {@return the field at a place, empty if the text names none} */
  static Optional<AnswerField> field(Candidate candidate, String text) {
    String place = EVERY.matcher(text.strip()).replaceFirst("");
    return place.isEmpty() || NO_PLACE.matcher(place).find()
        ? Optional.empty()
        : Optional.of(Paths.field(candidate.answer(), place));
  }
}
