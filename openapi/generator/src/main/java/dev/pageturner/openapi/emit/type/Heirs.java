package dev.pageturner.openapi.emit.type;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Discriminator;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Schemas that others inherit from through {@code allOf}, and whose discriminator says from which
 * heir a value is.
 */
final class Heirs {
  private final ApiDocument document;
  private final Map<Schema, List<String>> heirs = new HashMap<>();

  Heirs(ApiDocument document) {
    this.document = document;
    document
        .schemas()
        .forEach((name, schema) -> schema.target().allOf().stream()
            .filter(part -> part.ref().isPresent())
            .forEach(part ->
                heirs.computeIfAbsent(part.target(), base -> new ArrayList<>()).add(name)));
  }

  /**
   * The heirs of a schema.
   *
   * @param discriminator the member that tells them apart
   * @param members each heir with the values that mean it
   */
  record Family(Discriminator discriminator, Map<Schema, List<String>> members) {}

  /** {@return the heirs of a schema that has a discriminator and no alternatives of its own} */
  Optional<Family> of(Schema base) {
    Optional<Discriminator> discriminator = base.discriminator();
    if (discriminator.isEmpty()) {
      return Optional.empty();
    }
    Map<Schema, List<String>> members = new LinkedHashMap<>();
    discriminator.get().mapping().forEach((value, schema) -> {
      if (schema.target() != base) {
        members.computeIfAbsent(schema.target(), heir -> new ArrayList<>()).add(value);
      }
    });
    for (String heir : heirs.getOrDefault(base, List.of())) {
      Schema schema = document.schemas().get(heir);
      if (schema != null && !members.containsKey(schema.target())) {
        members.computeIfAbsent(schema.target(), same -> new ArrayList<>()).add(heir);
      }
    }
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(new Family(discriminator.get(), members));
  }
}
