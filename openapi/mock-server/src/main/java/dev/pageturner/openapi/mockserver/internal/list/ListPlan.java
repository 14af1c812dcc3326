package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.detect.DetectedPagination.PageSize;
import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.PageStyle;
import dev.pageturner.openapi.mockserver.internal.answer.Success;
import dev.pageturner.openapi.mockserver.internal.fault.ScriptedFault;
import dev.pageturner.openapi.mockserver.internal.item.Collection;
import dev.pageturner.openapi.mockserver.internal.item.ItemView;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.mockserver.internal.sample.Draw;
import dev.pageturner.openapi.mockserver.internal.sample.Envelope;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import dev.pageturner.openapi.mockserver.internal.trait.TraitName;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How one list operation is served: all that does not depend on the request. */
public final class ListPlan {
  private final Detection detection;
  private final DetectedPagination best;
  private final Collection collection;
  private final Success success;
  private final List<String> items;
  private final boolean map;
  private final List<PageSignal> signals = new ArrayList<>();
  private final ItemView view;
  private final Filters filters;
  private final RawJson envelope;
  private final DeltaPlace delta;
  private final List<String> declared;

  public ListPlan(Detection detection, Collection collection, Samples samples, long seed) {
    this.detection = detection;
    this.best = detection.best().orElseThrow();
    this.collection = collection;
    this.success = Success.of(detection.operation());
    this.items = Steps.of(best.items().orElse("$"));
    this.map = !success.body().at(items).isArray()
        && !success.body().at(items).elements().isEmpty();
    detection.choices().forEach(choice -> signals.add(signal(told(choice), samples, seed)));
    this.view = new ItemView(collection.item(), collection.keys(), samples);
    this.filters = Filters.of(detection.operation(), Members.of(collection.item()), paging());
    this.delta = DeltaPlace.of(detection.operation(), success.body(), signal());
    this.declared = detection.operation().parameters().stream()
        .filter(parameter -> parameter.in().equals("query"))
        .flatMap(ListPlan::written)
        .toList();
    this.envelope = success.body().isEmpty()
        ? RawJson.ofObject(java.util.Map.of())
        : new Envelope(samples, Draw.of(seed, detection.operation().path(), 0))
            .make(success.body().schemas(), places());
  }

  private PageSignal signal(DetectedPagination choice, Samples samples, long seed) {
    Optional<List<String>> next =
        choice.next().filter(where -> !isHeader(where)).map(Steps::of);
    Described said = isUrl(choice)
        ? new Described(List.of())
        : next.map(success.body()::at).orElse(new Described(List.of()));
    long own = seed ^ ((long) collection.base().hashCode() << 1);
    Optional<PageSignal> link = isUrl(choice) ? link(samples, seed) : Optional.empty();
    Cursors cursors = Cursors.of(said, samples, own);
    return new PageSignal(positioned(choice), next, cursors, collection.keys(), link);
  }

  static boolean isHeader(String where) {
    return where.startsWith("header:");
  }

  private static boolean isUrl(DetectedPagination choice) {
    return choice.style() == PageStyle.NEXT_URL || choice.style() == PageStyle.LINK_HEADER;
  }

  /** A link continues by whatever else the list takes a position in. */
  private Optional<PageSignal> link(Samples samples, long seed) {
    return detection.choices().stream()
        .filter(other -> !isUrl(other))
        .filter(other -> other.style() != PageStyle.AFTER_LAST_ITEM)
        .filter(other -> other.position().filter(at -> at.in().equals("query")).isPresent())
        .findFirst()
        .map(other -> signal(other, samples, seed));
  }

  /**
   * Where the document leaves open where the next position is, a server has its own way to tell it:
   * here by a {@code Link} header, which needs no room in the body.
   */
  private static DetectedPagination told(DetectedPagination choice) {
    boolean inQuery = choice.position().map(at -> at.in().equals("query")).orElse(true);
    return choice.isOpen() && inQuery
        ? with(choice, PageStyle.LINK_HEADER, choice.position(), Optional.of("header:Link"))
        : choice;
  }

  /** A link without a declared parameter carries its cursor in the one that looks like it. */
  private DetectedPagination positioned(DetectedPagination choice) {
    if (!isUrl(choice) || choice.position().isPresent()) {
      return choice;
    }
    Operation operation = detection.operation();
    Optional<PositionField> declared = operation.parameters().stream()
        .filter(parameter -> parameter.in().equals("query"))
        .filter(parameter -> parameter.schema().target().types().contains("string"))
        .map(Parameter::name)
        .filter(name -> name.toLowerCase(Locale.ROOT).matches(".*(cursor|token|marker).*|after"))
        .findFirst()
        .map(name -> new PositionField(name, "query"));
    return with(
        choice, choice.style(), Optional.of(declared.orElse(PageSignal.CURSOR)), choice.next());
  }

