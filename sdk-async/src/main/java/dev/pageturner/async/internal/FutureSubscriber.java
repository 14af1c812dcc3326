package dev.pageturner.async.internal;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A subscriber whose subscription is seen as a future: to cancel the one cancels the other. */
abstract sealed class FutureSubscriber<T, R extends @Nullable Object> implements Subscriber<T>
    permits ForEachSubscriber, ForEachAsyncSubscriber {
  private final long first;
  private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();
  private final CancellingFuture<R> result = new CancellingFuture<>(this::cancel);

  /** Asks for {@code first} elements. */
  FutureSubscriber(long first) {
    this.first = first;
  }

  /** Works on an element; what it throws fails the future. */
  abstract void take(T element);

  final CompletableFuture<R> subscribedTo(Publisher<T> publisher) {
    publisher.subscribe(this);
    return result;
  }

  final CompletableFuture<R> result() {
    return result;
  }

  final void request(long count) {
    Subscription open = subscription.get();
    if (open != null) {
      open.request(count);
    }
  }

  private void cancel() {
    Subscription open = subscription.get();
    if (open != null) {
      open.cancel();
    }
  }

  /** Fails the future, and asks for nothing more. */
  final void fail(Throwable failure) {
    cancel();
    result.completeExceptionally(failure);
  }

  @Override
  public final void onSubscribe(Subscription given) {
    boolean welcome =
        subscription.compareAndSet(null, Objects.requireNonNull(given, "subscription"));
    if (welcome && !result.isDone()) {
      given.request(first);
    } else {
      given.cancel();
    }
  }

  @Override
  public final void onNext(T element) {
    Objects.requireNonNull(element, "element");
    if (result.isDone()) {
      return;
    }
    try {
      take(element);
    } catch (Throwable e) {
      fail(e);
    }
  }
}
