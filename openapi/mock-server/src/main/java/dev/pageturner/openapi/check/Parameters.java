package dev.pageturner.openapi.check;

import dev.pageturner.pagination.Carrier;
import java.util.List;

/** The query parameters by which requests carry something. */
final class Parameters {
  private Parameters() {}

  /** {@return their names; none where it travels elsewhere} */
  static List<String> of(Carrier carrier) {
    return carrier instanceof Carrier.Query query ? query.names() : List.of();
  }
}
