package dev.pageturner.openapi.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The property whose value says which part of a union an object is.
 *
 * @param property the name of the property
 * @param mapping value to the schema that it means; empty when the values are the schema names
 */
public record Discriminator(String property, Map<String, Schema> mapping) {
  static Optional<Discriminator> of(Node node, Schemas schemas) {
    // Swagger 2.0 writes the bare name.
    Optional<String> bare = node.text();
    return bare.isPresent()
        ? Optional.of(new Discriminator(bare.get(), Map.of()))
        : node.asObject().flatMap(object -> ofObject(object, schemas));
  }

  private static Optional<Discriminator> ofObject(ObjectNode object, Schemas schemas) {
    Map<String, Schema> mapping = new LinkedHashMap<>();
    object
        .object("mapping")
        .ifPresent(members -> members
            .members()
            .forEach((value, target) ->
                schemas.mapped(target).ifPresent(schema -> mapping.put(value, schema))));
    return object.text("propertyName").map(name -> new Discriminator(name, mapping));
  }

  /** {@return whether the value means that schema, or what it refers to} */
  public boolean means(String value, Schema schema) {
    Schema meant = mapping.get(value);
    return meant != null && meant.target() == schema.target();
  }
}
