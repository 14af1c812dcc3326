package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import dev.pageturner.openapi.mockserver.internal.request.Asked;
import dev.pageturner.openapi.mockserver.internal.request.Refusal;
import java.util.List;
import java.util.Map;

/**
 * A new cursor in the refusal of an expired one, where pages have their next position.
 *
 * @param headers the header that has it, if one does
 * @param members the member that has it, if one does
 */
record FreshCursor(Map<String, String> headers, Map<List<String>, RawJson> members) {
  static FreshCursor of(PageSignal signal, Asked asked, RawJson cursor) {
    String name = signal.field().name();
    if (signal.isUrl()) {
      String url = asked.urlWith(name, PlainText.of(cursor), name);
      return new FreshCursor(Map.of("Location", url), Map.of());
    }
    String where = signal.found().next().orElse("");
    return ListPlan.isHeader(where)
        ? new FreshCursor(
            Map.of(where.substring("header:".length()), PlainText.of(cursor)), Map.of())
        : new FreshCursor(Map.of(), Map.of(signal.next().orElse(List.of(name)), cursor));
  }

  Refusal refusal(int status, String text) {
    return new Refusal(status, text, headers, members);
  }
}
