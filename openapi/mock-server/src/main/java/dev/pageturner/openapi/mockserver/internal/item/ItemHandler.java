package dev.pageturner.openapi.mockserver.internal.item;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.openapi.mockserver.internal.answer.Answer;
import dev.pageturner.openapi.mockserver.internal.answer.SampleAnswer;
import dev.pageturner.openapi.mockserver.internal.answer.Success;
import dev.pageturner.openapi.mockserver.internal.data.Change;
import dev.pageturner.openapi.mockserver.internal.data.Data;
import dev.pageturner.openapi.mockserver.internal.data.Row;
import dev.pageturner.openapi.mockserver.internal.data.Rows;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.request.Asked;
import dev.pageturner.openapi.mockserver.internal.request.Refusal;
import dev.pageturner.openapi.mockserver.internal.request.Route;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.model.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows, adds, changes and removes the things behind lists. */
public final class ItemHandler {
  private static final String BULK =
      "/(bulk|batch|_bulk|batches|import|bulk[-_]?create|batch[-_]?create)$";

  private final Catalogue catalogue;
  private final MockOptions options;
  private final Data data;

  public ItemHandler(Catalogue catalogue, MockOptions options, Data data) {
    this.catalogue = catalogue;
    this.options = options;
    this.data = data;
  }

  /** {@return the answer of an operation on the things of a list, empty for any other operation} */
  public Optional<Answer> answer(Route route, Asked asked) throws Refusal {
    Operation operation = route.operation();
    Optional<Collection> item = catalogue.ofItem(operation);
    if (item.isPresent() && !item.get().keys().keys().isEmpty()) {
      return Optional.of(one(operation, item.get(), asked));
    }
    if (!operation.method().equals("POST")) {
      return Optional.empty();
    }
    String path = route.template().replaceAll("(?<=.)/$", "");
    Optional<Collection> bulk = catalogue.ofBase(path.replaceFirst(BULK, ""));
    Optional<List<RawJson>> many = many(asked);
    if (bulk.isPresent() && many.isPresent()) {
      return Optional.of(addAll(operation, bulk.get(), asked, many.get()));
    }
    Optional<Collection> collection = catalogue.ofBase(path);
    return collection.isEmpty()
        ? Optional.empty()
        : Optional.of(add(operation, collection.get(), asked));
  }

  private Answer one(Operation operation, Collection collection, Asked asked) throws Refusal {
    String series = collection.series(asked.pathValues());
    Rows rows = data.rows(series);
    List<String> values = asked.pathValues();
    Row row = collection
        .keys()
        .row(values.get(values.size() - 1), rows)
        .orElseThrow(() -> new Refusal(404, "there is no such thing in " + collection.base()));
    Success success = Success.of(operation);
    switch (operation.method()) {
      case "DELETE" -> rows.remove(row);
      case "PUT" -> row = rows.change(row, change(true, asked));
      case "PATCH", "POST" -> row = rows.change(row, change(false, asked));
      default -> {}
    }
    return shown(operation, collection, success, series, row);
  }

  private static Change change(boolean whole, Asked asked) {
    Map<String, RawJson> members = new LinkedHashMap<>();
    asked
        .body()
        .filter(body -> body.kind() == RawJson.Kind.OBJECT)
        .ifPresent(body -> members.putAll(body.members()));
    return new Change(whole, members);
  }

  private Answer add(Operation operation, Collection collection, Asked asked) {
    String series = collection.series(asked.pathValues());
    Row row = added(collection, data.rows(series), change(true, asked));
    return shown(operation, collection, Success.of(operation), series, row);
  }

  /** A client may choose the id, if it is not taken. */
  private static Row added(Collection collection, Rows rows, Change change) {
    Optional<String> name = Steps.get(RawJson.ofObject(change.members()), collection.idNames())
        .filter(id -> !collection.idNames().isEmpty())
        .filter(id -> id.kind() == RawJson.Kind.STRING || id.kind() == RawJson.Kind.NUMBER)
        .map(PlainText::of)
        .filter(id -> collection.keys().row(id, rows).isEmpty());
    return name.isPresent()
        ? rows.append(name.get(), change)
        : rows.append(without(collection, change));
  }

  private static Change without(Collection collection, Change change) {
    RawJson rest = collection.idNames().isEmpty()
        ? RawJson.ofObject(change.members())
        : Steps.remove(RawJson.ofObject(change.members()), collection.idNames());
    return new Change(change.whole(), rest.members());
  }

  /** {@return the things of a body that has several: an array, or an object with only one array} */
  private static Optional<List<RawJson>> many(Asked asked) {
    Optional<RawJson> body = asked.body();
    if (body.filter(json -> json.kind() == RawJson.Kind.ARRAY).isPresent()) {
      return body.map(RawJson::elements);
    }
    List<RawJson> arrays = body.filter(json -> json.kind() == RawJson.Kind.OBJECT).stream()
        .flatMap(json -> json.members().values().stream())
        .filter(ItemHandler::isArrayOfObjects)
        .toList();
    boolean alone = body.filter(json -> json.kind() == RawJson.Kind.OBJECT)
        .filter(json -> json.members().size() <= 2)
        .isPresent();
    return alone && arrays.size() == 1 ? Optional.of(arrays.get(0).elements()) : Optional.empty();
  }

  private static boolean isArrayOfObjects(RawJson value) {
    return value.kind() == RawJson.Kind.ARRAY
        && !value.elements().isEmpty()
        && value.elements().stream().allMatch(element -> element.kind() == RawJson.Kind.OBJECT);
  }

  private Answer addAll(
      Operation operation, Collection collection, Asked asked, List<RawJson> many) {
    String series = collection.series(asked.pathValues());
    Rows rows = data.rows(series);
    List<Row> added = new ArrayList<>();
    for (RawJson one : many) {
      Map<String, RawJson> members = one.kind() == RawJson.Kind.OBJECT ? one.members() : Map.of();
      added.add(added(collection, rows, new Change(true, members)));
    }
    return new BulkAnswer(catalogue.samples(), operation, collection, options.seed(), series)
        .of(added);
  }

  private Answer shown(
      Operation operation, Collection collection, Success success, String series, Row row) {
    if (!success.isJson()) {
      return Answer.empty(success.status());
    }
    synchronized (catalogue.samples()) {
      List<String> at = place(success.body(), collection);
      Described item = success.body().at(at);
      boolean known = !collection.idNames().isEmpty()
          && item.names().contains(collection.idNames().get(0));
      RawJson whole = new SampleAnswer(catalogue.samples(), options).body(operation, success);
      if (!known) {
        return Answer.json(success.status(), success.mediaType(), whole);
      }
      RawJson shown =
          catalogue.view(operation, item, collection.keys()).item(options.seed(), series, row);
      return Answer.json(success.status(), success.mediaType(), Steps.put(whole, at, shown));
    }
  }

  /** The thing may be the body, or one member of it: {@code {"user": {…}}}. */
  private static List<String> place(Described body, Collection collection) {
    if (collection.idNames().isEmpty()
        || body.names().contains(collection.idNames().get(0))) {
      return List.of();
    }
    return body.names().stream()
        .filter(name -> body.member(name).names().contains(collection.idNames().get(0)))
        .findFirst()
        .map(List::of)
        .orElse(List.of());
  }
}
