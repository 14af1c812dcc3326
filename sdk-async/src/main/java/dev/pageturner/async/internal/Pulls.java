package dev.pageturner.async.internal;

import dev.pageturner.async.LazyPublisher;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.ForkJoinPool;

/** Looks at publishers as pulls, ours and those of others. */
public final class Pulls {
  /** Where signals are sent from unless somebody says otherwise. */
  public static final Executor DEFAULT = ForkJoinPool.commonPool();

  private Pulls() {}

  /** {@return the sequence that a publisher publishes} */
  @SuppressWarnings("unchecked") // A publisher only gives elements out.
  public static <T> Pull.Source<T> of(Publisher<? extends T> publisher) {
    return publisher instanceof OwnPublisher<?> ours
        ? (Pull.Source<T>) ours.source()
        : wake -> new SubscribedPull<>(publisher, wake);
  }

  /** {@return where a publisher's signals are sent from} */
  public static Executor executorOf(Publisher<?> publisher) {
    return publisher instanceof OwnPublisher<?> ours ? ours.executor() : DEFAULT;
  }

  /** {@return what an operator makes of a publisher; signals come from where they came} */
  public static <T, R> LazyPublisher<R> over(Publisher<T> publisher, Operator<T, R> operator) {
    Pull.Source<T> source = of(publisher);
    return new PulledPublisher<>(
        wake -> operator.apply(source.open(wake), wake), executorOf(publisher));
  }

  /** Closes each of them, also if one of them cannot be closed. */
  static void closeAll(List<? extends Pull<?>> pulls) {
    RuntimeException failure = null;
    for (Pull<?> pull : pulls) {
      try {
        pull.close();
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Makes one pull of another. */
  @FunctionalInterface
  public interface Operator<T, R> {
    /** {@return the pull on top of a pull} */
    Pull<R> apply(Pull<T> upstream, Runnable wake);
  }
}
