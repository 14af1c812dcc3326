package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Response;
import dev.pageturner.openapi.model.Schema;
import dev.pageturner.pagination.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What operations give back. */
final class Results {
  private final ModelTypes types;

  Results(ModelTypes types) {
    this.types = types;
  }

  /** {@return what an operation gives back, the usual way first} */
  List<Result> of(Detection detection, String className) {
    Operation operation = detection.operation();
    List<Response> successes = operation.successes();
    List<Content> contents =
        successes.stream().flatMap(response -> response.content().stream()).toList();
    boolean silent = contents.isEmpty() && detection.said().isEmpty();
    if (operation.method().equals("HEAD") || silent) {
      return List.of(new Result.Nothing());
    }
    List<Result> results = new ArrayList<>();
    Optional<Content> json = json(contents);
    Optional<Result> list = json.isPresent() || detection.said().isPresent()
        ? paged(detection, json.or(() -> contents.stream().findFirst()), className)
        : Optional.empty();
    if (list.isPresent()) {
      results.add(list.get());
    } else {
      boolean reads = operation.method().equals("GET");
      json.ifPresent(content -> results.add(object(content, successes, reads, className)));
    }
    streams(contents, className, results);
    if (results.isEmpty()) {
      results.add(other(contents.get(0)));
    }
    return results;
  }

  private static Optional<Content> json(List<Content> contents) {
    List<Content> all = contents.stream().filter(Content::isJson).toList();
    return all.stream()
        .filter(content -> content.schema().isPresent())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .filter(content -> content.schema().filter(Members::isBytes).isEmpty());
  }

  /** What an override says is a list is one, whatever the document says of its answers. */
  private Optional<Result> paged(Detection detection, Optional<Content> content, String className) {
    return detection.pagination().map(pagination -> {
      TypeName item =
          content.flatMap(one -> itemType(one, pagination.items(), className)).orElse(Sdk.JSON);
      return new Result.Paged(item, pagination, detection.best());
    });
  }

  private Optional<TypeName> itemType(Content content, Items items, String className) {
    String name = className + "Item";
    Optional<Schema> response = content.schema();
    if (items instanceof Items.ArrayAt array) {
      return response.flatMap(page -> types.itemTypeAt(page, array.path(), name));
    } else if (items instanceof Items.ValuesOf values) {
      return response.flatMap(page -> types.itemTypeAt(page, values.path(), name));
    } else if (items instanceof Items.Lines) {
      return Optional.of(element(content, name, Sdk.JSON));
    }
    return Optional.empty();
  }

  /** What is described by nothing at all may as well be absent, after a change. */
  private Result object(
      Content content, List<Response> successes, boolean reads, String className) {
    TypeName type = content
        .schema()
        .map(schema -> types.typeOf(schema, className + "Result"))
        .orElse(Sdk.JSON);
    boolean mayBeEmpty =
        successes.stream().anyMatch(response -> response.content().isEmpty());
    boolean anything = type.equals(Sdk.JSON) && !reads;
    return mayBeEmpty || anything ? new Result.Perhaps(type) : new Result.One(type);
  }

  private void streams(List<Content> contents, String className, List<Result> results) {
    for (Content content : contents) {
      String type = Bodies.bare(content);
      if (type.equals("text/event-stream")) {
        results.add(new Result.Events(element(content, className + "Event", Sdk.SERVER_EVENT)));
        return;
      } else if (type.matches("application/(x-)?(ndjson|jsonl|jsonlines|json-lines)(\\+json)?")) {
        results.add(new Result.Lines(element(content, className + "Line", Sdk.JSON)));
        return;
      }
    }
  }

  /** An element of a stream; some documents describe the stream as an array of them. */
  private TypeName element(Content content, String name, ClassName otherwise) {
    return content
        .schema()
        .map(schema -> schema.target().items().orElse(schema))
        .map(schema -> types.typeOf(schema, name))
        .filter(type -> !type.equals(ClassName.get(String.class)) && !type.equals(Sdk.JSON))
        .filter(ClassName.class::isInstance)
        .orElse(otherwise);
  }

  private static Result other(Content content) {
    String type = Bodies.bare(content);
    boolean bytes = content.schema().filter(Members::isBytes).isPresent();
    return Bodies.isText(type) && !bytes
        ? new Result.Text(content.mediaType())
        : new Result.Bytes(content.mediaType());
  }
}
