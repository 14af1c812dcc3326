package dev.pageturner.internal.rate;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Clients behind one rate limit and a server that counts requests when they reach it. Both
 * directions take a random time. All in manual time, which stands still or is a little later at
 * each reading, on one thread.
 */
final class Simulation {
  final ManualTime time;
  final PermitQueue.Clockwork clockwork;
  final List<Long> arrivals = new ArrayList<>();
  final Random random;
  private final Duration latency;
  private int inFlight;
  private int refusals;

  Simulation(long seed, Duration latency) {
    // Two of three clocks go on between two readings, as real ones do.
    this.time = new ManualTime(Duration.ofNanos(seed % 3 * 7));
    this.clockwork =
        new PermitQueue.Clockwork(time, nanos -> time.advance(Duration.ofNanos(nanos)), time);
    this.random = new Random(seed);
    this.latency = latency;
  }

  /**
   * Asks for a permit, and sends when it is given; {@code after} runs when the response is here.
   */
  Reservation request(QueuedRateLimit limit, Duration bound, Runnable after) {
    return limit.reserve(bound, new Waiter() {
      @Override
      public void granted(Permit permit) {
        send(permit, after);
      }

      @Override
      public void refused(PageturnerException.RateLimited refusal) {
        refusals++;
      }
    });
  }

  void send(Permit permit, Runnable after) {
    if (random.nextInt(20) == 0) {
      permit.giveBack();
      later(() -> later(after));
      return;
    }
    inFlight++;
    later(() -> {
      arrivals.add(time.elapsed().toNanos());
      later(() -> complete(permit, after));
    });
  }

  private void complete(Permit permit, Runnable after) {
    inFlight--;
    if (random.nextInt(10) == 0) {
      permit.fail(new IllegalStateException("cut"));
    } else {
      permit.complete();
    }
    permit.complete();
    after.run();
  }

  private void later(Runnable task) {
    time.schedule(upTo(latency), task);
  }

  Duration upTo(Duration most) {
    return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
  }

  int refusals() {
    return refusals;
  }

  int inFlight() {
    return inFlight;
  }

  /** {@return the most requests that reached the server in any window of that length} */
  int most(Duration window) {
    List<Long> sorted = new ArrayList<>(arrivals);
    Collections.sort(sorted);
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (sorted.get(last) - sorted.get(first) >= window.toNanos()) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
