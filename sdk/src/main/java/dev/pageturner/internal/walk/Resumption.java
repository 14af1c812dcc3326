package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.LostList;
import dev.pageturner.position.Checkpoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a traversal of lists within lists is resumed: from where, and what becomes of a list within
 * that cannot be read on.
 *
 * @param request the fingerprint of them all
 * @param policy what the user wants then
 * @param from the checkpoint of all, null at the beginning
 * @param told who is told
 */
record Resumption(String request, LostList policy, @Nullable Checkpoint from, EventEmitter told) {
  /** What servers answer to a position, or to an address, that they do not know any more. */
  private static final Set<Integer> UNKNOWN_THERE = Set.of(400, 404, 410);

  /** {@return the checkpoint within the inner list that was being read, or null} */
  @Nullable
  Checkpoint within() {
    return from == null || from.parts().size() < 2 ? null : from.parts().get(1);
  }

  /** {@return the items that came before the list that was being read} */
  long itemsBefore() {
    return from == null ? 0 : from.place().items();
  }

  /** {@return whether the failure of a list's first request means that it cannot be read on} */
  boolean isLost(PageturnerException e) {
    return e instanceof PageturnerException.BadCheckpoint
        || (e instanceof PageturnerException.Status status
            && UNKNOWN_THERE.contains(status.status()));
  }

  /** {@return whether the rest of a lost list is left out, rather than the list started over} */
  boolean skips() {
    return policy == LostList.SKIP;
  }

  /** Fails for a list that was lost, or tells of it. */
  void lost(String what) {
    if (policy == LostList.FAIL) {
      throw new PageturnerException.BadCheckpoint(
          "the list of the checkpoint cannot be read on: " + what
              + "; a LostList given to thenEach says what to do then",
          null);
    }
    told.warn("the list of the checkpoint cannot be read on: " + what + "; its rest is left out");
  }

  /** Fails with what kept a list from being read on, or tells of it. */
  void lost(PageturnerException e) {
    if (policy == LostList.FAIL) {
      throw e;
    }
    told.warn("the list of the checkpoint cannot be read on: " + e.getMessage() + "; "
        + (skips() ? "its rest is left out" : "it starts over"));
  }
}
