package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.SecurityRequirement;
import dev.pageturner.openapi.model.SecurityScheme;
import dev.pageturner.openapi.parse.UnreadMembers.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Security schemes and who needs them. */
final class SecurityReader {
  private final Context context;

  SecurityReader(Context context) {
    this.context = context;
  }

  Map<String, SecurityScheme> schemes(Optional<ObjectNode> holder, boolean swagger) {
    Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
    holder.ifPresent(parts -> context
        .objects(parts, swagger ? "securityDefinitions" : "securitySchemes")
        .forEach((name, node) -> schemes.put(name, scheme(node))));
    return schemes;
  }

  private void checkUnread(ObjectNode node) {
    context.unread().check(Kind.SECURITY_SCHEME, node);
    node.object("flows").ifPresent(flows -> context.unread().check(Kind.FLOWS, flows));
  }

  private SecurityScheme scheme(ObjectNode node) {
    checkUnread(node);
    // Swagger 2.0 has a type of its own for what is a scheme of http since.
    boolean basic = node.text("type").filter("basic"::equals).isPresent();
    Optional<String> scheme = basic ? Optional.of("basic") : node.text("scheme");
    return new SecurityScheme(
        basic ? "http" : node.text("type").orElse(""),
        scheme.map(name -> name.toLowerCase(Locale.ROOT)),
        node.text("name"),
        node.text("in"),
        context.prose(node, "description"),
        node);
  }

  static Optional<List<SecurityRequirement>> requirements(ObjectNode holder) {
    return holder.has("security")
        ? Optional.of(holder.list("security").stream()
            .map(Node::asObject)
            .flatMap(Optional::stream)
            .map(SecurityReader::requirement)
            .toList())
        : Optional.empty();
  }

  private static SecurityRequirement requirement(ObjectNode node) {
    Map<String, List<String>> scopes = new LinkedHashMap<>();
    node.members().keySet().forEach(name -> scopes.put(name, Context.texts(node.list(name))));
    return new SecurityRequirement(scopes);
  }
}
