package dev.pageturner.async;

import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Publisher;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** Rules 1.1 to 3.17 for one kind of publisher; signals come on the thread that is there. */
public abstract class PublisherRules<T> extends FlowPublisherVerification<T> {
  private static final long TIMEOUT = 200;
  private static final long SILENCE = 20;
  private static final long CLEANUP = 300;

  protected PublisherRules() {
    this(TIMEOUT);
  }

  /**
   * Waits so many milliseconds for a signal; some tests wait as long for one that must not come.
   */
  protected PublisherRules(long timeout) {
    super(new TestEnvironment(timeout, SILENCE, false), CLEANUP);
  }

  /** {@return where signals come from} */
  protected Executor executor() {
    return Runnable::run;
  }

  /** {@return a list of so many items, in pages of a size} */
  protected final PagedPublisher<Long> numbers(long items, int pageSize) {
    return new Numbers(items, pageSize, executor()).publisher().executor(executor());
  }

  /** {@return a publisher of so many elements} */
  protected abstract LazyPublisher<T> of(long elements);

  @Override
  public Publisher<T> createFlowPublisher(long elements) {
    return of(elements);
  }

  /** What fails before anything is fetched is signalled without demand. */
  @Override
  public Publisher<T> createFailedFlowPublisher() {
    Checkpoint other = new Checkpoint(Place.start(), 0, "another list");
    return numbers(1, 1).startFrom(other).map(item -> {
      throw new IllegalStateException("there is no item");
    });
  }

  @Override
  public long maxElementsFromPublisher() {
    return 1000;
  }
}
