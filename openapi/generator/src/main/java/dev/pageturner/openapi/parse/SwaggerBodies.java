package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.RequestBody;
import dev.pageturner.openapi.model.Response;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.ScalarNode.Kind;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bodies of Swagger 2.0: one schema and a list of media types, form fields among the parameters,
 * and parameters that are themselves their schema.
 */
final class SwaggerBodies implements Bodies {
  private final Context context;
  private final ObjectNode root;

  SwaggerBodies(Context context, ObjectNode root) {
    this.context = context;
    this.root = root;
  }

  @Override
  public List<Parameter> parameters(ObjectNode node) {
    String in = node.text("in").orElse("");
    return in.equals("body") || in.equals("formData") ? List.of() : List.of(outsideBody(node, in));
  }

  private Parameter outsideBody(ObjectNode node, String in) {
    String format = node.text("collectionFormat").orElse("csv");
    return new Parameter(
        node.text("name").orElse(""),
        in,
        node.flag("required") || in.equals("path"),
        context.prose(node, "description"),
        context.schemas().at(node),
        style(format, in),
        format.equals("multi"),
        node.flag("x-ms-skip-url-encoding"),
        Optional.empty(),
        node.flag("deprecated"),
        node);
  }

  private static String style(String collectionFormat, String in) {
    return switch (collectionFormat) {
      case "ssv" -> "spaceDelimited";
      case "tsv" -> "tabDelimited";
      case "pipes" -> "pipeDelimited";
      default -> in.equals("query") ? "form" : "simple";
    };
  }

  @Override
  public Optional<RequestBody> requestBody(ObjectNode operation, List<ObjectNode> parameters) {
    List<ObjectNode> fields = in("formData", parameters);
    Optional<ObjectNode> body = in("body", parameters).stream().findFirst();
    return body.isPresent()
        ? body.map(parameter -> whole(operation, parameter))
        : fields.isEmpty() ? Optional.empty() : Optional.of(form(operation, fields));
  }

  private static List<ObjectNode> in(String place, List<ObjectNode> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.text("in").filter(place::equals).isPresent())
        .toList();
  }

  private RequestBody whole(ObjectNode operation, ObjectNode parameter) {
    return new RequestBody(
        parameter.flag("required"),
        context.prose(parameter, "description"),
        contents(operation, "consumes", context.schema(parameter, "schema"), parameter));
  }

  private RequestBody form(ObjectNode operation, List<ObjectNode> fields) {
    boolean file = fields.stream()
        .anyMatch(field -> field.text("type").filter("file"::equals).isPresent());
    List<String> types = mediaTypes(operation, "consumes").stream()
        .filter(type -> type.startsWith("multipart/") || type.endsWith("urlencoded"))
        .toList();
    String type = !types.isEmpty()
        ? types.get(0)
        : file ? "multipart/form-data" : "application/x-www-form-urlencoded";
    Schema schema = context.schemas().at(formSchema(operation, fields));
    boolean required = fields.stream().anyMatch(field -> field.flag("required"));
    return new RequestBody(
        required, Optional.empty(), List.of(new Content(type, Optional.of(schema), operation)));
  }

  private static ObjectNode formSchema(ObjectNode operation, List<ObjectNode> fields) {
    Map<String, Node> properties = new LinkedHashMap<>();
    List<Node> required = new ArrayList<>();
    for (ObjectNode field : fields) {
      properties.put(field.text("name").orElse(""), field);
      if (field.flag("required")) {
        required.add(
            new ScalarNode(field.place(), Kind.STRING, field.text("name").orElse("")));
      }
    }
    Map<String, Node> schema = new LinkedHashMap<>();
    schema.put("type", new ScalarNode(operation.place(), Kind.STRING, "object"));
    schema.put("properties", new ObjectNode(operation.place(), properties));
    schema.put("required", new ArrayNode(operation.place(), required));
    return new ObjectNode(operation.place(), schema);
  }

  @Override
  public Response response(String status, ObjectNode response, ObjectNode operation) {
    Map<String, Response.Header> headers = new LinkedHashMap<>();
    context
        .objects(response, "headers")
        .forEach((name, header) -> headers.put(
            name,
            new Response.Header(
                context.prose(header, "description"),
                Optional.of(context.schemas().at(header)))));
    Optional<Schema> schema = context.schema(response, "schema");
    List<Content> contents =
        schema.isEmpty() ? List.of() : contents(operation, "produces", schema, response);
    return new Response(
        status, context.prose(response, "description"), headers, contents, response);
  }

  private List<Content> contents(
      ObjectNode operation, String key, Optional<Schema> schema, ObjectNode holder) {
    return mediaTypes(operation, key).stream()
        .map(type -> new Content(type, schema, holder))
        .toList();
  }

  private List<String> mediaTypes(ObjectNode operation, String key) {
    List<String> types = Context.texts((operation.has(key) ? operation : root).list(key));
    return types.isEmpty() ? List.of("application/json") : types;
  }
}
