package dev.pageturner.internal.detect;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.pagination.Carrier;
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

  static Optional<Rule> find(Headers headers, ApiCall call) {
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
