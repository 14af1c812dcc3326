package dev.pageturner.async.internal;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes all elements, and completes a future at the end. */
public final class Collecting<T, R extends @Nullable Object> implements Subscriber<T> {
  private final Consumer<? super T> consumer;
  private final Supplier<? extends R> finisher;
  private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();
  private final CancellingFuture<R> result = new CancellingFuture<>(this::stop);

  private Collecting(Consumer<? super T> consumer, Supplier<? extends R> finisher) {
    this.consumer = Objects.requireNonNull(consumer, "consumer");
    this.finisher = finisher;
  }

  /** {@return what a supplier gives after a consumer took all elements; to cancel it cancels} */
  public static <T, R extends @Nullable Object> CompletableFuture<R> all(
      Publisher<T> publisher, Consumer<? super T> consumer, Supplier<? extends R> finisher) {
    Collecting<T, R> collecting = new Collecting<>(consumer, finisher);
    publisher.subscribe(collecting);
    return collecting.result;
  }

  private void stop() {
    Subscription open = subscription.get();
    if (open != null) {
      open.cancel();
    }
  }

  @Override
  public void onSubscribe(Subscription given) {
    if (!subscription.compareAndSet(null, Objects.requireNonNull(given, "subscription"))) {
      given.cancel();
    } else if (result.isDone()) {
      given.cancel();
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(T element) {
    Objects.requireNonNull(element, "element");
    if (result.isDone()) {
      return;
    }
    try {
      consumer.accept(element);
    } catch (Throwable e) {
      stop();
      result.completeExceptionally(e);
    }
  }

  @Override
  public void onError(Throwable e) {
    result.completeExceptionally(Objects.requireNonNull(e, "failure"));
  }

  @Override
  public void onComplete() {
    try {
      result.complete(finisher.get());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }
}
