package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.answer.Answer;
import dev.pageturner.openapi.mockserver.internal.data.Row;
import dev.pageturner.openapi.mockserver.internal.data.Rows;
import dev.pageturner.openapi.mockserver.internal.data.Written;
import dev.pageturner.openapi.mockserver.internal.fault.Twist;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.request.Asked;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of what changed in a list since a sync token was given out, in the order of the changes. A
 * row that changed several times is told once, as it is now; one that is gone has its ids and a
 * mark.
 *
 * @param plan the list
 * @param asked the request
 * @param setting how the list is served
 * @param rows all its rows
 * @param size the items of a page
 */
record DeltaPage(ListPlan plan, Asked asked, ListSetting setting, Rows rows, int size) {
  static DeltaTokens tokens(ListPlan plan) {
    return new DeltaTokens(plan.signal().cursors().check());
  }

  /** {@return the token for what changes after a version, as it stands on the last page} */
  static String token(ListPlan plan, Asked asked, long version) {
    String token = tokens(plan).write(DeltaTokens.Since.version(version));
    return plan.delta().url()
        ? asked.urlWith(plan.delta().parameter(), token, plan.signal().field().name())
        : token;
  }

  Answer answer(DeltaTokens.Since since) {
    long upTo = since.upTo().orElseGet(rows::version);
    List<Written> found = rows.written(since.after(), upTo, size + 1);
    List<Written> shown = found.subList(0, Math.min(size, found.size()));
    boolean more = found.size() > size;
    Optional<String> next = more
        ? Optional.of(tokens(plan)
            .write(new DeltaTokens.Since(
                since.from(), shown.get(shown.size() - 1).version(), Optional.of(upTo))))
        : Optional.empty();
    long count = rows.written(since.from(), upTo, Integer.MAX_VALUE).size();
    List<Row> told = shown.stream().map(Written::row).toList();
    PageFacts page = new PageFacts(asked, 0, 0, size, told, 0, more, count, Twist.NONE, "", next);
    Beside beside = new Beside(
        Optional.empty(),
        false,
        more ? Optional.empty() : Optional.of(token(plan, asked, upTo)),
        Optional.empty());
    return new PageWriter(plan, page, beside, setting.samples())
        .answer(shown.stream().map(this::item).toList());
  }

  private RawJson item(Written written) {
    RawJson item = plan.view().item(setting.options().seed(), setting.series(), written.row());
    return written.removed() ? removed(item) : item;
  }

  private RawJson removed(RawJson item) {
    RawJson gone = RawJson.ofObject(Map.of());
    for (List<String> id : plan.collection().idPaths()) {
      Optional<RawJson> value = Steps.get(item, id);
      if (value.isPresent()) {
        gone = Steps.put(gone, id, value.get());
      }
    }
    List<String> names = plan.delta().names();
    boolean odata = !names.isEmpty() && names.get(names.size() - 1).startsWith("@odata.");
    return odata
        ? Steps.put(gone, List.of("@removed", "reason"), RawJson.of("deleted"))
        : Steps.put(gone, List.of("deleted"), RawJson.of(true));
  }
}
