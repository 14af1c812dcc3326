package dev.pageturner.openapi.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A body in one media type.
 *
 * @param mediaType the media type as written, with its parameters
 * @param schema what it holds, absent if the document doesn't say
 * @param sequence what the document says of its items, if it is a sequence of such
 * @param node the media type object as written, for encodings and examples
 */
public record Content(
    String mediaType, Optional<Schema> schema, Optional<Sequence> sequence, ObjectNode node) {
  /** Makes a body that is no sequence, or of whose items nothing is said. */
  public Content(String mediaType, Optional<Schema> schema, ObjectNode node) {
    this(mediaType, schema, Optional.empty(), node);
  }

  /** {@return the media type in lower case, without its parameters} */
  public String bareType() {
    return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** {@return whether the body is JSON: {@code application/json}, {@code …+json} or anything} */
  public boolean isJson() {
    String type = bareType();
    return type.endsWith("/json")
        || type.endsWith("+json")
        || type.equals("*/*")
        || type.equals("application/*");
  }
}
