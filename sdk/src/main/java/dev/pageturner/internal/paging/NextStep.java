package dev.pageturner.internal.paging;

import dev.pageturner.internal.detect.EndSignal;
import dev.pageturner.position.Position;

/** Where a page leads. */
sealed interface NextStep {
  /** The list goes on. */
  record To(Position position) implements NextStep {}

  /**
   * The list ends.
   *
   * @param signal what says so
   */
  record End(EndSignal signal) implements NextStep {}
}
