package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import java.util.Optional;

/**
 * Members that OpenAPI 3.2 brought. Documents of an earlier version have them under the same name
 * after {@code x-oai-}, by the OpenAPI Initiative's registry of extensions.
 */
final class Newer {
  private static final String EARLIER = "x-oai-";

  private Newer() {}

  /** {@return the member under either of its names} */
  static Optional<Node> member(ObjectNode object, String name) {
    return Optional.ofNullable(object.get(name))
        .or(() -> Optional.ofNullable(object.get(EARLIER + name)));
  }

  /** {@return the text of the member under either of its names} */
  static Optional<String> text(ObjectNode object, String name) {
    return member(object, name).flatMap(Node::text);
  }
}
