package dev.pageturner.internal.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real threads that park, in time that stands still until the test moves it. */
@Timeout(60)
class BlockingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTime time = new ManualTime();
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final QueuedRateLimit limit = QueuedRateLimit.of(
          List.of(new Limit(1, SECOND)),
          new PermitQueue.Clockwork(time, nanos -> LockSupport.park(), time))
      .listener(wait -> waiting.countDown());

  @Test
  void anInterruptEndsTheWaitAndKeepsTheFlag() throws Exception {
    limit.acquire().complete();
    FutureTask<Boolean> task = new FutureTask<>(() -> {
      assertThatThrownBy(limit::acquire)
          .isInstanceOf(PageturnerException.Cancelled.class)
          .hasCauseInstanceOf(InterruptedException.class);
      return Thread.currentThread().isInterrupted();
    });
    Thread thread = new Thread(task);
    thread.start();
    waiting.await();

    thread.interrupt();

    assertThat(task.get()).isTrue();
  }

  @Test
  void anInterruptedThreadLeavesItsPlaceToTheNext() throws Exception {
    limit.acquire().complete();
    Thread thread = new Thread(
        () -> assertThatThrownBy(limit::acquire).isInstanceOf(PageturnerException.Cancelled.class));
    thread.start();
    waiting.await();
    Recorder next = Recorder.create();
    limit.reserve(next);

    thread.interrupt();
    thread.join();
    time.advance(SECOND);

    assertThat(next.permits).hasSize(1);
  }

  @Test
  void aPermitThatIsFreeIsGivenToAnInterruptedThreadToo() {
    Thread.currentThread().interrupt();

    assertThat(limit.acquire()).isNotNull();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aPermitGrantedToAnInterruptedThreadIsGivenBack() {
    AtomicReference<Permit> held = new AtomicReference<>();
    QueuedRateLimit one = QueuedRateLimit.of(
        List.of(new Limit(1, SECOND)),
        new PermitQueue.Clockwork(
            time,
            nanos -> {
              held.get().giveBack();
              Thread.currentThread().interrupt();
            },
            time));
    held.set(one.acquire());

    assertThatThrownBy(one::acquire).isInstanceOf(PageturnerException.Cancelled.class);
    assertThat(Thread.interrupted()).isTrue();

    assertThat(one.acquire(Duration.ZERO)).isNotNull();
  }

  @Test
  void aThreadIsWokenByWhoGivesBack() throws Exception {
    Permit held = limit.acquire();
    FutureTask<Permit> task = new FutureTask<>(limit::acquire);
    new Thread(task).start();
    waiting.await();

    held.giveBack();

    assertThat(task.get(30, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void aThreadIsWokenByItsRefusal() throws Exception {
    Permit held = limit.acquire();
    FutureTask<Boolean> task = new FutureTask<>(() -> {
      assertThatThrownBy(() -> limit.acquire(Duration.ofSeconds(10)))
          .isInstanceOf(PageturnerException.RateLimited.class);
      return true;
    });
    new Thread(task).start();
    waiting.await();

    limit.closeUntil(time.now().plusSeconds(11));

    assertThat(task.get(30, TimeUnit.SECONDS)).isTrue();
    held.complete();
  }

  @Test
  void manyThreadsInRealTimeNeverHoldMoreThanTheLimit() throws Exception {
    QueuedRateLimit real = QueuedRateLimit.of(4, Duration.ofMillis(20));
    Queue<Long> starts = new ConcurrentLinkedQueue<>();
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> send(real, starts));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    List<Long> sorted = starts.stream().sorted().toList();
    assertThat(sorted).hasSize(80);
    for (int i = 4; i < sorted.size(); i++) {
      assertThat(sorted.get(i) - sorted.get(i - 4)).isGreaterThanOrEqualTo(20_000_000);
    }
  }

  private static void send(QueuedRateLimit real, Queue<Long> starts) {
    for (int i = 0; i < 10; i++) {
      try (Permit permit = real.acquire()) {
        starts.add(System.nanoTime());
        assertThat(permit).isNotNull();
      }
    }
  }
}
