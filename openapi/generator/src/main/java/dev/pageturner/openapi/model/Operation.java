package dev.pageturner.openapi.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One method of one path.
 *
 * @param method the HTTP method in upper case
 * @param path the path as written, which may hold a query or fragment that tells operations apart
 * @param id the {@code operationId}
 * @param summary a short description
 * @param description prose, in CommonMark
 * @param tags the names of its tags
 * @param parameters those of the operation and of its path, each (name, in) once
 * @param requestBody the body of the request
 * @param responses the responses in written order
 * @param security which schemes it needs; empty when the document's apply
 * @param servers its own servers; empty when the document's apply
 * @param deprecated whether callers should stop using it
 * @param node the operation as written, for extensions
 */
public record Operation(
    String method,
    String path,
    Optional<String> id,
    Optional<String> summary,
    Optional<String> description,
    List<String> tags,
    List<Parameter> parameters,
    Optional<RequestBody> requestBody,
    List<Response> responses,
    Optional<List<SecurityRequirement>> security,
    List<Server> servers,
    boolean deprecated,
    ObjectNode node) {
  private static final List<String> PREFERENCE = List.of("200", "2\\d\\d", "2XX");

  /**
   * {@return what is answered when all is well, the answer that a caller waits for first}
   *
   * <p>Those that have a body described go before those that do not; among them 200 goes before
   * other 2xx, and those before 2XX. {@code default} counts if there is nothing else.
   */
  public List<Response> successes() {
    List<Response> found = new ArrayList<>();
    PREFERENCE.forEach(wanted -> responses.stream()
        .filter(response -> response.status().matches(wanted) && !found.contains(response))
        .forEach(found::add));
    if (found.isEmpty()) {
      responses.stream()
          .filter(response -> response.status().equals("default"))
          .forEach(found::add);
    }
    found.sort(Comparator.comparing(response -> emptiness(response.body())));
    return found;
  }

  private static int emptiness(Optional<Content> body) {
    boolean described = body.flatMap(Content::schema).isPresent();
    return described ? 0 : body.isPresent() ? 1 : 2;
  }

  /** {@return the answer that a caller waits for, the first of {@link #successes()}} */
  public Optional<Response> success() {
    return successes().stream().findFirst();
  }
}