  private static DetectedPagination with(
      DetectedPagination choice,
      PageStyle style,
      Optional<PositionField> position,
      Optional<String> next) {
    return new DetectedPagination(
        style,
        choice.items(),
        position,
        next,
        choice.size(),
        choice.endFlag(),
        choice.total(),
        choice.totalPages(),
        choice.lastItemField(),
        choice.start(),
        choice.confidence(),
        choice.evidence());
  }

  /** {@return the names of the parameters that page} */
  Set<String> paging() {
    Set<String> names = new HashSet<>();
    signals.forEach(signal -> names.add(signal.field().name()));
    signals.forEach(
        signal -> signal.link().ifPresent(link -> names.add(link.field().name())));
    best.size().ifPresent(size -> names.add(size.name()));
    return names;
  }

  /** The places in the body that a page fills in, the items first. */
  private List<List<String>> places() {
    List<List<String>> places = new ArrayList<>();
    places.add(items);
    signals.forEach(signal -> signal.next().ifPresent(places::add));
    best.endFlag().ifPresent(flag -> places.add(Steps.of(flag.path())));
    best.total().ifPresent(path -> places.add(Steps.of(path)));
    best.totalPages().ifPresent(path -> places.add(Steps.of(path)));
    return places;
  }

  public Operation operation() {
    return detection.operation();
  }

  public DetectedPagination best() {
    return best;
  }

  Collection collection() {
    return collection;
  }

  Success success() {
    return success;
  }

  List<String> items() {
    return items;
  }

  boolean isMap() {
    return map;
  }

  List<PageSignal> signals() {
    return signals;
  }

  /** {@return the way that the detector is surest of} */
  public PageSignal signal() {
    return signals.get(0);
  }

  /** {@return whether such a fault can happen to the list, given how it pages} */
  public boolean allows(ScriptedFault.Kind fault) {
    return switch (fault) {
      case SAME_CURSOR, CYCLE -> signal().isHandedOut();
      case EMPTY_PAGE -> signal().isHandedOut() && signal().cursors().isOpaque();
      case OTHER_HOST -> signal().isUrl();
      default -> true;
    };
  }

  ItemView view() {
    return view;
  }

  Filters filters() {
    return filters;
  }

  RawJson envelope() {
    return envelope;
  }

  /** {@return where the sync tokens of the list are} */
  DeltaPlace delta() {
    return delta;
  }

  /** {@return whether the body of a page is an object, which has room for more} */
  boolean isObject() {
    return !items.isEmpty();
  }

  /** {@return whether the list has a place for what a trait does} */
  public boolean suits(TraitName trait) {
    return switch (trait) {
      case CURSOR_LIFE, CURSOR_REQUESTS, EXPIRED_STATUS, FRESH_CURSOR, BOUND_CURSORS ->
        signals.stream().anyMatch(PageSignal::isStamped);
      case DELTA -> signal().isStamped() && signal().cursors().isPlain();
      case OFFSET_CAP -> signals.stream().anyMatch(PageSignal::isCounted);
      case REPEATED_HEADERS ->
        best.next().filter(where -> where.equalsIgnoreCase("header:link")).isPresent();
      case TOTAL -> best.total().isPresent() || best.totalPages().isPresent();
      case END_FLAG -> signal().isHandedOut();
      case ACCEPTED_FIRST -> operation().method().equals("GET");
      case QUERY -> List.of("GET", "POST").contains(operation().method());
      default -> true;
    };
  }

  /**
   * {@return the declared parameters of the query without an effect}
   *
   * @param selecting whether filters and orders have one
   */
  public List<String> ignored(boolean selecting) {
    Set<String> paging = paging();
    return declared.stream()
        .filter(name -> !paging.contains(name) && !name.equals(delta.parameter()))
        .filter(name -> !selecting || !(filters.knows(name) || Sorting.isAbout(name)))
        .toList();
  }

  /** {@return the names that a parameter is sent by: {@code filter[status]} for a deep object} */
  private static Stream<String> written(Parameter parameter) {
    boolean deep = parameter.style().equals("deepObject");
    return deep
        ? parameter.schema().target().properties().keySet().stream()
            .map(name -> parameter.name() + "[" + name + "]")
        : Stream.of(parameter.name());
  }

  Optional<PageSize> size() {
    return best.size();
  }
}
