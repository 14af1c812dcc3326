package dev.pageturner.openapi.model;

import java.util.List;
import java.util.Optional;

/**
 * What the API sends by itself: the body of a webhook, or of a callback of an operation.
 *
 * @param name the name of the webhook or callback
 * @param method the HTTP method that brings it, in upper case
 * @param description prose, in CommonMark
 * @param content the media types it is sent as
 * @param deprecated whether it will not be sent for long any more
 * @param node the operation as written
 */
public record Payload(
    String name,
    String method,
    Optional<String> description,
    List<Content> content,
    boolean deprecated,
    ObjectNode node) {}
