package dev.pageturner.async.internal;

import dev.pageturner.async.PagedSubscription;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscriber;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A subscription to a list, which knows where it stands. */
public final class PagedEmission<T> extends Emission<T> implements PagedSubscription {
  private final Opened<T> opened;

  /** Prepares a subscription to what a function opens. */
  public PagedEmission(
      Function<Runnable, StepsPull<T>> open, Subscriber<? super T> subscriber, Executor executor) {
    this(new Opened<>(open), subscriber, executor);
  }

  private PagedEmission(Opened<T> opened, Subscriber<? super T> subscriber, Executor executor) {
    super(opened, subscriber, executor);
    this.opened = opened;
  }

  /** Opens a traversal, and remembers it. */
  private static final class Opened<T> implements Pull.Source<T> {
    private final Function<Runnable, StepsPull<T>> open;
    private volatile @Nullable StepsPull<T> pull;

    Opened(Function<Runnable, StepsPull<T>> open) {
      this.open = open;
    }

    @Override
    public Pull<T> open(Runnable wake) {
      StepsPull<T> now = open.apply(wake);
      pull = now;
      return now;
    }

    StepsPull<T> pull() {
      StepsPull<T> now = pull;
      if (now == null) {
        throw new IllegalStateException("the traversal could not begin");
      }
      return now;
    }
  }

  @Override
  public Checkpoint checkpoint() {
    return opened.pull().checkpoint();
  }

  @Override
  public Optional<StopReason> stopReason() {
    StepsPull<T> pull = opened.pull;
    return pull == null ? Optional.empty() : pull.stopReason();
  }

  @Override
  public Optional<Verdict> verdict() {
    StepsPull<T> pull = opened.pull;
    return pull == null ? Optional.empty() : pull.verdict();
  }
}
