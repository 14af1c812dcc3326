package dev.pageturner.openapi.mockserver.internal.item;

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

  /** {@return where the members are that tell its things apart} */
  public List<List<String>> idPaths() {
    return keys.keys().stream()
        .map(ItemKeys.Key::names)
        .filter(at -> !at.isEmpty())
        .toList();
  }

  /** {@return the name of the things below those that the path's variables name} */
  public String series(List<String> values) {
    long variables = base.chars().filter(c -> c == '{').count();
    return base + values.subList(0, (int) Math.min(variables, values.size()));
  }
}
