package dev.pageturner.openapi.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the server answers with some status.
 *
 * @param status the status as written: {@code 200}, {@code 2XX}, {@code default}
 * @param description prose, in CommonMark
 * @param headers the declared headers; their schema is absent if the document doesn't say
 * @param content the media types of its body, empty without a body
 * @param node the response as written, for links and extensions
 */
public record Response(
    String status,
    Optional<String> description,
    Map<String, Header> headers,
    List<Content> content,
    ObjectNode node) {

  /**
   * A header of a response.
   *
   * @param description prose, in CommonMark
   * @param schema what values it takes
   */
  public record Header(Optional<String> description, Optional<Schema> schema) {}

  /**
   * {@return the body that a client reads: JSON before other types, and what has a schema before
   * what has none}
   */
  public Optional<Content> body() {
    return first(one -> one.isJson() && one.schema().isPresent())
        .or(() -> first(Content::isJson))
        .or(() -> first(one -> one.schema().isPresent()))
        .or(() -> content.stream().findFirst());
  }

  private Optional<Content> first(Predicate<Content> wanted) {
    return content.stream().filter(wanted).findFirst();
  }

  /** {@return whether the status means success} */
  public boolean isSuccess() {
    return status.startsWith("2");
  }
}
