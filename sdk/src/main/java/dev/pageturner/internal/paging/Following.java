package dev.pageturner.internal.paging;

import dev.pageturner.internal.detect.EndSignal;
import dev.pageturner.position.Position;

/** Where a page leads. */
sealed interface Following {
  /** The list goes on. */
  record To(Position position) implements Following {}

  /**
   * The list ends.
   *
   * @param signal what says so
   */
  record End(EndSignal signal) implements Following {}
}
