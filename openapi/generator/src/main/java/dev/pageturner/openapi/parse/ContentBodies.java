package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.RequestBody;
import dev.pageturner.openapi.model.Response;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies of OpenAPI 3: a map from media types to schemas. */
final class ContentBodies implements Bodies {
  private final Context context;

  ContentBodies(Context context) {
    this.context = context;
  }

  @Override
  public Optional<Parameter> parameter(ObjectNode node) {
    String in = node.text("in").orElse("");
    Optional<Content> content = contents(node).stream().findFirst();
    String style =
        node.text("style").orElse(in.equals("query") || in.equals("cookie") ? "form" : "simple");
    return Optional.of(new Parameter(
        node.text("name").orElse(""),
        in,
        node.flag("required") || in.equals("path"),
        context.prose(node, "description"),
        context
            .schema(node, "schema")
            .or(() -> content.flatMap(Content::schema))
            .orElseGet(() -> anything(node)),
        style,
        node.has("explode") ? node.flag("explode") : style.equals("form"),
        node.flag("allowReserved"),
        node.has("schema") ? Optional.empty() : content.map(Content::mediaType),
        node.flag("deprecated"),
        node));
  }

  private Schema anything(ObjectNode node) {
    return context.schemas().at(new ObjectNode(node.place(), Map.of()));
  }

  @Override
  public Optional<RequestBody> requestBody(ObjectNode operation, List<ObjectNode> parameters) {
    return Optional.ofNullable(operation.get("requestBody"))
        .flatMap(context::object)
        .map(body -> new RequestBody(
            body.flag("required"), context.prose(body, "description"), contents(body)));
  }

  @Override
  public Response response(String status, ObjectNode response, ObjectNode operation) {
    Map<String, Response.Header> headers = new LinkedHashMap<>();
    context
        .objects(response, "headers")
        .forEach((name, header) -> headers.put(name, header(header)));
    return new Response(
        status, context.prose(response, "description"), headers, contents(response), response);
  }

  private Response.Header header(ObjectNode header) {
    return new Response.Header(
        context.prose(header, "description"), context.schema(header, "schema"));
  }

  private List<Content> contents(ObjectNode holder) {
    List<Content> contents = new ArrayList<>();
    context
        .objects(holder, "content")
        .forEach((type, media) ->
            contents.add(new Content(type, context.schema(media, "schema"), media)));
    return contents;
  }
}
