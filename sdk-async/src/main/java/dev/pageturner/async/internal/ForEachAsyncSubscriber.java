package dev.pageturner.async.internal;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works on elements, a number of them at a time: asks for another when one is done.
 *
 * <p>A failure of the source waits for the work under way. It says where to go on, which is behind
 * the elements under way: it must not be heard of while one of them may still fail.
 */
public final class ForEachAsyncSubscriber<T> extends FutureSubscriber<T, @Nullable Void> {
  private final Function<? super T, ? extends CompletionStage<?>> work;
  private volatile @Nullable Throwable sourceFailure;

  /** The elements under way, and one for the source until it is over. */
  private final AtomicInteger underWay = new AtomicInteger(1);

  private ForEachAsyncSubscriber(
      int concurrency, Function<? super T, ? extends CompletionStage<?>> work) {
    super(concurrency);
    this.work = Objects.requireNonNull(work, "work");
  }

  /** {@return completes when the work on all elements is done; to cancel it cancels the source} */
  public static <T> CompletableFuture<@Nullable Void> all(
      Publisher<T> publisher,
      int concurrency,
      Function<? super T, ? extends CompletionStage<?>> work) {
    return new ForEachAsyncSubscriber<T>(concurrency, work).subscribedTo(publisher);
  }

  @Override
  void take(T element) {
    underWay.incrementAndGet();
    Objects.requireNonNull(work.apply(element), "the work has no stage")
        .whenComplete((done, failure) -> done(failure));
  }

  private void done(@Nullable Throwable failure) {
    if (failure == null) {
      ended();
      request(1);
    } else {
      fail(explained(StageFailure.cause(failure)));
    }
  }

  private Throwable explained(Throwable failure) {
    Throwable ofSource = sourceFailure;
    if (ofSource != null && ofSource != failure) {
      failure.addSuppressed(ofSource);
    }
    return failure;
  }

  private void ended() {
    if (underWay.decrementAndGet() == 0) {
      Throwable failure = sourceFailure;
      if (failure == null) {
        result().complete(null);
      } else {
        result().completeExceptionally(failure);
      }
    }
  }

  @Override
  public void onError(Throwable e) {
    sourceFailure = Objects.requireNonNull(e, "failure");
    ended();
  }

  @Override
  public void onComplete() {
    ended();
  }
}
