package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Place;
import dev.pageturner.openapi.model.Schema;
import dev.pageturner.openapi.model.SpecVersion;
import dev.pageturner.openapi.model.Tag;
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
    SecurityReader security = new SecurityReader(context);
    return new ApiDocument(
        root.place().file(),
        files,
        version,
        info.text("title").orElse(""),
        info.text("version").orElse(""),
        context.prose(info, "description"),
        isSwagger() ? ServerReader.ofSwagger(root) : ServerReader.servers(root),
        tags(root),
        operations,
        schemas(root),
        security.schemes(isSwagger() ? Optional.of(root) : root.object("components"), isSwagger()),
        SecurityReader.requirements(root).orElse(List.of()),
        root,
        context.problems().all());
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
    return root.list("tags").stream()
        .map(Node::asObject)
        .flatMap(Optional::stream)
        .flatMap(tag ->
            tag.text("name").map(name -> new Tag(name, context.prose(tag, "description"))).stream())
        .toList();
  }
}
