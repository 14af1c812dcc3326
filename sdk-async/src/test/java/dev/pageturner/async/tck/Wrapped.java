package dev.pageturner.async.tck;

import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;

/** Hides that a publisher is ours. */
record Wrapped<T>(Publisher<T> publisher) implements Publisher<T> {
  @Override
  public void subscribe(Subscriber<? super T> subscriber) {
    publisher.subscribe(subscriber);
  }
}
