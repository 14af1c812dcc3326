package dev.pageturner.openapi.model;

import java.util.List;
import java.util.Optional;

/**
 * The body of a request.
 *
 * @param required whether it must be sent
 * @param description prose, in CommonMark
 * @param content the media types it can be sent as
 */
public record RequestBody(boolean required, Optional<String> description, List<Content> content) {}
