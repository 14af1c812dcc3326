package dev.pageturner;

import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.Pause;
import java.time.Duration;

/** Opens what only tests may set. */
public final class Testing {
  private Testing() {}

  /** {@return a builder whose client waits as the test says, also where it blocks nobody} */
  public static ApiClient.Builder pausing(ApiClient.Builder builder, Pause pause) {
    return builder.waits(pause, (delay, task) -> later(pause, delay, task));
  }

  private static Runnable later(Pause pause, Duration delay, Runnable task) {
    CancelHandle cancel = new CancelHandle();
    Thread thread = new Thread(() -> {
      try {
        pause.pause(delay, cancel);
      } catch (InterruptedException e) {
        return;
      }
      if (!cancel.isCancelled()) {
        task.run();
      }
    });
    thread.setDaemon(true);
    thread.start();
    return cancel::cancel;
  }
}
