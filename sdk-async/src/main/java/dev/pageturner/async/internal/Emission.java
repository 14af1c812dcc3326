package dev.pageturner.async.internal;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One subscription: asks a pull for as many elements as the subscriber wants, and signals them on
 * an executor.
 *
 * <p>Whatever happens (demand, cancellation, a page that came) counts one piece of work up; whoever
 * counts it up from zero works until it is zero again. So signals never overlap, and a subscriber
 * that asks for more within {@code onNext} adds to the count instead of to the stack. After
 * {@value #BURST} elements the other tasks of the executor get their turn.
 *
 * @param <T> the elements
 */
public class Emission<T> implements Subscription {
  private static final int BURST = 256;

  private final Executor executor;
  private final AtomicInteger work = new AtomicInteger();
  private final Demand demand = new Demand();
  private volatile boolean cancelled;
  private volatile @Nullable Throwable misuse;

  // Touched by whoever works, only.
  private Pull.@Nullable Source<T> source;
  private @Nullable Subscriber<? super T> subscriber;
  private @Nullable Pull<T> pull;

  /** Prepares a subscription; {@link #start} begins it. */
  public Emission(Pull.Source<T> source, Subscriber<? super T> subscriber, Executor executor) {
    this.source = source;
    this.subscriber = Objects.requireNonNull(subscriber, "subscriber");
    this.executor = executor;
  }

  /** Signals the subscription to its subscriber. */
  public final void start() {
    wake();
  }

  @Override
  public final void request(long count) {
    if (count > 0) {
      demand.add(count);
    } else {
      misuse = new IllegalArgumentException("request(" + count + "): at least 1 (rule 3.9)");
    }
    wake();
  }

  @Override
  public final void cancel() {
    cancelled = true;
    // Nothing is signalled any more, so that this thread may end it, and does at once.
    if (work.getAndIncrement() == 0) {
      work();
    }
  }

  private void wake() {
    if (work.getAndIncrement() == 0) {
      Turn turn = new Turn(this, false);
      if (!hand(turn)) {
        work();
      }
    }
  }

  /** Gives a turn to the executor; if it does not take it, the subscription fails. */
  private boolean hand(Turn turn) {
    try {
      executor.execute(turn);
      return true;
    } catch (Throwable e) { // Also the error of an executor that cannot start a thread.
      fail(e);
      return false;
    }
  }

  /** Lets others have their turn. {@return whether the rest of the work is done in another turn} */
  private boolean isHandedOn() {
    Turn turn = new Turn(this, true);
    return hand(turn) && turn.isElsewhere();
  }

  /**
   * A turn of the executor. Some executors run a task at once, on the thread that brings it. If
   * that is the thread that works, the turn is not begun, or turns would pile up on its stack.
   */
  private static final class Turn implements Runnable {
    private final Emission<?> emission;
    private final Thread bringer = Thread.currentThread();
    private boolean bringing;
    private boolean atOnce;

    Turn(Emission<?> emission, boolean atWork) {
      this.emission = emission;
      this.bringing = atWork;
    }

    @Override
    public void run() {
      if (Thread.currentThread() == bringer && bringing) {
        atOnce = true;
      } else {
        emission.work();
      }
    }

    boolean isElsewhere() {
      bringing = false;
      return !atOnce;
    }
  }

  private void work() {
    int left = BURST;
    int done = work.get();
    while (done != 0) {
      boolean more = emit();
      if (--left == 0 && subscriber != null) {
        if (isHandedOn()) {
          return;
        }
        left = BURST;
      }
      if (!more) {
        done = work.addAndGet(-done);
      }
    }
  }

  /** Signals one thing, if there is one to signal. {@return whether there may be another one} */
  private boolean emit() {
    Subscriber<? super T> to = subscriber;
    if (to == null) {
      return false;
    } else if (cancelled) {
      end();
      return false;
    }
    Pull<T> from = pull;
    if (from == null) {
      return subscribe(to);
    }
    Throwable wrong = misuse;
    if (wrong != null) {
      fail(wrong);
      return false;
    }
    return move(from, to);
  }

  /** {@return whether the sequence could be opened} */
  private boolean subscribe(Subscriber<? super T> to) {
    Throwable failure = null;
    try {
      pull = Objects.requireNonNull(source, "source").open(this::wake);
    } catch (Throwable e) {
      failure = e;
    }
    source = null;
    if (!isTaken(() -> to.onSubscribe(this))) {
      return false;
    } else if (failure != null) {
      failSubscribed(failure);
      return false;
    }
    return true;
  }

  private boolean move(Pull<T> from, Subscriber<? super T> to) {
    T element = null;
    boolean over = false;
    try {
      over = from.isOver();
      if (!over && demand.isOpen()) {
        element = from.next();
        over = element == null && from.isOver();
      }
    } catch (Throwable e) {
      fail(e);
      return false;
    }
    if (over) {
      end();
      isTaken(to::onComplete);
    } else if (element != null) {
      demand.given();
      T given = element;
      return isTaken(() -> to.onNext(given));
    }
    return false;
  }

  /** Ends with an error, which the subscriber is told unless it cancelled. */
  private void fail(Throwable failure) {
    Subscriber<? super T> to = subscriber;
    if (to == null || cancelled) {
      end();
    } else if (source == null || isTaken(() -> to.onSubscribe(this))) {
      failSubscribed(failure);
    }
  }

  private void failSubscribed(Throwable failure) {
    Subscriber<? super T> to = subscriber;
    boolean wanted = !cancelled;
    end();
    if (to != null && wanted) {
      isTaken(() -> to.onError(failure));
    }
  }

  /** Lets go of everything, the subscriber too (rule 3.13). */
  private void end() {
    Pull<T> ended = pull;
    pull = null;
    source = null;
    subscriber = null;
    if (ended != null) {
      isTaken(ended::close);
    }
  }

  /** A subscriber that throws (rule 2.13) is not signalled again; its bug must not be lost. */
  private boolean isTaken(Runnable signal) {
    try {
      signal.run();
      return true;
    } catch (Throwable e) {
      cancelled = true;
      if (subscriber != null) {
        end();
      }
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      return false;
    }
  }
}
