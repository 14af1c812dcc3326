package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.Json;
import dev.pageturner.openapi.model.Discriminator;
import dev.pageturner.openapi.model.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the parts of a union are called. */
final class Alternatives {
  private Alternatives() {}

  /** {@return the value by which a discriminator tells that alternative} */
  static String name(Discriminator discriminator, Schema alternative) {
    String name = alternative.refName().orElse("");
    String ref = alternative.ref().orElse("");
    return discriminator.mapping().entrySet().stream()
        .filter(entry -> entry.getValue().equals(ref) || entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(name);
  }

  /** {@return the object with one member set} */
  static Json with(Json object, String name, Json value) {
    Map<String, Json> members = new LinkedHashMap<>(object.members());
    members.put(name, value);
    return Json.ofObject(members);
  }
}
