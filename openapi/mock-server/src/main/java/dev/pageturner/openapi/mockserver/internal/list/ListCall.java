package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.DetectedPagination.PageSize;
import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.mockserver.internal.answer.Answer;
import dev.pageturner.openapi.mockserver.internal.data.Data;
import dev.pageturner.openapi.mockserver.internal.data.Row;
import dev.pageturner.openapi.mockserver.internal.data.Rows;
import dev.pageturner.openapi.mockserver.internal.fault.Twist;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.request.Asked;
import dev.pageturner.openapi.mockserver.internal.request.Refusal;
import dev.pageturner.openapi.mockserver.internal.trait.TraitName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One request to a list: reads its position, keeps to the traits of the list, and answers with a
 * page.
 */
public final class ListCall {
  private final ListPlan plan;
  private final Asked asked;
  private final ListSetting setting;
  private final Rows all;
  private final ListCounts counts;
  private final CursorRules rules;
  private final Selection selection;
  private @Nullable Rows selected;
  private long selectedAt;

  ListCall(ListPlan plan, Asked asked, ListSetting setting, Rows all, ListCounts counts) {
    this.plan = plan;
    this.asked = asked;
    this.setting = setting;
    this.all = all;
    this.counts = counts;
    this.selection = Selection.of(asked.request(), plan.filters());
    Stamp now = new Stamp(
        setting.options().clock().millis(), counts.next(), neighbours().hashCode(), all.version());
    this.rules = new CursorRules(setting.traits(), now);
  }

  /** What is sent beside the position and the page size, which a cursor may be bound to. */
  private Map<String, List<String>> neighbours() {
    Map<String, List<String>> beside = new TreeMap<>(asked.request().query());
    beside.keySet().removeAll(plan.paging());
    beside.put("", asked.pathValues());
    asked.body().ifPresent(body -> beside.put(".", List.of(withoutPosition(body).text())));
    return beside;
  }

  /** {@return a body without what pages, and without the objects that held nothing else} */
  private RawJson withoutPosition(RawJson body) {
    RawJson rest = body;
    for (String name : plan.paging()) {
      List<String> path = Steps.of(name);
      rest = Steps.remove(rest, path);
      List<String> holder = path.subList(0, Math.min(1, path.size() - 1));
      boolean bare = !holder.isEmpty()
          && Steps.get(rest, holder).filter(one -> one.text().equals("{}")).isPresent();
      rest = bare ? Steps.remove(rest, holder) : rest;
    }
    return rest;
  }

  /** {@return all rows of the list, whichever are asked for} */
  public Rows rows() {
    return all;
  }

  /** {@return the rows that are asked for} They are found once for each version of all rows. */
  private Rows shown() {
    if (!setting.options().applyFilters()) {
      return all;
    }
    long now = all.version();
    if (selected == null || selectedAt != now) {
      selected = selection.of(all, this::item);
      selectedAt = now;
    }
    return selected;
  }

  private RawJson item(Row row) {
    return plan.view().item(setting.options().seed(), setting.series(), row);
  }

  /** {@return the number of the page that is asked for, from 1} */
  public long page() throws Refusal {
    if (delta().isPresent()) {
      return 1;
    }
    Rows rows = shown();
    int size = size();
    return rows.rank(position(rows, size).place()) / size + 1;
  }

  /** {@return the answer, once the writer between two pages has written} */
  public Answer answer(Twist twist) throws Refusal {
    Rows before = shown();
    boolean first = delta().isEmpty() && position(before, size()).place() == before.place(0);
    long accepted = setting.number(TraitName.ACCEPTED_FIRST, 0);
    if (first && plan.suits(TraitName.ACCEPTED_FIRST) && counts.accept(accepted)) {
      return notReady();
    } else if (!first) {
      Data.insert(all, (int) setting.number(TraitName.INSERT_BETWEEN_PAGES, 0));
      Data.delete(all, (int) setting.number(TraitName.DELETE_BETWEEN_PAGES, 0));
    }
    Optional<DeltaTokens.Since> since = delta();
    Answer page = since.isPresent()
        ? new DeltaPage(plan, asked, setting, all, size()).answer(since.get())
        : page(shown(), twist);
    return page.withAll(ignored());
  }

  private Answer notReady() {
    long seconds = setting
        .traits()
        .time(TraitName.ACCEPTED_FIRST)
        .map(wait -> wait.plusNanos(999_999_999).toSeconds())
        .orElse(1L);
    return Answer.empty(202).withAll(Map.of("Retry-After", Long.toString(seconds)));
  }

  private Answer page(Rows rows, Twist twist) throws Refusal {
    int size = size();
    Position position = position(rows, size);
    checkOffset(rows.rank(position.place()));
    PageFacts page = facts(rows, position, size, twist);
    List<RawJson> items = page.rows().stream().map(this::item).toList();
    return new PageWriter(plan, page, beside(page, position), setting.samples()).answer(items);
  }

  private void checkOffset(long rank) throws Refusal {
    long most = setting.number(TraitName.OFFSET_CAP, Long.MAX_VALUE);
    if (plan.suits(TraitName.OFFSET_CAP) && rank > most) {
      throw new Refusal(400, "there are no pages behind the first " + most + " items");
    }
  }

