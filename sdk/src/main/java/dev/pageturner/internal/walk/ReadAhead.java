package dev.pageturner.internal.walk;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that read pages ahead: as many as there are pages being read ahead at the moment,
 * gone a second after the last one, and never in the way of the JVM's end.
 */
final class ReadAhead {
  private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
      0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), ReadAhead::thread);

  private ReadAhead() {}

  static void execute(Runnable task) {
    THREADS.execute(task);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "pageturner-read-ahead");
    thread.setDaemon(true);
    return thread;
  }
}
