package dev.pageturner.internal.rate;

/**
 * What decides when the next permit can be taken. It is told the time, in nanoseconds from an
 * origin of the caller's, and never waits; the caller's lock protects it.
 */
interface Allowance {
  /** An instant that does not come. */
  long NEVER = Long.MAX_VALUE;

  /**
   * Is told that the first in line wants permits as soon as they can be had.
   *
   * @return when it can take them, as far as is certain; {@code now} means that it must take them
   */
  long prepare(long now, int permits);

  /**
   * {@return an instant before which {@code permits} behind {@code ahead} others certainly can not
   * be taken}
   */
  long earliest(long now, long ahead, int permits);

  /** {@return the best guess of when {@code permits} behind {@code ahead} others can be taken} */
  long expected(long now, long ahead, int permits);

  /** {@return when to look again at the latest, though nothing happened, for the first in line} */
  long wake(long now, int permits);

  /** Takes permits for the first in line; they are held until they are completed or given back. */
  Lease take(long now, int permits);

  /** Ends a lease: the request completed. */
  void complete(Lease lease, long now);

  /** Ends a lease: no request was sent. */
  void giveBack(Lease lease, long now);

  /** {@return the permits that are held} */
  int held();
}
