package dev.pageturner.internal.detect;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;

/** A cursor in a header of the response. */
final class HeaderRule {
  private static final Map<String, Carrier> KNOWN = Map.of(
      "x-next-cursor", Carrier.query("cursor"),
      "next-cursor", Carrier.query("cursor"),
      "x-cursor", Carrier.query("cursor"),
      "x-next-page", Carrier.query("page"),
      "x-next-page-token", Carrier.query("page_token"),
      "x-next-token", Carrier.query("next_token"),
      "x-continuation-token", Carrier.query("continuation_token"),
      "x-ms-continuation", Carrier.header("x-ms-continuation"),
      "x-ms-continuationtoken", Carrier.query("continuationToken"),
      "opc-next-page", Carrier.query("page"));

  private HeaderRule() {}

  static Optional<Rule> find(BodyValues body, Headers headers, ApiCall call) {
    return byKnownName(headers, call).or(() -> byWords(body));
  }

  /** {@code X-Next-Offset}, {@code X-Next-Url}: whatever is next and a position. */
  private static Optional<Rule> byWords(BodyValues body) {
    for (Statement header : body.statements()) {
      Optional<NextWords.Rank> rank =
          header.isPlainHeader() ? NextWords.of(header) : Optional.empty();
      String name = header.isHeader() ? header.headerName() : "";
      if (rank.equals(Optional.of(NextWords.Rank.URL))) {
        Pagination next =
            new Pagination.Builder().next(new Next.Url(Source.header(name))).build();
        return Optional.of(
            Rule.stated(next, "the response has the URL of the next page in the header " + name));
      } else if (rank.equals(Optional.of(NextWords.Rank.TOKEN))) {
        return Optional.of(byToken(name, body));
      }
    }
    return Optional.empty();
  }

  private static Rule byToken(String name, BodyValues body) {
    String usual = CursorRule.usualParameter(name.replaceFirst("(?i)^x-", ""));
    Optional<String> own = body.requestParameter(List.of(BodyValues.plain(usual)));
    String parameter = own.orElse(usual);
    return new Rule(
        Pagination.cursor(Source.header(name), body.carrier(parameter)),
        "the response has a cursor in the header " + name + ", which goes back as " + parameter,
        own.isEmpty(),
        List.of());
  }

  private static Optional<Rule> byKnownName(Headers headers, ApiCall call) {
    for (String name : headers.names()) {
      Carrier usual = KNOWN.get(name.toLowerCase(Locale.ROOT));
      if (usual != null) {
        Optional<Carrier> own = ownParameter(call, usual);
        Carrier carrier = own.orElse(usual);
        boolean guess = own.isEmpty() && usual instanceof Carrier.Query;
        return Optional.of(new Rule(
            Pagination.cursor(Source.header(name), carrier),
            "the response has a cursor in the header " + name + ", which goes back as " + carrier,
            guess,
            List.of()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Carrier> ownParameter(ApiCall call, Carrier usual) {
    if (usual instanceof Carrier.Query query) {
      String plain = BodyValues.plain(query.names().get(0));
      return call.url().queryParameterNames().stream()
          .filter(name -> BodyValues.plain(name).equals(plain))
          .findFirst()
          .map(Carrier::query);
    }
    return Optional.empty();
  }
}
