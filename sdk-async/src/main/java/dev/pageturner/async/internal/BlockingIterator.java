package dev.pageturner.async.internal;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.sequence.CloseableIterator;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The elements of a publisher for a thread that waits for them, a bounded number ahead of it. */
public final class BlockingIterator<T> implements CloseableIterator<T>, Subscriber<T> {
  private final Publisher<? extends T> publisher;
  private final int ahead;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<T> elements = new ArrayDeque<>();
  private @Nullable Subscription subscription;
  private @Nullable Throwable failure;
  private boolean subscribed;
  private boolean ended;
  private boolean closed;

  /** Subscribes when the first element is asked for. */
  public BlockingIterator(Publisher<? extends T> publisher, int ahead) {
    this.publisher = publisher;
    this.ahead = ahead;
  }

  @Override
  public boolean hasNext() {
    if (!subscribed) {
      subscribed = true;
      subscribe();
    }
    lock.lock();
    try {
      while (elements.isEmpty() && !ended && !closed) {
        changed.await();
      }
      if (elements.isEmpty() && failure != null && !closed) {
        throw thrown(failure);
      }
      return !elements.isEmpty() && !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PageturnerException.Cancelled("interrupted while waiting for an element", e, null);
    } finally {
      lock.unlock();
    }
  }

  private void subscribe() {
    try {
      publisher.subscribe(this);
    } catch (Throwable e) {
      onError(e); // Nobody else will: asked again, it must not wait for ever.
    }
  }

  private static RuntimeException thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException runtime
        ? runtime
        : new PageturnerException.Callback("a publisher failed", failure);
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the sequence has ended");
    }
    T next;
    Subscription more;
    lock.lock();
    try {
      next = elements.remove();
      more = ended ? null : subscription;
    } finally {
      lock.unlock();
    }
    if (more != null) {
      more.request(1);
    }
    return next;
  }

  @Override
  public void close() {
    Subscription open;
    lock.lock();
    try {
      closed = true;
      elements.clear();
      open = subscription;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (open != null) {
      open.cancel();
    }
  }

  @Override
  public void onSubscribe(Subscription given) {
    boolean welcome;
    lock.lock();
    try {
      welcome = subscription == null && !closed;
      if (welcome) {
        subscription = Objects.requireNonNull(given, "subscription");
      }
    } finally {
      lock.unlock();
    }
    if (welcome) {
      given.request(ahead);
    } else {
      given.cancel();
    }
  }

  @Override
  public void onNext(T element) {
    Objects.requireNonNull(element, "element");
    change(() -> {
      if (!closed) {
        elements.add(element);
      }
    });
  }

  @Override
  public void onError(Throwable e) {
    Objects.requireNonNull(e, "failure");
    change(() -> {
      failure = e;
      ended = true;
    });
  }

  @Override
  public void onComplete() {
    change(() -> ended = true);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
