package dev.pageturner.internal.rate;

/** Permits that somebody holds. Each has its own identity; whoever owns the log ends it once. */
final class Lease {
  private final int permits;
  private final long since;
  private boolean over;

  Lease(int permits, long since) {
    this.permits = permits;
    this.since = since;
  }

  int permits() {
    return permits;
  }

  long since() {
    return since;
  }

  boolean isOver() {
    return over;
  }

  /** {@return whether this call ended it} */
  boolean end() {
    boolean ended = !over;
    over = true;
    return ended;
  }
}
