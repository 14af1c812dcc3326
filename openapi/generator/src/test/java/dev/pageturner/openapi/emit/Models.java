package dev.pageturner.openapi.emit;

import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.sources.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The models of small documents. */
final class Models {
  static final String PACKAGE = "com.example.api";

  private static final Map<String, Compiled> KNOWN = new HashMap<>();

  private Models() {}

  static ModelTypes types(ApiDocument document) {
    return ModelTypes.of(document, PACKAGE, NameScope.ofClasses(), "Test");
  }

  /** {@return all named schemas of a document, as if it were both sent and received} */
  static List<SourceFile> sources(ApiDocument document) {
    ModelTypes types = types(document);
    document.schemas().forEach((name, schema) -> types.typeOf(schema, name));
    document.schemas().forEach((name, schema) -> types.sentTypeOf(schema, name));
    return types.sources();
  }

  /** {@return the document whose {@code components.schemas} are these, in YAML} */
  static ApiDocument document(Path folder, String schemas) {
    return Documents.yaml(folder, """
        openapi: 3.1.0
        info: {title: Test, version: '1'}
        paths: {}
        components:
          schemas:
        """ + schemas.indent(4));
  }

  /** {@return the compiled models of these schemas, compiled once for all tests that ask} */
  static Compiled compiled(String schemas) {
    return KNOWN.computeIfAbsent(schemas, text -> {
      Path folder = Path.of("target", "compiled-models", "" + KNOWN.size());
      return compiled(folder, document(folder, text));
    });
  }

  static Compiled compiled(Path folder, ApiDocument document) {
    return Compiled.of(folder, sources(document), PACKAGE, PACKAGE + ".TestJson");
  }
}
