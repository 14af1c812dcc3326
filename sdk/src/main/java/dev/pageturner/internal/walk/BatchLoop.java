package dev.pageturner.internal.walk;

import dev.pageturner.batch.BatchSink;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.LazyIterable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Hands a traversal's items to a sink in batches, each with the checkpoint after its last item.
 *
 * <p>A batch may be cut only when the item after it has come, so that the checkpoint of each item
 * is kept until its batch is known. When the traversal fails, the items before the failure come
 * first, as a shorter batch: the error's checkpoint is the one after them.
 */
final class BatchLoop<T> {
  private final PagedIterator<T> items;
  private final BatchLimit<? super T> limit;
  private final BatchSink<T> sink;
  private final Deque<Checkpoint> checkpoints = new ArrayDeque<>();

  BatchLoop(PagedIterator<T> items, BatchLimit<? super T> limit, BatchSink<T> sink) {
    this.items = items;
    this.limit = limit;
    this.sink = sink;
  }

  Checkpoint run() throws Exception {
    LazyIterable<T> marked =
        LazyIterable.<T>once(items).peek(item -> checkpoints.add(items.checkpoint()));
    for (List<T> batch : marked.batched(limit)) {
      Checkpoint after = items.checkpoint();
      for (int i = 0; i < batch.size(); i++) {
        after = checkpoints.remove();
      }
      sink.write(batch, after);
    }
    return items.checkpoint();
  }
}
