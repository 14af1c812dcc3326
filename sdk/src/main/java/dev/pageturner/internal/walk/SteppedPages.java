package dev.pageturner.internal.walk;

import dev.pageturner.batch.BatchSink;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.LazyIterable;

/**
 * A paged sequence that is traversed by steps, whoever asks: a list, or what operators make of
 * lists.
 *
 * <p>An operator is written once, as {@link Steps} over steps, and serves a consumer who waits and
 * one who is woken.
 */
public abstract class SteppedPages<T> implements PagedIterable<T> {
  /** Not public: these are all of them. */
  SteppedPages() {}

  /** {@return a list as one that is traversed by steps} */
  @SuppressWarnings("unchecked") // A sequence only hands items out.
  public static <T> SteppedPages<T> of(PagedIterable<? extends T> list) {
    return list instanceof SteppedPages<? extends T> stepped
        ? (SteppedPages<T>) stepped
        : new ForeignPages<>((PagedIterable<T>) list);
  }

  /** {@return what tells this list from others: the request of its checkpoints} */
  abstract String fingerprint();

  /** {@return a traversal of the items; nothing is fetched yet} */
  public abstract Steps<T> itemSteps(Supplies supplies);

  /** {@return a traversal of the pages, likewise} */
  public abstract Steps<Page<T>> pageSteps(Supplies supplies);

  @Override
  public PagedIterator<T> iterator() {
    return new StepsIterator<>(itemSteps(Supplies.waiting()));
  }

  @Override
  public final LazyIterable<Page<T>> pages() {
    return () -> new StepsIterator<>(pageSteps(Supplies.waiting()));
  }

  @Override
  public final Checkpoint forEachBatch(BatchLimit<? super T> limit, BatchSink<T> sink)
      throws Exception {
    try (PagedIterator<T> items = iterator()) {
      return new BatchLoop<T>((Retraceable<T>) items, limit, sink).run();
    }
  }
}
