package dev.pageturner.openapi.mockserver;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.sample.Nodes;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds bodies to the document, with a validator that is not ours. */
final class ResponseCheck {
  private static final String DOCUMENT = "https://document.test/document.json";

  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new HashMap<>();

  ResponseCheck(ApiDocument document) {
    this(document, Nodes.json(document.root()));
  }

  /**
   * {@return a check that leaves out discriminators}
   *
   * <p>Without a mapping the value has to be the name of a schema. Few published documents mean it.
   */
  static ResponseCheck withoutDiscriminators(ApiDocument document) {
    return new ResponseCheck(document, without(Nodes.json(document.root())));
  }

  private static RawJson without(RawJson json) {
    return switch (json.kind()) {
      case OBJECT -> {
        Map<String, RawJson> members = new LinkedHashMap<>(json.members());
        members.entrySet().removeIf(member -> isDiscriminator(member.getKey(), member.getValue()));
        members.replaceAll((name, value) -> without(value));
        yield RawJson.ofObject(members);
      }
      case ARRAY ->
        RawJson.ofArray(json.elements().stream().map(ResponseCheck::without).toList());
      default -> json;
    };
  }

  private static boolean isDiscriminator(String name, RawJson value) {
    boolean named =
        value.kind() == RawJson.Kind.STRING || value.get("propertyName").isPresent();
    return (name.equals("discriminator") && named) || name.equals("$schema");
  }

  private ResponseCheck(ApiDocument document, RawJson root) {
    Dialect dialect =
        document.version().hasJsonSchema() ? Dialects.getOpenApi31() : Dialects.getOpenApi30();
    registry = SchemaRegistry.withDialect(
        dialect, builder -> builder.schemas(Map.of(DOCUMENT, root.text())));
  }

  /** {@return what is wrong with a body, in words} */
  List<String> errors(Operation operation, int status, String body) {
    Optional<Content> content = operation.responses().stream()
        .filter(response -> matches(response, status))
        .flatMap(response -> response.content().stream())
        .filter(one -> one.isJson() && one.schema().isPresent())
        .findFirst();
    if (content.isEmpty()) {
      return List.of();
    }
    String pointer = content.get().schema().orElseThrow().node().location().pointer();
    Schema schema = schemas.computeIfAbsent(pointer, this::schema);
    return schema.validate(body, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private Schema schema(String pointer) {
    return registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + encoded(pointer)));
  }

  private static String encoded(String pointer) {
    return pointer.replace("%", "%25").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20");
  }

  private static boolean matches(Response response, int status) {
    return response.status().equals(Integer.toString(status))
        || response.status().equalsIgnoreCase(status / 100 + "XX")
        || response.status().equals("default");
  }
}
