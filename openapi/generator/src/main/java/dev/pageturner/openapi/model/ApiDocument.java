package dev.pageturner.openapi.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One API description, whatever version of OpenAPI it was written in.
 *
 * @param file the name of the file it was read from
 * @param files all files it was read from, and those that it refers to and that are not there, by
 *     their paths from the folder of {@code file}, sorted; what was fetched is not among them
 * @param version the version of OpenAPI
 * @param title the API's name
 * @param apiVersion the API's own version
 * @param description prose, in CommonMark
 * @param servers where the API is, in order of preference
 * @param tags the declared tags
 * @param operations the operations, in written order
 * @param payloads what the API sends by itself, in webhooks and callbacks
 * @param schemas the named schemas, in written order
 * @param securitySchemes the named ways to authenticate
 * @param security which of them every operation needs, unless it says otherwise
 * @param root the whole document as written, for extensions and whatever has no record
 * @param problems what was worked around while reading
 */
public record ApiDocument(
    String file,
    List<String> files,
    SpecVersion version,
    String title,
    String apiVersion,
    Optional<String> description,
    List<Server> servers,
    List<Tag> tags,
    List<Operation> operations,
    List<Payload> payloads,
    Map<String, Schema> schemas,
    Map<String, SecurityScheme> securitySchemes,
    List<SecurityRequirement> security,
    ObjectNode root,
    List<Problem> problems) {}
