package dev.pageturner.internal.rate;

/** A place in the line for a permit. Safe to use from any thread. */
@FunctionalInterface
public interface Reservation {
  /**
   * Leaves the line. What was reserved goes to the next.
   *
   * @return whether it was in time: the waiter is not called any more. If not, it has been or is
   *     being called, and ends the permit that it gets
   */
  boolean cancel();
}
