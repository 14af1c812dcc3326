package dev.pageturner.openapi.maven;

import dev.pageturner.openapi.generator.Generated;
import dev.pageturner.openapi.generator.Generator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that one execution of the goal goes by. The client is made of nothing else, so whatever makes
 * a difference is a component of this record, and in its digest.
 *
 * @param pluginVersion the version of the plugin
 * @param document the document
 * @param packageName the package of the client
 * @param clientName the beginning of its name, if it is not the document's title
 * @param overrides corrections of what is detected
 * @param config a {@code stainless.yml}
 * @param async whether there are methods that do not block
 * @param allowRemoteReferences whether references to URLs are fetched
 * @param folders folders whose files references may lead to, beside that of the document
 * @param output where the sources go
 */
record Settings(
    String pluginVersion,
    Path document,
    String packageName,
    Optional<String> clientName,
    Optional<Path> overrides,
    Optional<Path> config,
    boolean async,
    boolean allowRemoteReferences,
    List<Path> folders,
    Path output) {
  /** {@return the client} */
  Generated generate() {
    return generator().generate(document);
  }

  /** {@return what makes the client} */
  Generator generator() {
    Generator generator =
        Generator.of(packageName).async(async).allowRemoteReferences(allowRemoteReferences);
    for (Path folder : folders) {
      generator = generator.allowFolder(folder);
    }
    generator = clientName.map(generator::named).orElse(generator);
    generator = config.map(generator::config).orElse(generator);
    return overrides.map(generator::overrides).orElse(generator);
  }

  /** {@return what is the same for the same settings only} */
  String digest() {
    return Digest.of(toString().getBytes(StandardCharsets.UTF_8));
  }
}
