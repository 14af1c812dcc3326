package dev.pageturner.sequence;

import dev.pageturner.error.PageturnerException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a function that are under way for one consumer, and the results it has not taken.
 *
 * <p>A call waits for a thread, is under way, and is done; the consumer takes it when its turn has
 * come, which is the order of the items or that in which calls are done. Only the consumer adds,
 * begins, awaits and takes. Workers tell when they enter a call and when they leave it. Any thread
 * may close.
 *
 * <p>Two things interrupt a worker. {@link #close} ends the call, and nobody looks at what comes of
 * it. An interrupt of the consumer stops the call: a result that comes nevertheless counts, and
 * what the function throws is taken for the interrupt, so that the call waits for a thread again,
 * in case the consumer goes on. A worker is interrupted with the lock held and only within a call,
 * so that no interrupt gets into a call after it.
 *
 * <p>Nothing here refers to the iterator: when that is garbage, its calls are closed.
 */
final class ConcurrentCalls<T extends @Nullable Object, R extends @Nullable Object> {
  private final int most;
  private final Function<? super T, ? extends R> function;
  private final boolean ordered;
  private final Supplier<Workers> threads;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** The calls in the order of their turns; if that is the order of ends, those that are done. */
  private final Queue<Call> turns = new ArrayDeque<>();

  private final Queue<Call> waiting = new ArrayDeque<>();
  private final Set<Call> underWay = new HashSet<>();
  private int held;
  private int failed;
  private @Nullable Workers workers;
  private volatile boolean closed;

  /**
   * Makes calls for one consumer.
   *
   * @param most the calls and results that are held at a time
   * @param ordered whether results are taken in the order of the items
   * @param threads makes the threads, with the first call
   */
  ConcurrentCalls(
      int most,
      Function<? super T, ? extends R> function,
      boolean ordered,
      Supplier<Workers> threads) {
    this.most = most;
    this.function = function;
    this.ordered = ordered;
    this.threads = threads;
  }

  /** One item, and what became of it. */
  final class Call implements Runnable {
    private @Nullable T item;
    private @Nullable R result;
    private @Nullable Throwable failure;
    private @Nullable Thread thread;
    private boolean done;
    private boolean stopped;

    private Call(@Nullable T item) {
      this.item = item;
    }

    @Override
    @SuppressWarnings("NullAway") // Whether T includes null is for the sequence to say.
    public void run() {
      if (!isEntered(this)) {
        return;
      }
      R made = null;
      Throwable thrown = null;
      try {
        made = function.apply(item);
      } catch (Throwable e) { // Errors, too, are for the consumer.
        thrown = e;
      }
      leave(this, made, thrown);
    }

    private void end(@Nullable R made, @Nullable Throwable thrown) {
      item = null;
      result = made;
      failure = thrown;
      done = true;
    }

    /** {@return whether there is no result} */
    boolean hasFailed() {
      return failure != null;
    }

    /** {@return the result, or throws what the function threw} */
    @SuppressWarnings("NullAway") // Whether R includes null is for the sequence to say.
    R result() {
      if (failure instanceof Error error) {
        throw error;
      } else if (failure instanceof RuntimeException exception) {
        throw exception;
      } else if (failure != null) {
        throw new PageturnerException.Callback("the function of mapConcurrent failed", failure);
      }
      return result;
    }
  }

  /** {@return whether an item may be added: none is while a failure waits for its turn} */
  boolean hasRoom() {
    lock.lock();
    try {
      return held < most && failed == 0 && !closed;
    } finally {
      lock.unlock();
    }
  }

  /** {@return whether the next result is here} */
  boolean isReady() {
    lock.lock();
    try {
      Call next = turns.peek();
      return next != null && next.done;
    } finally {
      lock.unlock();
    }
  }

  /** Adds an item and begins its call, and those that wait; it is added also if that fails. */
  void add(T item) {
    lock.lock();
    try {
      if (!closed) {
        waiting.add(hold(new Call(item)));
        begin();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Adds an item that is gone. */
  void addFailed(Throwable failure) {
    lock.lock();
    try {
      end(hold(new Call(null)), null, failure);
    } finally {
      lock.unlock();
    }
  }

  private Call hold(Call call) {
    held++;
    if (ordered) {
      turns.add(call);
    }
    return call;
  }

  private void end(Call call, @Nullable R made, @Nullable Throwable thrown) {
    call.end(made, thrown);
    failed += call.hasFailed() ? 1 : 0;
    if (!ordered) {
      turns.add(call);
    }
  }

  /** Begins the calls that wait; one for which there is no thread goes on waiting. */
  private void begin() {
    for (Call call = waiting.peek(); call != null; call = waiting.peek()) {
      Workers at = workers;
      if (at == null) {
        at = threads.get();
        workers = at;
      }
      underWay.add(call);
      try {
        at.begin(call);
      } catch (Throwable e) {
        underWay.remove(call);
        throw e;
      }
      waiting.remove();
    }
  }

  private boolean isEntered(Call call) {
    lock.lock();
    try {
      if (call.stopped || closed) {
        again(call);
        return false;
      }
      call.thread = Thread.currentThread();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void leave(Call call, @Nullable R made, @Nullable Throwable thrown) {
    lock.lock();
    try {
      call.thread = null;
      Thread.interrupted();
      if (closed || (call.stopped && thrown != null)) {
        again(call);
        return;
      }
      underWay.remove(call);
      end(call, made, thrown);
      if (isReady()) {
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets a call wait for a thread again, unless nobody waits for it. */
  private void again(Call call) {
    underWay.remove(call);
    call.stopped = false;
    if (!closed) {
      waiting.add(call);
      changed.signal();
    }
  }

  /**
   * Waits for the next result.
   *
   * @return whether it is here; false if there is none, or if this was closed
   * @throws PageturnerException.Cancelled if the thread was interrupted; its flag is set
   */
  boolean isAwaited() {
    lock.lock();
    try {
      while (!closed && held > 0 && !isReady()) {
        if (waiting.isEmpty()) {
          changed.await();
        } else {
          begin();
        }
      }
      return !closed && held > 0;
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new PageturnerException.Cancelled(
          "interrupted while waiting for a result of mapConcurrent", e, null);
    } finally {
      lock.unlock();
    }
  }

  /** {@return the next result, which is here, or null if this was closed} */
  @Nullable
  Call take() {
    lock.lock();
    try {
      Call call = turns.poll();
      if (call != null) {
        held--;
        failed -= call.hasFailed() ? 1 : 0;
      }
      return call;
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts the calls under way, which begin again if the consumer goes on. */
  void stop() {
    lock.lock();
    try {
      for (Call call : underWay) {
        call.stopped = true;
        interrupt(call);
      }
    } finally {
      lock.unlock();
    }
  }

  private static void interrupt(ConcurrentCalls<?, ?>.Call call) {
    Thread thread = call.thread;
    if (thread != null) {
      thread.interrupt();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Interrupts the calls under way and forgets all; waits for nothing. */
  void close() {
    lock.lock();
    try {
      closed = true;
      turns.clear();
      waiting.clear();
      held = 0;
      underWay.forEach(ConcurrentCalls::interrupt);
      if (workers != null) {
        workers.end();
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
