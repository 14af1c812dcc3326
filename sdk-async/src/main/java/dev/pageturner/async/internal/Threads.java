package dev.pageturner.async.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of ours: a bounded number of each kind, gone a second after their last task. */
final class Threads {
  private Threads() {}

  /** {@return threads that are never in the way of the JVM's end} */
  static ExecutorService bounded(String name, int most) {
    return lasting(new ThreadPoolExecutor(
        most, most, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name)));
  }

  /** {@return threads for OkHttp, which tells its callback of a failure and then throws it, too} */
  static ExecutorService quiet(String name, int most) {
    return lasting(
        new ThreadPoolExecutor(
            most, most, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name)) {
          @Override
          public void execute(Runnable task) {
            super.execute(() -> runQuietly(task));
          }
        });
  }

  private static void runQuietly(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      // The callback was told.
    }
  }

  private static ExecutorService lasting(ThreadPoolExecutor threads) {
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "pageturner-" + name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
