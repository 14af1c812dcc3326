package dev.pageturner.internal.events;

import dev.pageturner.events.EventOptions;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before a stream is connected again. */
final class ReconnectWait {
  private ReconnectWait() {}

  /**
   * {@return what the server asked for, or the shortest wait, doubled with each time in a row that
   * it was connected again for nothing, within the bounds; plus up to half of it at random}
   */
  static Duration of(Reconnect.Ended ended, EventOptions options, RandomGenerator random) {
    Duration least = options.minReconnectWait();
    Duration most = options.maxReconnectWait();
    Duration wait = within(least, ended.retry().orElse(least), most);
    for (int i = 0; i < ended.reconnects() && wait.compareTo(most) < 0 && !wait.isZero(); i++) {
      wait = wait.compareTo(most.dividedBy(2)) > 0 ? most : wait.multipliedBy(2);
    }
    return wait.plus(wait.dividedBy(1_000).multipliedBy(random.nextInt(501)));
  }

  private static Duration within(Duration least, Duration wait, Duration most) {
    if (wait.compareTo(least) < 0) {
      return least;
    }
    return wait.compareTo(most) > 0 ? most : wait;
  }
}
