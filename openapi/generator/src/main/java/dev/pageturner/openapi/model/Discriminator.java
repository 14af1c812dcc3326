package dev.pageturner.openapi.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The property whose value says which part of a union an object is.
 *
 * @param property the name of the property
 * @param mapping value to reference or schema name; empty when the values are the schema names
 */
public record Discriminator(String property, Map<String, String> mapping) {
  static Optional<Discriminator> of(Node node) {
    // Swagger 2.0 writes the bare name.
    Optional<String> bare = node.text();
    return bare.isPresent()
        ? Optional.of(new Discriminator(bare.get(), Map.of()))
        : node.asObject().flatMap(Discriminator::ofObject);
  }

  private static Optional<Discriminator> ofObject(ObjectNode object) {
    Map<String, String> mapping = new LinkedHashMap<>();
    object
        .object("mapping")
        .ifPresent(members -> members
            .members()
            .forEach((value, target) -> target.text().ifPresent(text -> mapping.put(value, text))));
    return object.text("propertyName").map(name -> new Discriminator(name, mapping));
  }
}
