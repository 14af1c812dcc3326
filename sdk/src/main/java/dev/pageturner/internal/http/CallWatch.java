package dev.pageturner.internal.http;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Cancels blocking calls whose thread was interrupted or whose time is over.
 *
 * <p>A thread that is blocked in a socket's read does not notice an interrupt, and OkHttp's own
 * limit for a whole call cannot be taken off a call that turns into a stream. One daemon thread
 * looks at the calls under way ten times a second; there is none while no call is under way.
 */
final class CallWatch {
  private static final Set<Watched> WATCHED = ConcurrentHashMap.newKeySet();
  private static final long LOOK_EVERY_MILLIS = 100;
  private static final int LOOKS_BEFORE_LEAVING = 10;
  private static volatile @Nullable Thread watcher;

  private CallWatch() {}

  /** A blocking step of a call; closed when it is over. */
  static final class Watched implements AutoCloseable {
    private final Call call;
    private final Thread thread;
    private final long deadline;
    private volatile boolean late;

    private Watched(Call call, Thread thread, long deadline) {
      this.call = call;
      this.thread = thread;
      this.deadline = deadline;
    }

    private void look(long now) {
      late = late || now - deadline >= 0;
      if (late || thread.isInterrupted()) {
        cancel();
      }
    }

    /** To cancel tells listeners of the application, which must not end the watch over others. */
    private void cancel() {
      try {
        call.cancel();
      } catch (Throwable e) {
        // The socket is closed before they are told; at the next look it is tried again.
      }
    }

    /** {@return what an exception of the call means, if it is this watch that caused it} */
    IOException explained(IOException e) {
      return late ? new Failures.DeadlinePassed("the time for the call is over", e) : e;
    }

    @Override
    public void close() {
      WATCHED.remove(this);
    }
  }

  /**
   * Watches a call on behalf of this thread.
   *
   * @param call the call
   * @param nanosLeft how long it may take from now
   * @return what ends the watch
   */
  static Watched watch(Call call, long nanosLeft) {
    Watched watched = new Watched(call, Thread.currentThread(), System.nanoTime() + nanosLeft);
    WATCHED.add(watched);
    startWatcher();
    return watched;
  }

  private static void startWatcher() {
    if (isMissing(watcher)) {
      synchronized (CallWatch.class) {
        if (isMissing(watcher)) {
          Thread thread = new Thread(CallWatch::run, "pageturner-call-watch");
          thread.setDaemon(true);
          thread.start();
          watcher = thread;
        }
      }
    }
  }

  /** An Error, for want of memory, say, may have ended it. */
  private static boolean isMissing(@Nullable Thread thread) {
    return thread == null || !thread.isAlive();
  }

  private static void run() {
    int idle = 0;
    while (true) {
      try {
        Thread.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        // Nobody has a reason to interrupt this thread; go on.
      }
      long now = System.nanoTime();
      WATCHED.forEach(watched -> watched.look(now));
      idle = WATCHED.isEmpty() ? idle + 1 : 0;
      if (idle >= LOOKS_BEFORE_LEAVING && leave()) {
        return;
      }
    }
  }

  private static synchronized boolean leave() {
    watcher = null;
    if (WATCHED.isEmpty()) {
      return true;
    }
    // A call came in between and may have seen this thread: stay, unless another one was started.
    watcher = Thread.currentThread();
    return false;
  }
}
