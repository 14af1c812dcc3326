package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.RequestBody;
import dev.pageturner.openapi.model.Response;
import dev.pageturner.openapi.model.Schema;
import dev.pageturner.openapi.parse.UnreadMembers.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bodies of OpenAPI 3: a map from media types to schemas. */
final class ContentBodies implements Bodies {
  private static final Set<String> STYLES = Set.of(
      "simple",
      "label",
      "matrix",
      "form",
      "spaceDelimited",
      "pipeDelimited",
      "tabDelimited",
      "deepObject");

  private final Context context;
  private final SequenceReader sequences;

  ContentBodies(Context context) {
    this.context = context;
    this.sequences = new SequenceReader(context);
  }

  @Override
  public List<Parameter> parameters(ObjectNode node) {
    context.unread().check(Kind.PARAMETER, node);
    String in = node.text("in").orElse("");
    if (in.equals("querystring")) {
      return queryString(node);
    }
    checkStyle(node);
    Optional<Content> content = contents(node).stream().findFirst();
    String style =
        node.text("style").orElse(in.equals("query") || in.equals("cookie") ? "form" : "simple");
    return List.of(new Parameter(
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

  private void checkStyle(ObjectNode node) {
    Optional<String> style = node.text("style").filter(name -> !STYLES.contains(name));
    style.ifPresent(name -> context
        .problems()
        .warning(
            node.location(),
            "the style '" + name + "' is not written; the parameter has the usual one of its"
                + " place"));
  }

  /** The query as a whole is a form: its fields are what is sent in the query. */
  private List<Parameter> queryString(ObjectNode node) {
    Optional<Content> form = contents(node).stream()
        .filter(content -> content.bareType().equals("application/x-www-form-urlencoded"))
        .findFirst();
    if (form.isEmpty()) {
      context
          .problems()
          .warning(node.location(), "a query string that is no form is not sent; it is left out");
    }
    return form.map(content -> new QueryStringFields(node, content).parameters())
        .orElse(List.of());
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
    context.unread().check(Kind.RESPONSE, response);
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
    context.objects(holder, "content").forEach((type, media) -> contents.add(content(type, media)));
    return contents;
  }

  private Content content(String type, ObjectNode media) {
    context.unread().check(Kind.MEDIA_TYPE, media);
    context
        .objects(media, "encoding")
        .values()
        .forEach(one -> context.unread().check(Kind.ENCODING, one));
    return new Content(type, context.schema(media, "schema"), sequences.read(type, media), media);
  }
}
