package dev.pageturner.openapi.mockserver.internal.server;

import dev.pageturner.openapi.mockserver.internal.trait.Traits;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Problem;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The traits that a document gives to its mock server, by {@code x-pageturner-mock}. */
final class DocumentTraits {
  private static final String EXTENSION = "x-pageturner-mock";

  private final Traits root;
  private final IdentityHashMap<Operation, Traits> own = new IdentityHashMap<>();

  /**
   * Reads them.
   *
   * @throws InvalidDocumentException if one of them is unknown or has a value of another form
   */
  DocumentTraits(ApiDocument document) {
    this.root = read(document.root());
    document.operations().forEach(operation -> own.put(operation, read(operation.node())));
  }

  private static Traits read(ObjectNode holder) {
    Node written = holder.get(EXTENSION);
    if (written == null) {
      return Traits.NONE;
    }
    Traits traits = Traits.NONE;
    ObjectNode members = written
        .asObject()
        .orElseThrow(() -> invalid(written, EXTENSION + " is an object of traits"));
    for (Map.Entry<String, Node> member : members.members().entrySet()) {
      Map<String, String> one = new LinkedHashMap<>();
      one.put(member.getKey(), value(member.getValue()));
      try {
        traits = traits.and(Traits.of(one));
      } catch (IllegalArgumentException e) {
        throw invalid(member.getValue(), String.valueOf(e.getMessage()));
      }
    }
    return traits;
  }

  /** YAML 1.1 writes off as false. */
  private static String value(Node node) {
    String text = node.text().orElse("");
    return text.equals("false") ? "off" : text;
  }

  private static InvalidDocumentException invalid(Node node, String message) {
    return new InvalidDocumentException(List.of(Problem.error(node.location(), message)));
  }

  /** {@return those of all operations} */
  Traits all() {
    return root;
  }

  /** {@return those of an operation, its own before those of all} */
  Traits of(Operation operation) {
    return root.and(own.getOrDefault(operation, Traits.NONE));
  }
}
