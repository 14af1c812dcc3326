package dev.pageturner.openapi.mockserver.internal.data;

import dev.pageturner.json.RawJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was written to a row.
 *
 * @param whole whether it is all there is, apart from what must be there
 * @param members the members that were written
 */
public record Change(boolean whole, Map<String, RawJson> members) {
  /** Copies the members. */
  public Change {
    members = new LinkedHashMap<>(members);
  }

  /** {@return this change and a later one, whose members win} */
  public Change then(Change later) {
    if (later.whole()) {
      return later;
    }
    Map<String, RawJson> both = new LinkedHashMap<>(members);
    both.putAll(later.members());
    return new Change(whole, both);
  }
}
