package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Where a document says that its API is.
 *
 * @param all what it says, in order of preference
 */
record Servers(List<Server> all) {
  static Servers of(ApiDocument document) {
    return new Servers(document.servers());
  }

  /** {@return the base URL with all defaults; empty if it must be asked for} */
  Optional<String> defaultUrl() {
    return all.stream().findFirst().flatMap(this::absolute);
  }

  boolean isDefault(String url) {
    return defaultUrl().filter(url::equals).isPresent();
  }

  /** {@return the server whose variables a caller may choose} */
  Optional<Server> withVariables() {
    return all.stream()
        .findFirst()
        .filter(server -> !server.variables().isEmpty() && absolute(server).isPresent());
  }

  /** {@return the URL of a server as the client's settings take it; empty if they would not} */
  Optional<String> absolute(Server server) {
    String url = server.url();
    for (Map.Entry<String, Server.Variable> variable : server.variables().entrySet()) {
      url = url.replace("{" + variable.getKey() + "}", variable.getValue().defaultValue());
    }
    return Optional.ofNullable(url.indexOf('{') < 0 ? HttpUrl.parse(url) : null)
        .filter(parsed -> parsed.query() == null && parsed.fragment() == null)
        .filter(parsed -> parsed.username().isEmpty() && parsed.password().isEmpty())
        .map(HttpUrl::toString);
  }
}
