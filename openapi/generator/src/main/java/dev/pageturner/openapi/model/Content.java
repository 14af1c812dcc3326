package dev.pageturner.openapi.model;

import java.util.Optional;

/**
 * A body in one media type.
 *
 * @param mediaType the media type as written, with its parameters
 * @param schema what it holds, absent if the document doesn't say
 * @param node the media type object as written, for encodings and examples
 */
public record Content(String mediaType, Optional<Schema> schema, ObjectNode node) {
  /** {@return whether the body is JSON: {@code application/json}, {@code …+json} or anything} */
  public boolean isJson() {
    String type = mediaType.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    return type.endsWith("/json")
        || type.endsWith("+json")
        || type.equals("*/*")
        || type.equals("application/*");
  }
}
