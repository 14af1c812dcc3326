package dev.pageturner.async.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of ours: a bounded number of each kind, gone a second after their last task. */
final class Threads {
  private Threads() {}

  /** {@return threads that are never in the way of the JVM's end} */
  static Executor bounded(String name, int most) {
    ThreadPoolExecutor threads = new ThreadPoolExecutor(
        most, most, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
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
