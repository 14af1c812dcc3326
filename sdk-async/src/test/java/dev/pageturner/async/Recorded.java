package dev.pageturner.async;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Takes down every signal, and does what it is told within. */
class Recorded<T> implements Subscriber<T> {
  final List<String> signals = Collections.synchronizedList(new ArrayList<>());
  final List<T> items = Collections.synchronizedList(new ArrayList<>());
  final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
  final CountDownLatch terminated = new CountDownLatch(1);
  private final long first;
  private final BiConsumer<Recorded<T>, T> onNext;
  final CountDownLatch subscribed = new CountDownLatch(1);
  volatile Runnable then = () -> {};
  volatile Subscription subscription;
  volatile Throwable failure;

  /** Asks for {@code first} elements, and then does what it is told for each. */
  Recorded(long first, BiConsumer<Recorded<T>, T> onNext) {
    this.first = first;
    this.onNext = onNext;
  }

  Recorded(long first) {
    this(first, (self, item) -> {});
  }

  @Override
  public void onSubscribe(Subscription given) {
    note("subscribe");
    subscription = given;
    if (first != 0) {
      given.request(first);
    }
    subscribed.countDown();
  }

  @Override
  public void onNext(T item) {
    note("next");
    items.add(item);
    onNext.accept(this, item);
  }

  @Override
  public void onError(Throwable e) {
    failure = e;
    note("error");
    terminated.countDown();
    then.run();
  }

  @Override
  public void onComplete() {
    note("complete");
    terminated.countDown();
    then.run();
  }

  private void note(String signal) {
    threads.add(Thread.currentThread());
    signals.add(signal);
  }

  Recorded<T> await() throws InterruptedException {
    if (!terminated.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("no end after " + signals.size() + " signals");
    }
    return this;
  }
}
