package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Payload;
import dev.pageturner.openapi.model.Place;
import dev.pageturner.openapi.model.Schema;
import dev.pageturner.openapi.model.SecurityScheme;
import dev.pageturner.openapi.model.SpecVersion;
import dev.pageturner.openapi.model.Tag;
import dev.pageturner.openapi.parse.UnreadMembers.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the root object to an {@link ApiDocument}. */
final class DocumentReader {
  private final Context context;
  private final SpecVersion version;

  DocumentReader(Context context, SpecVersion version) {
    this.context = context;
    this.version = version;
  }

  ApiDocument read(ObjectNode root, List<String> files) {
    ObjectNode info = root.object("info").orElseGet(() -> new ObjectNode(Place.root(""), Map.of()));
    List<Operation> operations = new PathReader(context, bodies(root)).operations(root);
    List<Payload> payloads =
        isSwagger() ? List.of() : new PayloadReader(context, bodies(root)).payloads(root);
    SecurityReader security = new SecurityReader(context);
    List<Tag> tags = tags(root);
    Map<String, SecurityScheme> schemes =
        security.schemes(isSwagger() ? Optional.of(root) : root.object("components"), isSwagger());
    tellUnread(root);
    return new ApiDocument(
        root.place().file(),
        files,
        version,
        info.text("title").orElse(""),
        info.text("version").orElse(""),
        context.prose(info, "description"),
        isSwagger() ? ServerReader.ofSwagger(root) : ServerReader.servers(root),
        tags,
        operations,
        payloads,
        schemas(root),
        schemes,
        SecurityReader.requirements(root).orElse(List.of()),
        root,
        context.problems().all());
  }

  /** Swagger 2.0 is not written by newer tools: what it has beside is no news. */
  private void tellUnread(ObjectNode root) {
    if (!isSwagger()) {
      context.unread().check(Kind.DOCUMENT, root);
      context.unread().tell(context.problems());
    }
  }

  private boolean isSwagger() {
    return version == SpecVersion.SWAGGER_2_0;
  }

  private Bodies bodies(ObjectNode root) {
    return isSwagger() ? new SwaggerBodies(context, root) : new ContentBodies(context);
  }

  private Map<String, Schema> schemas(ObjectNode root) {
    Optional<ObjectNode> holder = isSwagger()
        ? root.object("definitions")
        : root.object("components").flatMap(parts -> parts.object("schemas"));
    Map<String, Schema> schemas = new LinkedHashMap<>();
    holder.ifPresent(named -> named
        .members()
        .forEach((name, node) -> schemas.put(name, context.schemas().at(node))));
    return schemas;
  }

  private List<Tag> tags(ObjectNode root) {
    List<ObjectNode> written =
        root.list("tags").stream().flatMap(node -> node.asObject().stream()).toList();
    List<Tag> tags = written.stream().flatMap(tag -> tag(tag).stream()).toList();
    new TagParents(tags, context.problems()).check(written);
    return tags;
  }

  private Optional<Tag> tag(ObjectNode node) {
    context.unread().check(Kind.TAG, node);
    return node.text("name")
        .map(name -> new Tag(
            name,
            Newer.text(node, "summary"),
            context.prose(node, "description"),
            Newer.text(node, "parent"),
            Newer.text(node, "kind")));
  }
}
