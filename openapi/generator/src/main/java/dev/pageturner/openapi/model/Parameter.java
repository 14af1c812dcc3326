package dev.pageturner.openapi.model;

import java.util.Optional;

/**
 * A parameter outside the body.
 *
 * @param name the name on the wire
 * @param in {@code query}, {@code path}, {@code header} or {@code cookie}
 * @param required whether it must be sent
 * @param description prose, in CommonMark
 * @param schema what values it takes
 * @param style how a value is written, the default of {@code in} if the document says nothing
 * @param explode whether arrays and objects become several parameters
 * @param allowReserved whether reserved characters are sent as they are
 * @param mediaType the media type of a value that is sent as a document, such as JSON
 * @param deprecated whether callers should stop using it
 * @param node the parameter as written, for examples and extensions
 */
public record Parameter(
    String name,
    String in,
    boolean required,
    Optional<String> description,
    Schema schema,
    String style,
    boolean explode,
    boolean allowReserved,
    Optional<String> mediaType,
    boolean deprecated,
    ObjectNode node) {}
