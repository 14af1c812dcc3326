package dev.pageturner.openapi.model;

import java.util.List;
import java.util.Optional;

/**
 * One method of one path.
 *
 * @param method the HTTP method, as it is sent
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
    ObjectNode node) {}
