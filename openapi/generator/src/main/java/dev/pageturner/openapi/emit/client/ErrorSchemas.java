package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Response;
import dev.pageturner.openapi.model.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the document says that errors are answered with, where it has a name there: a schema, or a
 * response that operations share. What one operation alone says of one status has none.
 */
final class ErrorSchemas {
  private ErrorSchemas() {}

  /** Asks for the types of all of them. */
  static void ask(ApiDocument document, ModelTypes types) {
    named(document).forEach((schema, name) -> types.errorTypeOf(schema, name));
  }

  private static Map<Schema, String> named(ApiDocument document) {
    Map<Schema, String> named = new LinkedHashMap<>();
    document.operations().stream()
        .flatMap(operation -> operation.responses().stream())
        .filter(response -> response.status().matches("[45].*|default"))
        .forEach(response -> response.content().stream()
            .filter(Content::isJson)
            .flatMap(content -> content.schema().stream())
            .filter(schema -> schema.ref().isPresent() || isShared(response))
            .forEach(schema -> named.putIfAbsent(schema, name(response))));
    return named;
  }

  /** A response that is written among the components has its name there for a key. */
  private static boolean isShared(Response response) {
    return !response.node().place().key().equals(response.status());
  }

  private static String name(Response response) {
    String key = response.node().place().key();
    return key.toLowerCase(java.util.Locale.ROOT).endsWith("error") ? key : key + " Error";
  }
}
