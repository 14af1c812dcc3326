package dev.pageturner.async.internal;

import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The failure of a sequence, held back until what came before it is given out. */
final class HeldFailure {
  private @Nullable Throwable failure;

  /** Holds a failure; a further one is noted with the first. */
  void hold(Throwable e) {
    Throwable first = failure;
    if (first == null) {
      failure = e;
    } else if (first != e) {
      first.addSuppressed(e);
    }
  }

  boolean isHeld() {
    return failure != null;
  }

  /** Throws the failure, if there is one. */
  void release() throws Exception {
    Throwable held = failure;
    if (held instanceof Error error) {
      throw error;
    } else if (held instanceof Exception exception) {
      throw exception;
    } else if (held != null) {
      throw new ExecutionException(held);
    }
  }
}
