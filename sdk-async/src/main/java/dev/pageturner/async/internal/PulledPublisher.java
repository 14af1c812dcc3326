package dev.pageturner.async.internal;

import dev.pageturner.async.LazyPublisher;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscriber;

/**
 * A publisher of a sequence that is pulled.
 *
 * @param source the sequence
 * @param executor where signals are sent from
 * @param <T> the elements
 */
public record PulledPublisher<T>(Pull.Source<T> source, Executor executor)
    implements LazyPublisher<T>, OwnPublisher<T> {
  /** Checks the values. */
  public PulledPublisher {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(executor, "executor");
  }

  @Override
  public void subscribe(Subscriber<? super T> subscriber) {
    new Emission<>(source, subscriber, executor).start();
  }

  @Override
  public LazyPublisher<T> executor(Executor executor) {
    return new PulledPublisher<>(source, executor);
  }

  @Override
  public String toString() {
    return "LazyPublisher";
  }
}
