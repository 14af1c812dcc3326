package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Response;
import dev.pageturner.openapi.model.Schema;
import dev.pageturner.openapi.model.Sequence;
import dev.pageturner.pagination.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What operations give back. */
final class Results {
  private static final Pattern LINES =
      Pattern.compile("application/(x-)?(ndjson|jsonl|jsonlines|json-lines)(\\+json)?"
          + "|application/([\\w.-]+\\+)?json-seq");

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
        ? paged(detection, json.or(() -> contents.stream().findFirst()), successes, className)
        : Optional.empty();
    if (list.isPresent()) {
      results.add(list.get());
    } else {
      boolean reads = Set.of("GET", "QUERY").contains(operation.method());
      String name = className + "Result";
      json.ifPresent(content -> results.add(object(content, successes, reads, name)));
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
  private Optional<Result> paged(
      Detection detection, Optional<Content> content, List<Response> successes, String className) {
    return detection.pagination().map(pagination -> {
      TypeName item =
          content.flatMap(one -> itemType(one, pagination.items(), className)).orElse(Sdk.JSON);
      Result page = pagination.items() instanceof Items.Lines
          ? new Result.Text(content.map(Content::mediaType).orElse(""))
          : content
              .map(one -> object(one, successes, true, className + "Page"))
              .orElse(new Result.One(Sdk.JSON));
      return new Result.Paged(item, pagination, detection.best(), page);
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
      return element(content, name);
    }
    return Optional.empty();
  }

  /** What is described by nothing at all may as well be absent, after a change. */
  private Result object(Content content, List<Response> successes, boolean reads, String name) {
    TypeName type = content.schema().map(schema -> types.typeOf(schema, name)).orElse(Sdk.JSON);
    boolean mayBeEmpty =
        successes.stream().anyMatch(response -> response.content().isEmpty());
    boolean anything = type.equals(Sdk.JSON) && !reads;
    return mayBeEmpty || anything ? new Result.Perhaps(type) : new Result.One(type);
  }

  private void streams(List<Content> contents, String className, List<Result> results) {
    for (Content content : contents) {
      String type = content.bareType();
      if (type.equals("text/event-stream")) {
        results.add(events(content, className + "Event"));
        return;
      } else if (LINES.matcher(type).matches()) {
        TypeName item = element(content, className + "Line").orElse(Sdk.JSON);
        results.add(new Result.Lines(item, type));
        return;
      }
    }
  }

  private Result events(Content content, String name) {
    TypeName data = element(content, name).orElse(Sdk.SERVER_EVENT);
    Optional<Sequence> sequence = content.sequence();
    return new Result.Events(
        data,
        sequence.map(Sequence::endData).orElse(List.of()),
        sequence.map(Sequence::endTypes).orElse(List.of()));
  }

  /**
   * {@return what each element of a stream is, if the document says more than that it is text or
   * JSON}
   */
  private Optional<TypeName> element(Content content, String name) {
    Optional<Schema> item = content.sequence().flatMap(Sequence::item);
    return item.isPresent()
        ? item.map(schema -> types.typeOf(schema, name)).filter(ClassName.class::isInstance)
        : elementOfWhole(content, name);
  }

  /** Some documents describe the stream as an array, and some describe an element in its place. */
  private Optional<TypeName> elementOfWhole(Content content, String name) {
    return content.sequence().isPresent()
        ? Optional.empty()
        : content
            .schema()
            .map(schema -> schema.target().items().orElse(schema))
            .map(schema -> types.typeOf(schema, name))
            .filter(type -> !type.equals(ClassName.get(String.class)) && !type.equals(Sdk.JSON))
            .filter(ClassName.class::isInstance);
  }

  private static Result other(Content content) {
    String type = content.bareType();
    boolean bytes = content.schema().filter(Members::isBytes).isPresent();
    return Bodies.isText(type) && !bytes
        ? new Result.Text(content.mediaType())
        : new Result.Bytes(content.mediaType());
  }
}
