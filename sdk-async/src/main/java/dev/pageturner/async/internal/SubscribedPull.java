package dev.pageturner.async.internal;

import java.util.Objects;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a publisher of somebody else, asked for one by one, so that it sends no more than
 * is wanted here.
 */
public final class SubscribedPull<T> implements Pull<T>, Subscriber<T> {
  private final Publisher<? extends T> publisher;
  private final Runnable wake;
  private @Nullable Subscription subscription;
  private @Nullable T element;
  private @Nullable Throwable failure;
  private boolean subscribed;
  private boolean asked;
  private boolean ended;
  private boolean closed;

  /** Subscribes with the first demand. */
  public SubscribedPull(Publisher<? extends T> publisher, Runnable wake) {
    this.publisher = publisher;
    this.wake = wake;
  }

  @Override
  public @Nullable T next() throws Exception {
    if (!subscribed) {
      subscribed = true;
      publisher.subscribe(this);
    }
    Subscription ask = takeTurn();
    if (ask != null) {
      ask.request(1);
    }
    return takeElement();
  }

  private synchronized @Nullable Subscription takeTurn() {
    boolean free = !asked && element == null && !ended;
    if (free && subscription != null) {
      asked = true;
      return subscription;
    }
    return null;
  }

  private synchronized @Nullable T takeElement() throws Exception {
    T taken = element;
    element = null;
    if (taken == null && failure != null) {
      throw StageFailure.exception(failure);
    }
    return taken;
  }

  @Override
  public synchronized boolean isOver() {
    return ended && element == null && failure == null;
  }

  @Override
  public void close() {
    Subscription open;
    synchronized (this) {
      closed = true;
      open = subscription;
    }
    if (open != null) {
      open.cancel();
    }
  }

  @Override
  public void onSubscribe(Subscription given) {
    Objects.requireNonNull(given, "subscription");
    boolean welcome;
    synchronized (this) {
      welcome = subscription == null && !closed;
      if (welcome) {
        subscription = given;
      }
    }
    if (welcome) {
      wake.run();
    } else {
      given.cancel();
    }
  }

  @Override
  public void onNext(T given) {
    Objects.requireNonNull(given, "element");
    synchronized (this) {
      if (asked) {
        element = given;
        asked = false;
      } else if (!ended) {
        fail(new IllegalStateException("a publisher sent more than it was asked for (rule 1.1)"));
      }
    }
    wake.run();
  }

  @Override
  public void onError(Throwable e) {
    Objects.requireNonNull(e, "failure");
    synchronized (this) {
      fail(e);
    }
    wake.run();
  }

  private void fail(Throwable e) {
    failure = e;
    ended = true;
  }

  @Override
  public void onComplete() {
    synchronized (this) {
      ended = true;
    }
    wake.run();
  }
}
