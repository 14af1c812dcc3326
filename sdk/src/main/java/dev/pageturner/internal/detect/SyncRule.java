package dev.pageturner.internal.detect;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Source;
import dev.pageturner.pagination.Sync;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;

/**
 * What a page offers for later, by names that mean nothing else: a delta link, a sync token and the
 * parameter that it goes back in.
 */
public final class SyncRule {
  private static final Set<String> LINKS =
      Set.of("@odata.deltalink", "odata.deltalink", "@deltalink", "deltalink");

  /** Plain name in the body → parameter. Order: the clearer name first. */
  private static final Map<String, String> TOKENS = tokens();

  private SyncRule() {}

  private static Map<String, String> tokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("nextsynctoken", "sync_token");
    tokens.put("nextsynccursor", "sync_cursor");
    tokens.put("nextdeltatoken", "delta_token");
    tokens.put("newstartpagetoken", "page_token");
    tokens.put("synctoken", "sync_token");
    tokens.put("synccursor", "sync_cursor");
    tokens.put("deltatoken", "delta_token");
    tokens.put("lastseq", "since");
    return tokens;
  }

  /**
   * {@return what a page offers for later, if it has such a name}
   *
   * @param outline what the page looks like
   * @param items where its items are
   * @param call the request
   */
  public static Optional<Sync> find(Outline outline, Items items, ApiCall call) {
    List<Statement> statements = Statement.all(outline, items, Headers.of());
    BodyValues body = new BodyValues(outline, call, statements);
    return link(body).or(() -> token(body));
  }

  private static Optional<Sync> link(BodyValues body) {
    return body.members()
        .filter(each -> LINKS.contains(each.plainName()) && NextWords.isUrl(each.text()))
        .findFirst()
        .map(each -> Sync.link(each.where()));
  }

  private static Optional<Sync> token(BodyValues body) {
    for (Map.Entry<String, String> known : TOKENS.entrySet()) {
      Optional<Statement> token = body.members()
          .filter(each -> each.plainName().equals(known.getKey()) && hasValue(each))
          .findFirst();
      if (token.isPresent()) {
        return token.map(each -> by(each, known.getValue(), body));
      }
    }
    return Optional.empty();
  }

  private static boolean hasValue(Statement token) {
    return !token.text().isEmpty() && !token.json().matches("null|true|false");
  }

  private static Sync by(Statement token, String usual, BodyValues body) {
    String name = Outline.nameOf(PathExpression.parse(token.where()));
    String parameter = body.requestParameter(List.of(BodyValues.plain(usual)))
        .orElseGet(() -> CursorRule.inTheStyleOf(name, usual));
    return Sync.token(Source.body(token.where()), body.carrier(parameter));
  }
}
