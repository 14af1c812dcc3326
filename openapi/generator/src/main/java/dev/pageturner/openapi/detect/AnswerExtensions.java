package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Reach;
import dev.pageturner.openapi.model.Response;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which extensions the answers of an API bear: each schema is looked at once for all answers. */
final class AnswerExtensions {
  private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Schema> open = new ArrayDeque<>();
  private final Set<String> names = new HashSet<>();

  private AnswerExtensions() {}

  /** {@return the names, {@code x-…}, of those outside arrays, however deep} */
  static Set<String> namesIn(ApiDocument document) {
    AnswerExtensions extensions = new AnswerExtensions();
    document.operations().stream().flatMap(AnswerExtensions::answer).forEach(extensions.open::add);
    extensions.walk();
    return Set.copyOf(extensions.names);
  }

  private static Stream<Schema> answer(Operation operation) {
    return operation.success().flatMap(Response::body).flatMap(Content::schema).stream();
  }

  private void walk() {
    for (Schema schema = open.poll(); schema != null; schema = open.poll()) {
      Schema.parts(List.of(schema), Reach.POSSIBLE).stream().filter(seen::add).forEach(this::look);
    }
  }

  private void look(Schema part) {
    part.node().asObject().stream()
        .flatMap(node -> node.members().keySet().stream())
        .filter(name -> name.startsWith("x-"))
        .forEach(names::add);
    open.addAll(part.properties().values());
  }
}
