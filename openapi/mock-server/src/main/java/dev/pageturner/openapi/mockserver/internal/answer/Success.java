package dev.pageturner.openapi.mockserver.internal.answer;

import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Response;
import java.util.Optional;

/**
 * What an operation answers with when all is well.
 *
 * @param status the status
 * @param mediaType the type of the body, empty without one
 * @param body what the document says about the body
 */
public record Success(int status, String mediaType, Described body) {
  public static Success of(Operation operation) {
    Optional<Response> response = operation.success();
    Optional<Content> content = response.flatMap(Response::body);
    return new Success(
        status(operation, response),
        content.map(one -> one.mediaType().replace("*/*", "application/json")).orElse(""),
        new Described(content.flatMap(Content::schema).stream().toList()));
  }

  private static int status(Operation operation, Optional<Response> response) {
    boolean deletes = operation.method().equals("DELETE");
    return response
        .map(Response::status)
        .filter(text -> text.matches("2\\d\\d"))
        .map(Integer::valueOf)
        .orElse(response.isEmpty() && deletes ? 204 : 200);
  }

  /** {@return whether the body is JSON} */
  public boolean isJson() {
    String type = mediaType.split(";", 2)[0].strip();
    return type.endsWith("json") || type.equals("application/*");
  }

  /** {@return whether the body is a stream of server-sent events} */
  boolean isEventStream() {
    return mediaType.startsWith("text/event-stream");
  }

  /** {@return whether the body is one JSON value a line} */
  boolean isJsonLines() {
    String type = mediaType.split(";", 2)[0].strip();
    return type.matches(
            "application/(x-)?(ndjson|jsonl|json-lines|jsonlines)|application/stream.json")
        || type.equals("application/json-seq");
  }
}
