package dev.pageturner.page;

import dev.pageturner.batch.BatchSink;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands a traversal's items to a sink in batches, each with the checkpoint after its last item.
 *
 * <p>A batch may be cut only when the item after it has come, so that the checkpoint of each item
 * is kept until its batch is known. When the traversal fails, the items before the failure are
 * handed on first: they are good, and the error's checkpoint is the one after them.
 */
final class BatchLoop<T> {
  private final PagedIterator<T> items;
  private final BatchLimit<? super T> limit;
  private final BatchSink<T> sink;
  private final Deque<Checkpoint> checkpoints = new ArrayDeque<>();
  private @Nullable PageturnerException failure;

  BatchLoop(PagedIterator<T> items, BatchLimit<? super T> limit, BatchSink<T> sink) {
    this.items = items;
    this.limit = limit;
    this.sink = sink;
  }

  Checkpoint run() throws Exception {
    for (List<T> batch : LazyIterable.once(new UntilFailure()).batched(limit)) {
      write(batch);
    }
    if (failure != null) {
      throw failure;
    }
    return items.checkpoint();
  }

  private void write(List<T> batch) throws Exception {
    Checkpoint after = items.checkpoint();
    for (int i = 0; i < batch.size(); i++) {
      after = checkpoints.remove();
    }
    sink.write(batch, after);
  }

  /** The items up to a failure, which is kept for later. */
  private final class UntilFailure implements CloseableIterator<T> {
    @Override
    public boolean hasNext() {
      try {
        return failure == null && items.hasNext();
      } catch (PageturnerException e) {
        failure = e;
        return false;
      }
    }

    @Override
    public T next() {
      T item = items.next();
      checkpoints.add(items.checkpoint());
      return item;
    }

    @Override
    public void close() {
      items.close();
    }
  }
}
