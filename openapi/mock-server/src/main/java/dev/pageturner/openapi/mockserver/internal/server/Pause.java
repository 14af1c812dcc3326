package dev.pageturner.openapi.mockserver.internal.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits that end when the server is closed. */
final class Pause {
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Waits so long, or until the server is closed. */
  void of(Duration duration) throws InterruptedException {
    if (!duration.isZero() && closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new InterruptedException("the mock server is closed");
    }
  }

  void end() {
    closed.countDown();
  }
}
