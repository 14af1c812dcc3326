package dev.pageturner.async.internal;

import java.util.concurrent.atomic.AtomicLong;

/** What a subscriber asked for and has not got. It never overflows: the most means for ever. */
final class Demand {
  private final AtomicLong open = new AtomicLong();

  void add(long count) {
    open.accumulateAndGet(count, Demand::sum);
  }

  /** {@return the sum, or the most there is} */
  static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  boolean isOpen() {
    return open.get() > 0;
  }

  /** Takes note of an element that was given; a demand without end stays without end. */
  void given() {
    open.updateAndGet(count -> count == Long.MAX_VALUE ? count : count - 1);
  }
}
