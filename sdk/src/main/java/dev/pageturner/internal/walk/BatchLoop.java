package dev.pageturner.internal.walk;

import dev.pageturner.batch.BatchSink;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.LazyIterable;
import java.util.List;

/**
 * Hands a traversal's items to a sink in batches, each with the checkpoint after its last item.
 *
 * <p>A checkpoint is taken for each batch and not for each item, since it costs more than most
 * items do. It is right because batching takes nothing ahead but one item that did not fit into the
 * batch, and that item is the last one that the traversal gave out. When the traversal fails, the
 * items before the failure come first, as a shorter batch: the error's checkpoint is the one after
 * them.
 */
final class BatchLoop<T> {
  private final Retraceable<T> items;
  private final BatchLimit<? super T> limit;
  private final BatchSink<T> sink;
  private long taken;
  private long handedOn;

  BatchLoop(Retraceable<T> items, BatchLimit<? super T> limit, BatchSink<T> sink) {
    this.items = items;
    this.limit = limit;
    this.sink = sink;
  }

  Checkpoint run() throws Exception {
    LazyIterable<T> counted = LazyIterable.<T>once(items).peek(item -> taken++);
    for (List<T> batch : counted.batched(limit)) {
      handedOn += batch.size();
      sink.write(batch, taken == handedOn ? items.checkpoint() : items.beforeLast());
    }
    return items.checkpoint();
  }
}
