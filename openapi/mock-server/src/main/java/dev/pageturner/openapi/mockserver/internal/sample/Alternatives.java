package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Discriminator;
import dev.pageturner.openapi.model.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the parts of a union are called. */
final class Alternatives {
  private Alternatives() {}

  /** {@return the value by which a discriminator tells that alternative} */
  static String name(Discriminator discriminator, Schema alternative) {
    return discriminator.mapping().keySet().stream()
        .filter(value -> discriminator.means(value, alternative))
        .findFirst()
        .orElseGet(() -> alternative.refName().orElse(""));
  }

  /** {@return the object with one member set} */
  static RawJson with(RawJson object, String name, RawJson value) {
    Map<String, RawJson> members = new LinkedHashMap<>(object.members());
    members.put(name, value);
    return RawJson.ofObject(members);
  }
}
