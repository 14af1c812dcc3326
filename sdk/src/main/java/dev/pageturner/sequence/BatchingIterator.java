package dev.pageturner.sequence;

import dev.pageturner.sequence.OpenBatch.SizedItem;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills one batch after the other; between two of them it holds an item at most.
 *
 * <p>When the source fails its items are not lost: those that came are handed on as a batch before
 * the failure. An {@link Error} goes out at once, and the batch is filled further afterwards.
 */
final class BatchingIterator<T extends @Nullable Object> extends LookaheadIterator<List<T>> {
  private final CloseableIterator<T> source;
  private final BatchLimit<? super T> limit;
  private OpenBatch<T> batch;
  private @Nullable SizedItem<T> carried;
  private @Nullable RuntimeException failure;

  BatchingIterator(Iterable<? extends T> source, BatchLimit<? super T> limit) {
    this.source = GuardedIterator.over(source);
    this.limit = limit;
    this.batch = new OpenBatch<>(limit);
  }

  @Override
  boolean search() {
    throwKeptFailure();
    try {
      fill();
    } catch (RuntimeException e) {
      if (batch.isEmpty()) {
        throw e;
      }
      failure = e;
    }
    return !batch.isEmpty() && found(handedOn());
  }

  private List<T> handedOn() {
    List<T> items = Collections.unmodifiableList(batch.items());
    batch = new OpenBatch<>(limit);
    return items;
  }

  private void throwKeptFailure() {
    RuntimeException kept = failure;
    failure = null;
    if (kept != null) {
      throw kept;
    }
  }

  private void fill() {
    if (carried != null) {
      batch.add(carried);
      carried = null;
    }
    while (!batch.isFull() && source.hasNext()) {
      T item = source.next();
      SizedItem<T> sized = new SizedItem<>(item, limit.sizeOf(item));
      if (!batch.hasRoomFor(sized)) {
        carried = sized;
        return;
      }
      batch.add(sized);
    }
  }

  @Override
  void release() {
    source.close();
  }
}
