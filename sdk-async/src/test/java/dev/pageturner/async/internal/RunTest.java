package dev.pageturner.async.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.internal.walk.PageSpot;
import dev.pageturner.internal.walk.Steps;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunTest {
  private final AtomicInteger wakes = new AtomicInteger();
  private final List<Long> places = new ArrayList<>();
  private final Run<Integer> run = new Run<>(wakes::incrementAndGet);

  /** Numbered elements in one page; so many of them come with each read from the wire. */
  private static final class OnePage implements Steps<Integer> {
    private static final PageSpot SPOT = consumed -> {
      throw new UnsupportedOperationException();
    };

    private final int elements;
    private final int inOneRead;
    private final Runnable beforeReading;
    int advances;
    int taken;

    OnePage(int elements, int inOneRead, Runnable beforeReading) {
      this.elements = elements;
      this.inOneRead = inOneRead;
      this.beforeReading = beforeReading;
    }

    @Override
    public State advance(boolean patient) {
      advances++;
      return taken < elements ? State.READY : State.ENDED;
    }

    @Override
    public Integer take() {
      return taken++;
    }

    @Override
    public boolean hasMore() {
      if (taken % inOneRead == 0) {
        beforeReading.run();
      }
      return taken < elements;
    }

    @Override
    public boolean isFull() {
      return false;
    }

    @Override
    public PageSpot spot() {
      return SPOT;
    }

    @Override
    public long consumed() {
      return taken;
    }

    @Override
    public Checkpoint checkpoint() {
      throw new UnsupportedOperationException();
    }

    @Override
    public StopReason reason() {
      return null;
    }

    @Override
    public Optional<Verdict> verdict() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  private List<Integer> takeAll() {
    List<Integer> all = new ArrayList<>();
    for (Integer each = run.take(); each != null; each = run.take()) {
      all.add(each);
      places.add(run.consumed());
    }
    return all;
  }

  @Test
  void whatCameWithOneReadIsHandedOverBeforeTheNext() {
    List<Integer> taken = new ArrayList<>();
    Runnable handOver = run.beforeReading();
    OnePage page = new OnePage(9, 3, () -> {
      handOver.run();
      taken.addAll(takeAll());
    });

    run.begin(Runnable::run, page);

    assertThat(taken).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(places).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    // Three lots, and the end.
    assertThat(wakes).hasValue(4);
  }

  @Test
  void nothingMoreIsReadWhileNothingIsTaken() {
    OnePage page = new OnePage(1_000, 3, run.beforeReading());

    run.begin(Runnable::run, page);

    // Three, and the one whose bytes were being waited for.
    assertThat(page.taken).isEqualTo(4);
    assertThat(takeAll()).containsExactly(0, 1, 2, 3);
    assertThat(run.isIdle()).isTrue();
  }

  @Test
  void withoutAWordOfTheReaderEachElementGoesByItself() {
    OnePage page = new OnePage(1_000, 3, () -> {});

    run.begin(Runnable::run, page);

    assertThat(takeAll()).containsExactly(0);
  }

  @Test
  void endOfThePageIsNotLeft() throws Exception {
    Runnable handOver = run.beforeReading();
    OnePage page = new OnePage(4, 2, () -> {
      handOver.run();
      takeAll();
    });

    run.begin(Runnable::run, page);

    assertThat(page.advances).isEqualTo(1);
    assertThat(run.isEnded()).isFalse();

    run.begin(Runnable::run, page);

    assertThat(run.isEnded()).isTrue();
  }

  @Test
  void failureComesAfterTheElementsBeforeIt() {
    run.beforeReading();
    OnePage page = new OnePage(9, 2, () -> {
      throw new IllegalStateException("broken");
    });

    run.begin(Runnable::run, page);

    assertThat(takeAll()).containsExactly(0, 1);
    assertThatThrownBy(run::isEnded).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whileItRunsNothingIsOver() {
    List<Runnable> tasks = new ArrayList<>();
    run.begin(tasks::add, new OnePage(0, 1, () -> {}));

    assertThat(run.isRunning()).isTrue();
    assertThat(run.isIdle()).isFalse();

    tasks.get(0).run();

    assertThat(run.isRunning()).isFalse();
    assertThat(run.isIdle()).isTrue();
  }

  @Test
  void withoutAThreadNothingIsRunning() {
    Executor full = task -> {
      throw new RejectedExecutionException("full");
    };

    assertThatThrownBy(() -> run.begin(full, new OnePage(1, 1, () -> {})))
        .isInstanceOf(RejectedExecutionException.class);

    assertThat(run.isRunning()).isFalse();
    assertThat(run.isIdle()).isTrue();
  }
}
