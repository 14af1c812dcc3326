package dev.pageturner.internal.detect;

import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** {@code Content-Range: items 0-6/20}: a part of the list, counted in items. */
final class PartRule {
  private static final Pattern ITEMS = Pattern.compile("(?!bytes)(\\w+[ =])?\\s*\\d+-\\d+\\s*/.*");

  private PartRule() {}

  static Optional<Rule> find(BodyValues body, Headers headers) {
    String range = headers.get("Content-Range");
    if (range == null || !ITEMS.matcher(range.strip()).matches()) {
      return Optional.empty();
    }
    Optional<String> own = body.requestParameter(CounterRule.OFFSETS);
    Pagination offset = by(own.orElse("offset"), body);
    String reason =
        "the response has a Content-Range, and the number of items before goes back as ";
    return Optional.of(
        own.isPresent()
            ? Rule.stated(offset, reason + own.get())
            : Rule.guessed(
                offset, reason + "offset", List.of(by("skip", body), by("start", body))));
  }

  private static Pagination by(String parameter, BodyValues body) {
    return new Pagination.Builder()
        .next(new Next.Offset(0))
        .carrier(body.carrier(parameter))
        .totalItems(Source.header("Content-Range"))
        .build();
  }
}
