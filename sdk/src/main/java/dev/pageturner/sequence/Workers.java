package dev.pageturner.sequence;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads of one traversal. They never keep the JVM from its end. */
interface Workers {
  /** Begins a task; throws what a JVM throws that cannot start a thread, and then has not begun. */
  void begin(Runnable task);

  /** Lets the threads end as soon as their tasks have. Nothing is begun after this. */
  void end();

  /** {@return virtual threads where the JVM has them, else a pool of at most {@code most}} */
  static Workers of(int most) {
    ThreadFactory virtual = Virtual.FACTORY;
    return virtual == null ? pool(most) : virtual(virtual);
  }

  /** {@return a thread of its own for each task} */
  private static Workers virtual(ThreadFactory threads) {
    return new Workers() {
      @Override
      public void begin(Runnable task) {
        threads.newThread(task).start();
      }

      @Override
      public void end() {}
    };
  }

  /** {@return at most {@code most} threads, each gone a second after its last task} */
  static Workers pool(int most) {
    ThreadPoolExecutor pool = new ThreadPoolExecutor(
        most, most, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons());
    pool.allowCoreThreadTimeOut(true);
    return new Workers() {
      @Override
      public void begin(Runnable task) {
        pool.execute(task);
      }

      @Override
      public void end() {
        pool.shutdown();
      }
    };
  }

  private static ThreadFactory daemons() {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, Virtual.NAME + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Java 21 has them; this is compiled for 17. */
  final class Virtual {
    static final String NAME = "pageturner-concurrent-";
    static final @Nullable ThreadFactory FACTORY = factory();

    private Virtual() {}

    private static @Nullable ThreadFactory factory() {
      try {
        Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
        Object unnamed = Thread.class.getMethod("ofVirtual").invoke(null);
        Object named =
            builder.getMethod("name", String.class, long.class).invoke(unnamed, NAME, 1L);
        return (ThreadFactory) builder.getMethod("factory").invoke(named);
      } catch (ReflectiveOperationException e) {
        return null; // Before 19; in 19 and 20 a preview, which this JVM was not asked to show.
      }
    }
  }
}
