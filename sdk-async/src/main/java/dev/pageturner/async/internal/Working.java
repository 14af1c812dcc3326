package dev.pageturner.async.internal;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works on elements, a number of them at a time: asks for another when one is done. */
public final class Working<T> implements Subscriber<T> {
  private final int concurrency;
  private final Function<? super T, ? extends CompletionStage<?>> work;
  private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();
  private final CancellingFuture<@Nullable Void> result = new CancellingFuture<>(this::stop);

  /** The elements under way, and one for the source until it is over. */
  private final AtomicInteger underWay = new AtomicInteger(1);

  private Working(int concurrency, Function<? super T, ? extends CompletionStage<?>> work) {
    this.concurrency = concurrency;
    this.work = Objects.requireNonNull(work, "work");
  }

  /** {@return completes when the work on all elements is done; to cancel it cancels the source} */
  public static <T> CompletableFuture<@Nullable Void> onAll(
      Publisher<T> publisher,
      int concurrency,
      Function<? super T, ? extends CompletionStage<?>> work) {
    Working<T> working = new Working<>(concurrency, work);
    publisher.subscribe(working);
    return working.result;
  }

  private void stop() {
    Subscription open = subscription.get();
    if (open != null) {
      open.cancel();
    }
  }

  @Override
  public void onSubscribe(Subscription given) {
    boolean first = subscription.compareAndSet(null, Objects.requireNonNull(given, "subscription"));
    if (first && !result.isDone()) {
      given.request(concurrency);
    } else {
      given.cancel();
    }
  }

  @Override
  public void onNext(T element) {
    Objects.requireNonNull(element, "element");
    if (result.isDone()) {
      return;
    }
    underWay.incrementAndGet();
    try {
      Objects.requireNonNull(work.apply(element), "the work has no stage")
          .whenComplete((done, failure) -> done(failure));
    } catch (Throwable e) {
      done(e);
    }
  }

  private void done(@Nullable Throwable failure) {
    if (failure != null) {
      stop();
      result.completeExceptionally(Failed.cause(failure));
    } else {
      ended();
      Subscription open = subscription.get();
      if (open != null) {
        open.request(1);
      }
    }
  }

  private void ended() {
    if (underWay.decrementAndGet() == 0) {
      result.complete(null);
    }
  }

  @Override
  public void onError(Throwable e) {
    result.completeExceptionally(Objects.requireNonNull(e, "failure"));
  }

  @Override
  public void onComplete() {
    ended();
  }
}
