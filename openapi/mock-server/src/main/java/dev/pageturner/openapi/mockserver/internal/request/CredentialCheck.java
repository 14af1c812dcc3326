package dev.pageturner.openapi.mockserver.internal.request;

import dev.pageturner.openapi.mockserver.MockRequest;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.SecurityRequirement;
import dev.pageturner.openapi.model.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a request has a credential of a scheme that the document demands, where the scheme has
 * it. Which one it is does not matter.
 */
public final class CredentialCheck {
  private final Map<String, SecurityScheme> schemes;
  private final List<SecurityRequirement> usual;

  public CredentialCheck(ApiDocument document) {
    this.schemes = document.securitySchemes();
    this.usual = document.security();
  }

  /** {@return the parameters of the query that carry credentials} */
  public Set<String> parameters() {
    return schemes.values().stream()
        .filter(scheme -> scheme.type().equals("apiKey"))
        .filter(scheme -> scheme.in().filter("query"::equals).isPresent())
        .flatMap(scheme -> scheme.name().stream())
        .collect(Collectors.toSet());
  }

  /** Refuses the request if it meets none of the operation's requirements. */
  public void check(Operation operation, MockRequest request) throws Refusal {
    List<SecurityRequirement> requirements = operation.security().orElse(usual);
    boolean met = requirements.isEmpty()
        || requirements.stream().anyMatch(requirement -> isMet(requirement, request));
    if (!met) {
      String challenges = requirements.stream()
          .flatMap(requirement -> requirement.scopes().keySet().stream())
          .flatMap(name -> scheme(name).stream())
          .map(CredentialCheck::challenge)
          .distinct()
          .collect(Collectors.joining(", "));
      throw new Refusal(401, "a credential is missing", Map.of("WWW-Authenticate", challenges));
    }
  }

  private Optional<SecurityScheme> scheme(String name) {
    return Optional.ofNullable(schemes.get(name));
  }

  /** What the document does not describe, nobody can send. */
  private boolean isMet(SecurityRequirement requirement, MockRequest request) {
    return requirement.scopes().keySet().stream()
        .flatMap(name -> scheme(name).stream())
        .allMatch(scheme ->
            credential(scheme, request).filter(text -> !text.isBlank()).isPresent());
  }

  private static Optional<String> credential(SecurityScheme scheme, MockRequest request) {
    String name = scheme.name().orElse("");
    return switch (scheme.type()) {
      case "apiKey" ->
        switch (scheme.in().orElse("")) {
          case "query" -> request.query(name);
          case "cookie" -> request.cookie(name);
          default -> request.header(name);
        };
      // Of a certificate nothing is seen here.
      case "mutualTLS" -> Optional.of("certificate");
      default -> authorization(request, word(scheme));
    };
  }

  /** {@return what follows the scheme's word (RFC 9110, section 11.4)} */
  private static Optional<String> authorization(MockRequest request, String word) {
    return request
        .header("Authorization")
        .map(text -> text.split(" ", 2))
        .filter(halves -> halves.length == 2 && halves[0].equalsIgnoreCase(word))
        .map(halves -> halves[1]);
  }

  /** {@return the word of an HTTP scheme; tokens of OAuth 2 and OpenID Connect are bearers} */
  private static String word(SecurityScheme scheme) {
    return scheme.scheme().orElse("bearer");
  }

  private static String challenge(SecurityScheme scheme) {
    if (scheme.type().equals("apiKey")) {
      return "ApiKey in=\"%s\", name=\"%s\""
          .formatted(scheme.in().orElse(""), scheme.name().orElse(""));
    }
    String word = word(scheme);
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " realm=\"mock\"";
  }
}
