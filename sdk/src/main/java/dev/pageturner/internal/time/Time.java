package dev.pageturner.internal.time;

import java.time.Instant;

/** A clock to measure with and a clock to show. */
public interface Time {
  /** {@return nanoseconds that never go back, from an arbitrary origin; for measuring} */
  long nanoTime();

  /** {@return the time of day; for showing, and for comparing with a server's} */
  Instant now();

  /** {@return the machine's clocks} */
  static Time system() {
    return SystemTime.CLOCK;
  }
}
