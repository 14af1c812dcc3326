package dev.pageturner.async.internal;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A number of places for requests that are under way, given in the order in which they are asked
 * for. Who waits holds no thread, and no permit, which would count against the rate limit.
 */
final class Slots {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int taken;
  private boolean giving;

  Slots(int most) {
    this.most = most;
  }

  /** Runs a task when there is a place, which it gives back with {@link #release}. */
  void acquire(Runnable task) {
    lock.lock();
    try {
      waiting.add(task);
    } finally {
      lock.unlock();
    }
    give();
  }

  void release() {
    lock.lock();
    try {
      taken--;
    } finally {
      lock.unlock();
    }
    give();
  }

  /** A task may give its place back at once: the next one then begins in this loop. */
  private void give() {
    lock.lock();
    try {
      if (!giving) {
        giving = true;
        try {
          giveAll();
        } finally {
          giving = false;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void giveAll() {
    while (taken < most && !waiting.isEmpty()) {
      taken++;
      run(waiting.remove());
    }
  }

  private void run(Runnable task) {
    lock.unlock();
    try {
      task.run();
    } finally {
      lock.lock();
    }
  }
}
