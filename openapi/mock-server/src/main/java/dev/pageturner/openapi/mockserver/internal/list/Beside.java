package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import okhttp3.Headers;

/**
 * What traits put on a page beside what the document describes.
 *
 * @param moreFlag what flags say about more pages; empty for the truth where there is one
 * @param ownFlag whether a flag is added, where the document has none
 * @param deltaToken the sync token, on the last page
 * @param firstUrl the link to the first page, in a header line of its own
 */
record Beside(
    Optional<Boolean> moreFlag,
    boolean ownFlag,
    Optional<String> deltaToken,
    Optional<String> firstUrl) {
  private static final String FLAG = "has_more";

  void into(ListPlan plan, Headers.Builder headers, BiConsumer<List<String>, RawJson> body) {
    firstUrl.ifPresent(url -> headers.add("Link", "<" + url + ">; rel=\"first\""));
    moreFlag
        .filter(more -> ownFlag && plan.best().endFlag().isEmpty())
        .ifPresent(more -> flag(plan, more, headers, body));
    deltaToken.ifPresent(token -> plan.delta()
        .header()
        .ifPresentOrElse(
            name -> headers.add(name, token),
            () -> body.accept(plan.delta().names(), RawJson.of(token))));
  }

  private static void flag(
      ListPlan plan,
      boolean more,
      Headers.Builder headers,
      BiConsumer<List<String>, RawJson> body) {
    if (plan.isObject()) {
      body.accept(List.of(FLAG), RawJson.of(more));
    } else {
      headers.add("X-Has-More", Boolean.toString(more));
    }
  }
}
