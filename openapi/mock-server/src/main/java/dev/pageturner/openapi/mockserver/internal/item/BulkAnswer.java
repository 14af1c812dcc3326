package dev.pageturner.openapi.mockserver.internal.item;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.answer.Answer;
import dev.pageturner.openapi.mockserver.internal.answer.Success;
import dev.pageturner.openapi.mockserver.internal.data.Row;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.mockserver.internal.sample.Draw;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import dev.pageturner.openapi.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers an operation that added several things: with one result for each, where the document has
 * a list of results.
 */
final class BulkAnswer {
  private final Samples samples;
  private final Operation operation;
  private final Collection collection;
  private final long seed;
  private final String series;

  BulkAnswer(
      Samples samples, Operation operation, Collection collection, long seed, String series) {
    this.samples = samples;
    this.operation = operation;
    this.collection = collection;
    this.seed = seed;
    this.series = series;
  }

  Answer of(List<Row> added) {
    Success success = Success.of(operation);
    if (!success.isJson()) {
      return Answer.empty(success.status());
    }
    synchronized (samples) {
      RawJson body = samples.of(success.body().schemas()).value(draw(0));
      Optional<List<String>> results = results(success.body());
      if (results.isPresent()) {
        Described result = success.body().at(results.get()).elements();
        body = Steps.put(body, results.get(), RawJson.ofArray(results(added, result)));
      }
      return Answer.json(success.status(), success.mediaType(), body);
    }
  }

  private Draw draw(long number) {
    return Draw.of(seed, operation.path(), number).sparse();
  }

  private static Optional<List<String>> results(Described body) {
    if (body.isArray()) {
      return Optional.of(List.of());
    }
    return body.names().stream()
        .filter(name -> body.member(name).isArray())
        .filter(name -> !name.toLowerCase(Locale.ROOT).matches("errors?|failed|failures"))
        .findFirst()
        .map(List::of);
  }

  private List<RawJson> results(List<Row> added, Described result) {
    boolean whole = result.names().equals(collection.item().names());
    ItemView view = new ItemView(result, collection.keys(), samples);
    List<RawJson> results = new ArrayList<>();
    for (int i = 0; i < added.size(); i++) {
      RawJson one = whole ? view.item(seed, series, added.get(i)) : result(result, added.get(i), i);
      results.add(one);
    }
    return results;
  }

  /** What the schema of a result says first about the outcome is that it went well. */
  private RawJson result(Described result, Row row, int index) {
    RawJson one = samples.of(result.schemas()).value(draw(index));
    for (String name : result.names()) {
      Described member = result.member(name);
      Optional<RawJson> value = switch (name.toLowerCase(Locale.ROOT)) {
        case "index", "position" -> Optional.of(RawJson.of(index));
        case "status", "state", "result" -> member.firstOfEnum();
        case "id" -> collection.keys().id(row.serial());
        default -> Optional.empty();
      };
      if (value.filter(member::accepts).isPresent()) {
        one = Steps.put(one, List.of(name), value.get());
      }
    }
    return one;
  }
}
