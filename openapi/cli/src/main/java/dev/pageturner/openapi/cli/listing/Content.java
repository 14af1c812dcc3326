package dev.pageturner.openapi.cli.listing;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.cli.record.Recorded;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.position.Checkpoint;

/** What of a list becomes lines: its items, or its pages. */
interface Content {
  /** Takes an item. */
  void item(RawJson item);

  /** Takes note of a response. */
  default void received(Recorded recorded) {}

  /** Takes note of what happens. */
  default void on(TraversalEvent event) {}

  /** Writes what is whole by now. */
  default void settle() {}

  /** Writes all that came: no page is asked for after the last one. */
  default void finish() {}

  /** {@return where to go on, given where the traversal stands} */
  default Checkpoint goOnAt(Checkpoint checkpoint) {
    return checkpoint;
  }

  /** {@return the lines written} */
  long lines();
}
