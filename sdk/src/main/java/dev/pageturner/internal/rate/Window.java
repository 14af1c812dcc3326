package dev.pageturner.internal.rate;

/**
 * One limit of a rate limit: so many permits per period, and the instants at which the used ones
 * come back. Instants are nanoseconds of one clock. Memory grows with the instants at which permits
 * were used, not with their number.
 */
final class Window {
  private final long period;
  private int limit;

  /** A ring of instants, and beside each the permits that came or come back until then. */
  private long[] instants = new long[16];

  private long[] totals = new long[16];
  private int first;
  private int size;
  private long back;
  private long used;

  Window(int limit, long period) {
    this.limit = limit;
    this.period = period;
  }

  int limit() {
    return limit;
  }

  long period() {
    return period;
  }

  void limit(int limit) {
    this.limit = limit;
  }

  /** Takes back the permits that are due. */
  void tick(long now) {
    while (size > 0 && instants[first] <= now) {
      back = totals[first];
      first = at(1);
      size--;
    }
  }

  /** {@return the permits that can be taken now; below zero after the limit was lowered} */
  int free(int held) {
    return (int) Math.max(Integer.MIN_VALUE, (long) limit - held - out());
  }

  /** {@return the permits that were used and are not back yet} */
  private long out() {
    return used - back;
  }

  /** Notes that a request completed; its permits come back one period later. */
  void completed(long at, int permits) {
    if (permits > 0) {
      used += permits;
      if (size == 0 || instants[at(size - 1)] != at + period) {
        append(at + period);
      }
      totals[at(size - 1)] = used;
    }
  }

  private void append(long instant) {
    if (size == instants.length) {
      grow();
    }
    instants[at(size++)] = instant;
  }

  private void grow() {
    long[] moreInstants = unrolled(instants);
    totals = unrolled(totals);
    instants = moreInstants;
    first = 0;
  }

  private long[] unrolled(long[] ring) {
    long[] larger = new long[ring.length * 2];
    for (int i = 0; i < size; i++) {
      larger[i] = ring[at(i)];
    }
    return larger;
  }

  private int at(int index) {
    return (first + index) % instants.length;
  }

  /** {@return when the permit number {@code index} of those that are out comes back, from 0} */
  private long comesBack(long index) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (totals[at(middle)] - back > index) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return instants[at(low)];
  }

  /**
   * {@return when the permit number {@code position} from now, counted from 1, can be taken, if
   * every request takes {@code latency}}
   *
   * <p>With a latency of 0 it is never too late: no request completes before now.
   */
  long availableAt(long now, long position, int held, long latency) {
    long index = position - 1 - free(held);
    if (index < 0) {
      return now;
    }
    long rounds = index < out() || index < limit ? 0 : index / limit;
    index -= rounds * limit;
    long turn = index < out() ? comesBack(index) : now + latency + period;
    return saturatedAdd(turn, rounds, period + latency);
  }

  /**
   * {@return when {@code permits} can be taken at the latest, if those held come back one period
   * after {@code expiry}}
   */
  long knownAt(long now, int permits, int held, long expiry) {
    long index = permits - 1L - free(held);
    if (index < 0) {
      return now;
    }
    return index < out() ? comesBack(index) : expiry + period;
  }

  private static long saturatedAdd(long start, long times, long unit) {
    return times > (Long.MAX_VALUE - start) / unit ? Long.MAX_VALUE : start + times * unit;
  }
}
