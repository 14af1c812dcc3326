package dev.pageturner.async;

import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.Optional;
import java.util.concurrent.Flow.Subscription;

/**
 * What a subscriber of a {@link PagedPublisher} gets in {@code onSubscribe}; cast it to this.
 *
 * <p>{@link #checkpoint()} is exact within {@code onNext}, {@code onError} and {@code onComplete},
 * and afterwards. From another thread meanwhile it is the place after one of the latest items.
 * Where items pass through operators that make no {@link PagedPublisher}, use
 * {@link PagedPublisher#withCheckpoints()}.
 */
public interface PagedSubscription extends Subscription {
  /** {@return the place after the item that was signalled last; costs no request} */
  Checkpoint checkpoint();

  /** {@return why the traversal ended; empty while it goes on, and after an error} */
  Optional<StopReason> stopReason();

  /**
   * {@return how far the end of the list can be believed, and why; empty unless the traversal ended
   * with {@link StopReason#END_OF_LIST}}
   */
  Optional<Verdict> verdict();
}
