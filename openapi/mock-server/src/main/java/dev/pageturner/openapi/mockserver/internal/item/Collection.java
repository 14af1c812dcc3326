package dev.pageturner.openapi.mockserver.internal.item;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import java.util.List;

/**
 * The things behind a list, whichever operations show or change them.
 *
 * @param base the path of the list as written, such as {@code /users}
 * @param item what the document says about an item of the list
 * @param keys what tells items apart
 */
public record Collection(String base, Described item, ItemKeys keys) {
  /** {@return the name of the member that a client may choose the id in} */
  List<String> idNames() {
    return keys.keys().isEmpty() ? List.of() : keys.keys().get(0).names();
  }

  /** {@return a value of the id as it stands in a path} */
  public static String plain(RawJson id) {
    return id.kind() == RawJson.Kind.STRING ? id.asString() : id.text();
  }
}
