package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.DetectedPagination.PageSize;
import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.openapi.mockserver.internal.answer.Answer;
import dev.pageturner.openapi.mockserver.internal.data.Data;
import dev.pageturner.openapi.mockserver.internal.data.Row;
import dev.pageturner.openapi.mockserver.internal.data.Rows;
import dev.pageturner.openapi.mockserver.internal.fault.Twist;
import dev.pageturner.openapi.mockserver.internal.request.Asked;
import dev.pageturner.openapi.mockserver.internal.request.Refusal;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers list operations, each in its own style. */
public final class ListHandler {
  private final Samples samples;
  private final MockOptions options;
  private final Data data;

  public ListHandler(Samples samples, MockOptions options, Data data) {
    this.samples = samples;
    this.options = options;
    this.data = data;
  }

  private Rows shown(ListPlan plan, Asked asked) {
    Rows all = rows(plan, asked);
    Map<String, List<String>> filters =
        options.applyFilters() ? plan.filters().asked(asked.request()) : Map.of();
    if (filters.isEmpty()) {
      return all;
    }
    String series = plan.collection().series(asked.pathValues());
    return all.where(
        row -> Filters.matches(plan.view().item(options.seed(), series, row), filters));
  }

  public Rows rows(ListPlan plan, Asked asked) {
    return data.rows(plan.collection().series(asked.pathValues()));
  }

  /** {@return the number of the page that is asked for, from 1} */
  public long page(ListPlan plan, Asked asked) throws Refusal {
    Rows rows = shown(plan, asked);
    int size = size(plan, asked);
    return rows.rank(place(plan, asked, size, rows)) / size + 1;
  }

  public Answer answer(ListPlan plan, Asked asked, Twist twist) throws Refusal {
    Rows rows = shown(plan, asked);
    int size = size(plan, asked);
    long place = place(plan, asked, size, rows);
    PageFacts page = page(asked, rows, place, size, twist);
    String series = plan.collection().series(asked.pathValues());
    List<RawJson> items = page.rows().stream()
        .map(row -> plan.view().item(options.seed(), series, row))
        .toList();
    return new PageWriter(plan, page, samples).answer(items);
  }

  private static PageFacts page(Asked asked, Rows rows, long place, int size, Twist twist) {
    List<Row> found = rows.from(place, size + 1);
    boolean empty = twist.kind() == Twist.Kind.EMPTY_PAGE;
    List<Row> shown = empty ? List.of() : found.subList(0, Math.min(size, found.size()));
    boolean more = found.size() > size || twist.kind() != Twist.Kind.NONE;
    long next = empty || shown.isEmpty() ? place : shown.get(shown.size() - 1).place() + 1;
    return new PageFacts(
        asked, place, rows.rank(place), size, shown, next, more, rows.count(), twist);
  }

  private long place(ListPlan plan, Asked asked, int size, Rows rows) throws Refusal {
    Optional<String> wrong = Optional.empty();
    for (PageSignal signal : plan.signals()) {
      PositionField field = signal.field();
      Optional<String> value = asked.value(field);
      if (value.isPresent()) {
        OptionalLong place = signal.place(value.get(), size, rows);
        if (place.isPresent()) {
          return place.getAsLong();
        }
        wrong = Optional.of(field.in() + " parameter " + field.name());
      }
    }
    if (wrong.isPresent()) {
      throw new Refusal(400, "the " + wrong.get() + " is no position of this list");
    }
    return rows.place(0);
  }

  /** A size above the maximum gets the maximum; one that is no size is refused. */
  private int size(ListPlan plan, Asked asked) throws Refusal {
    Optional<PageSize> field = plan.size();
    long most = field.flatMap(PageSize::maximum).orElse((long) options.maxPageSize());
    long usual = Math.min(options.pageSize(), Math.max(1, most));
    if (field.isEmpty()) {
      return (int) usual;
    }
    Optional<String> value =
        asked.value(new PositionField(field.get().name(), field.get().in()));
    if (value.isEmpty()) {
      return (int) usual;
    }
    if (!value.get().matches("0*[1-9]\\d{0,17}")) {
      throw new Refusal(400, "the page size " + field.get().name() + " is no number from 1");
    }
    return (int) Math.min(Long.parseLong(value.get()), Math.max(1, most));
  }
}
