package dev.pageturner.openapi.detect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in an answer as extensions write it: {@code $.data.next}, {@code $response.body#/next},
 * {@code $response.header.X-Next}, or a field of the last item, {@code $.data[-1].id}.
 *
 * @param next where the value stands, as a finding has it; empty for a field of the last item
 * @param url whether the value is a URL, which is followed
 * @param lastItem the field of the last item, dotted; empty for any other place
 * @param items the field that holds the items, for a field of the last of them
 */
record Expression(
    Optional<String> next, boolean url, Optional<String> lastItem, Optional<AnswerField> items) {
  private static final Pattern HEADER =
      Pattern.compile("\\$response\\.headers?[.#/]+([\\w!#$%&'*+.^`|~-]+)");

  private static final Pattern EVERY = Pattern.compile("\\[\\s*[*:]?\\s*]$");

  /** {@return the place, empty if the text names none that can be read} */
  static Optional<Expression> of(Candidate candidate, String text) {
    Matcher header = HEADER.matcher(text.strip());
    if (header.matches()) {
      return Optional.of(new Expression(
          Optional.of("header:" + header.group(1)), false, Optional.empty(), Optional.empty()));
    }
    Optional<Paths.LastItem> last = Paths.lastItem(text.strip());
    return last.isPresent()
        ? field(candidate, last.get().items())
            .map(array -> new Expression(
                Optional.empty(), false, Optional.of(last.get().field()), Optional.of(array)))
        : field(candidate, text).map(Expression::at);
  }

  private static Expression at(AnswerField field) {
    return new Expression(
        Optional.of(field.jsonPath()),
        UrlSigns.of(field) == UrlSigns.URL,
        Optional.empty(),
        Optional.empty());
  }

  /** {@return the field at a place, empty if the text names none} */
  static Optional<AnswerField> field(Candidate candidate, String text) {
    String place = EVERY.matcher(text.strip()).replaceFirst("");
    return place.isEmpty() || Paths.isExpression(place)
        ? Optional.empty()
        : Optional.of(Paths.field(candidate.answer(), place));
  }
}
