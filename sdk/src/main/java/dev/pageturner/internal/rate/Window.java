package dev.pageturner.internal.rate;

/**
 * One limit of a rate limit: so many permits per period, and the instants at which the used ones
 * come back. Instants are nanoseconds of one clock. Memory grows with the permits in use, up to one
 * {@code long} each.
 */
final class Window {
  private final long period;
  private int limit;
  private long[] returns = new long[16];
  private int first;
  private int size;

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
    while (size > 0 && returns[first] <= now) {
      first = (first + 1) % returns.length;
      size--;
    }
  }

  /** {@return the permits that can be taken now; below zero after the limit was lowered} */
  int free(int held) {
    return limit - held - size;
  }

  /** Notes that a request completed; its permits come back one period later. */
  void completed(long at, int permits) {
    for (int i = 0; i < permits; i++) {
      if (size == returns.length) {
        grow();
      }
      returns[(first + size++) % returns.length] = at + period;
    }
  }

  private void grow() {
    long[] larger = new long[returns.length * 2];
    for (int i = 0; i < size; i++) {
      larger[i] = returns[(first + i) % returns.length];
    }
    returns = larger;
    first = 0;
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
    long rounds = index < size || index < limit ? 0 : index / limit;
    index -= rounds * limit;
    long turn =
        index < size ? returns[(int) ((first + index) % returns.length)] : now + latency + period;
    return saturatedAdd(turn, rounds, period + latency);
  }

  /**
   * {@return when {@code permits} can be taken at the latest, if those held come back one period
   * after {@code expiry}}
   */
  long knownAt(long now, int permits, int held, long expiry) {
    int index = permits - 1 - free(held);
    if (index < 0) {
      return now;
    }
    return index < size ? returns[(first + index) % returns.length] : expiry + period;
  }

  private static long saturatedAdd(long start, long times, long unit) {
    return times > (Long.MAX_VALUE - start) / unit ? Long.MAX_VALUE : start + times * unit;
  }
}
