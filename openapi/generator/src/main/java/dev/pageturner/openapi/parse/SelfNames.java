package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ScalarNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What documents call themselves by {@code $self}. Relative references in such a document are
 * relative to that name (OpenAPI 3.2, RFC 3986), which says nothing about the file that was read:
 * so a name that belongs to a file that was read leads to that file, and one below the document's
 * own to the file at the same place below its folder, if there is one.
 */
final class SelfNames {
  private final Map<String, URI> names = new HashMap<>();
  private final Predicate<String> isFile;
  private final Problems problems;

  /**
   * Knows no names yet.
   *
   * @param isFile whether there is a file of that path below the document's folder
   * @param problems where a name that is none is told
   */
  SelfNames(Predicate<String> isFile, Problems problems) {
    this.isFile = isFile;
    this.problems = problems;
  }

  /** Takes the name of a document that was read; the second time nothing happens. */
  void add(String file, Node root) {
    Optional<Node> self = root.asObject().flatMap(object -> Newer.member(object, "$self"));
    if (self.isPresent() && !names.containsKey(file)) {
      Optional<URI> name = uri(self.get().text().orElse(""));
      name.ifPresentOrElse(
          uri -> names.put(file, uri),
          () -> problems.warning(
              self.get().location(), "$self is no URI without a fragment; it is ignored"));
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      boolean hierarchical = !uri.isOpaque() && !text.isEmpty();
      return hierarchical && uri.getRawFragment() == null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * {@return a reference that leads to the same place without regard to any {@code $self}}: to a
   * file, relative to the one that has the reference, or to a URL
   */
  String located(ScalarNode reference) {
    String text = reference.value();
    String from = reference.place().file();
    int hash = text.indexOf('#');
    String address = hash < 0 ? text : text.substring(0, hash);
    if (names.isEmpty() || address.isEmpty()) {
      return text;
    }
    return uri(address)
        .flatMap(uri -> located(uri, from))
        .map(found -> found + (hash < 0 ? "" : text.substring(hash)))
        .orElse(text);
  }

  private Optional<String> located(URI address, String from) {
    Optional<URI> own = Optional.ofNullable(names.get(from));
    URI target = own.map(base -> base.resolve(address)).orElse(address).normalize();
    return file(target)
        .map(file -> relative(file, from))
        .or(() -> own.map(base -> address.isAbsolute() ? address.toString() : target.toString())
            .filter(text -> text.contains("://")));
  }

  private Optional<String> file(URI target) {
    return names.entrySet().stream()
        .filter(named -> named.getValue().normalize().equals(target))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> names.entrySet().stream()
            .flatMap(named -> below(named.getKey(), named.getValue(), target).stream())
            .filter(isFile)
            .findFirst());
  }

  /** {@return the file that is to {@code file} as a target is to its name} */
  private static Optional<String> below(String file, URI name, URI target) {
    String folder = name.resolve(".").normalize().toString();
    String text = target.toString();
    if (!text.startsWith(folder) || file.contains("://")) {
      return Optional.empty();
    }
    String parent = file.contains("/") ? file.substring(0, file.lastIndexOf('/') + 1) : "";
    return Optional.of(parent + RefTarget.decode(text.substring(folder.length())));
  }

  private static String relative(String file, String from) {
    int levels = (int) from.chars().filter(c -> c == '/').count();
    return from.contains("://") || file.contains("://")
        ? file
        : "../".repeat(levels) + file.replace("%", "%25").replace("#", "%23");
  }
}