  private PageFacts facts(Rows rows, Position position, int size, Twist twist) {
    long place = position.place();
    long rank = rows.rank(place);
    long cap = setting.number(TraitName.RESULT_CAP, Long.MAX_VALUE);
    int most = (int) Math.max(0, Math.min(size, cap - rank));
    List<Row> found = rows.from(place, size + 1);
    boolean empty = twist.kind() == Twist.Kind.EMPTY_PAGE;
    List<Row> shown = empty ? List.of() : found.subList(0, Math.min(most, found.size()));
    boolean more = (found.size() > size && rank + size < cap) || twist.kind() != Twist.Kind.NONE;
    long next = empty || shown.isEmpty() ? place : shown.get(shown.size() - 1).place() + 1;
    long count = told(Math.min(rows.count(), cap), shown.size(), size);
    String stamp = rules.since(position.version()).stamp();
    return new PageFacts(
        asked, place, rank, size, shown, next, more, count, twist, stamp, Optional.empty());
  }

  /** {@return the total that is told} */
  private long told(long count, int ofThisPage, int size) {
    return switch (setting.traits().word(TraitName.TOTAL).orElse("")) {
      case "too-small" -> count / 2;
      case "too-large" -> count + size;
      case "of-this-page" -> ofThisPage;
      default -> count;
    };
  }

  private Beside beside(PageFacts page, Position position) {
    Optional<String> flag = setting.traits().word(TraitName.END_FLAG);
    boolean delta = setting.has(TraitName.DELTA) && plan.suits(TraitName.DELTA) && !page.more();
    boolean lines =
        setting.has(TraitName.REPEATED_HEADERS) && plan.suits(TraitName.REPEATED_HEADERS);
    return new Beside(
        flag.map(word -> word.equals("honest") && page.more()),
        flag.isPresent() && plan.suits(TraitName.END_FLAG),
        delta ? Optional.of(DeltaPage.token(plan, asked, position.version())) : Optional.empty(),
        lines ? Optional.of(asked.urlWithout(plan.paging())) : Optional.empty());
  }

  /** {@return the place among the changes that is asked for, empty for a page of the list} */
  private Optional<DeltaTokens.Since> delta() {
    if (!setting.has(TraitName.DELTA) || !plan.suits(TraitName.DELTA)) {
      return Optional.empty();
    }
    DeltaTokens tokens = DeltaPage.tokens(plan);
    PositionField own = new PositionField(plan.delta().parameter(), "query");
    // Within a walk over changes both are there, and the cursor is further on.
    return asked
        .value(plan.signal().field())
        .flatMap(tokens::read)
        .or(() -> asked.value(own).flatMap(tokens::read));
  }

  /**
   * Where a page starts.
   *
   * @param place the place of its first row
   * @param version the version of the rows when the walk began
   */
  private record Position(long place, long version) {}

  private Position position(Rows rows, int size) throws Refusal {
    Optional<String> wrong = Optional.empty();
    for (PageSignal signal : plan.signals()) {
      Optional<String> value = asked.value(signal.field());
      if (value.isPresent()) {
        OptionalLong place = signal.place(value.get(), size, rows);
        if (place.isPresent()) {
          return new Position(place.getAsLong(), version(signal, value.get(), place.getAsLong()));
        }
        wrong = Optional.of(signal.field().in() + " parameter " + signal.field().name());
      }
    }
    if (wrong.isPresent()) {
      throw new Refusal(400, "the " + wrong.get() + " is no position of this list");
    }
    return new Position(rows.place(0), rules.now().version());
  }

  /** {@return the version that a good cursor has; one that is not good is refused} */
  private long version(PageSignal signal, String cursor, long place) throws Refusal {
    if (!signal.isStamped() || signal.cursors().read(cursor).isEmpty()) {
      return rules.now().version();
    }
    Optional<Stamp> given = signal.cursors().stamp(cursor);
    Optional<CursorRules.Fault> fault = rules.fault(given);
    if (fault.isPresent()) {
      throw refused(signal, fault.get(), place);
    }
    return given.map(Stamp::version).orElse(rules.now().version());
  }

  private Refusal refused(PageSignal signal, CursorRules.Fault fault, long place) {
    String name = signal.field().in() + " parameter " + signal.field().name();
    if (fault == CursorRules.Fault.FOREIGN) {
      return new Refusal(400, "the cursor in the " + name + " belongs to other parameters");
    }
    int status =
        setting.traits().word(TraitName.EXPIRED_STATUS).map(Integer::valueOf).orElse(410);
    String text = "the cursor in the " + name + " has expired";
    if (!setting.has(TraitName.FRESH_CURSOR)) {
      return new Refusal(status, text);
    }
    RawJson cursor = signal.cursors().write(place, 0, rules.stamp());
    return FreshCursor.of(signal, asked, cursor).refusal(status, text);
  }

  /** {@return the items that a page has at most} A size above the maximum gets the maximum. */
  public int size() throws Refusal {
    Optional<PageSize> field = plan.size();
    long most = field.flatMap(PageSize::maximum).orElse((long) setting.options().maxPageSize());
    long usual = Math.min(setting.options().pageSize(), Math.max(1, most));
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

  /** {@return the header that names the parameters without an effect, none if there are none} */
  private Map<String, String> ignored() {
    Set<String> names = new TreeSet<>(asked.request().query().keySet());
    names.removeAll(plan.paging());
    names.removeAll(asked.understood());
    names.remove(plan.delta().parameter());
    asked.body().map(this::withoutPosition).stream()
        .filter(rest -> rest.kind() == RawJson.Kind.OBJECT)
        .flatMap(rest -> rest.members().keySet().stream())
        .forEach(name -> names.add("body." + name));
    if (setting.options().applyFilters()) {
      names.removeAll(selection.parameters());
    }
    return names.isEmpty() ? Map.of() : Map.of("X-Pageturner-Ignored", String.join(", ", names));
  }
}
