package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.model.SecurityScheme;
import java.util.List;
import java.util.Optional;

/** Ways to authenticate that a generated client does not go by itself, each with what to do. */
final class SecurityProblems {
  private static final String CONFIGURE =
      " does not come by itself; give an OkHttpClient that has it through configure(…)";

  private SecurityProblems() {}

  /** {@return a warning for each scheme or flow of a document that the client has no method for} */
  static List<Problem> of(ApiDocument document) {
    return document.securitySchemes().values().stream()
        .flatMap(scheme -> problem(scheme).stream())
        .toList();
  }

  private static Optional<Problem> problem(SecurityScheme scheme) {
    String name = scheme.scheme().orElse("");
    Optional<String> message = switch (scheme.type()) {
      case "http" ->
        name.equals("basic") || name.equals("bearer")
            ? Optional.empty()
            : Optional.of("authentication by HTTP " + name + CONFIGURE);
      case "mutualTLS" -> Optional.of("a client certificate (mutual TLS)" + CONFIGURE);
      case "oauth2" -> device(scheme);
      case "apiKey", "openIdConnect" -> Optional.empty();
      default ->
        Optional.of("a security scheme of type '" + scheme.type() + "' is not known; left out");
    };
    return message.map(text -> Problem.warning(scheme.node().location(), text));
  }

  private static Optional<String> device(SecurityScheme scheme) {
    return ClientBuilder.deviceUrl(scheme).isPresent()
        ? Optional.of(
            "the device flow of OAuth 2 is not walked: fetch the token, and give it to the"
                + " builder's method of this scheme")
        : Optional.empty();
  }
}
