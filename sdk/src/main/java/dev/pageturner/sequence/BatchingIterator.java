package dev.pageturner.sequence;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills one batch after the other; between two of them it holds an item at most. */
final class BatchingIterator<T extends @Nullable Object> extends LookaheadIterator<List<T>> {
  private final CloseableIterator<T> source;
  private final BatchLimit<? super T> limit;
  private @Nullable SizedItem<T> carried;
  private @Nullable RuntimeException failure;

  BatchingIterator(Iterable<? extends T> source, BatchLimit<? super T> limit) {
    this.source = GuardedIterator.over(source);
    this.limit = limit;
  }

  @Override
  boolean search() {
    throwKeptFailure();
    OpenBatch<T> batch = new OpenBatch<>(limit);
    try {
      fill(batch);
    } catch (RuntimeException e) {
      // The source counts the items before the failure as consumed: they must not get lost.
      if (batch.isEmpty()) {
        throw e;
      }
      failure = e;
    }
    return !batch.isEmpty() && found(Collections.unmodifiableList(batch.items()));
  }

  private void throwKeptFailure() {
    RuntimeException kept = failure;
    failure = null;
    if (kept != null) {
      throw kept;
    }
  }

  private void fill(OpenBatch<T> batch) {
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
