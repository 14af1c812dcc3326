package dev.pageturner.async.internal;

import java.util.concurrent.Executor;

/**
 * A publisher of ours, which an operator asks directly instead of subscribing to it.
 *
 * @param <T> the elements
 */
public interface OwnPublisher<T> {
  /** {@return the sequence that is published} */
  Pull.Source<T> source();

  /** {@return where signals are sent from} */
  Executor executor();
}
