package dev.pageturner.async.internal;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes all elements, and completes a future at the end. */
public final class ForEachSubscriber<T, R extends @Nullable Object> extends FutureSubscriber<T, R> {
  private final Consumer<? super T> consumer;
  private final Supplier<? extends R> finisher;

  private ForEachSubscriber(Consumer<? super T> consumer, Supplier<? extends R> finisher) {
    super(Long.MAX_VALUE);
    this.consumer = Objects.requireNonNull(consumer, "consumer");
    this.finisher = finisher;
  }

  /** {@return what a supplier gives after a consumer took all elements; to cancel it cancels} */
  public static <T, R extends @Nullable Object> CompletableFuture<R> all(
      Publisher<T> publisher, Consumer<? super T> consumer, Supplier<? extends R> finisher) {
    return new ForEachSubscriber<T, R>(consumer, finisher).subscribedTo(publisher);
  }

  @Override
  void take(T element) {
    consumer.accept(element);
  }

  @Override
  public void onError(Throwable e) {
    result().completeExceptionally(Objects.requireNonNull(e, "failure"));
  }

  @Override
  public void onComplete() {
    try {
      result().complete(finisher.get());
    } catch (Throwable e) {
      result().completeExceptionally(e);
    }
  }
}
