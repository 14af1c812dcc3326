package dev.pageturner.page;

import dev.pageturner.batch.BatchSink;
import dev.pageturner.internal.walk.LaterReader;
import dev.pageturner.internal.walk.StepSource;
import dev.pageturner.internal.walk.Steps;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import java.util.Objects;
import java.util.function.Function;

/** A paged sequence: a source, and what the user asked of its traversals. */
record WalkedPages<T>(PageSource<T> source, TraversalOptions options)
    implements PagedIterable<T>, StepSource<PageReader<T>, OpenPage<T>, T, Page<T>> {
  WalkedPages {
    Objects.requireNonNull(source, "source");
  }

  @Override
  public PagedIterator<T> iterator() {
    return new ItemIterator<>(walk());
  }

  @Override
  public LazyIterable<Page<T>> pages() {
    return this::pageIterator;
  }

  private CloseableIterator<Page<T>> pageIterator() {
    return new PageIterator<>(walk());
  }

  private ItemWalk<T> walk() {
    return new ItemWalk<>(source, options);
  }

  @Override
  public Steps<T> itemSteps(
      Function<PageReader<T>, LaterReader<OpenPage<T>>> later, Runnable wake) {
    return new ItemSteps<>(new ItemWalk<>(source, options, later, wake));
  }

  @Override
  public Steps<Page<T>> pageSteps(
      Function<PageReader<T>, LaterReader<OpenPage<T>>> later, Runnable wake) {
    return new PageSteps<>(new ItemWalk<>(source, options, later, wake));
  }

  @Override
  public PagedIterable<T> pageSize(int items) {
    return new WalkedPages<>(source, options.withPageSize(items));
  }

  @Override
  public PagedIterable<T> maxItems(long items) {
    return new WalkedPages<>(source, options.withMaxItems(items));
  }

  @Override
  public PagedIterable<T> maxPages(long pages) {
    return new WalkedPages<>(source, options.withMaxPages(pages));
  }

  @Override
  public PagedIterable<T> maxEmptyPages(int pages) {
    return new WalkedPages<>(source, options.withMaxEmptyPages(pages));
  }

  @Override
  public PagedIterable<T> startFrom(Checkpoint checkpoint) {
    return new WalkedPages<>(
        source, options.withStart(Objects.requireNonNull(checkpoint, "checkpoint")));
  }

  @Override
  public PagedIterable<T> prefetch(int pages) {
    return new WalkedPages<>(source, options.withPrefetch(pages));
  }

  @Override
  public PagedIterable<T> listener(TraversalListener listener) {
    return new WalkedPages<>(
        source, options.withListener(Objects.requireNonNull(listener, "listener")));
  }

  @Override
  public Checkpoint forEachBatch(BatchLimit<? super T> limit, BatchSink<T> sink) throws Exception {
    try (PagedIterator<T> items = iterator()) {
      return new BatchLoop<T>(items, limit, sink).run();
    }
  }

  @Override
  public String toString() {
    return "PagedIterable[" + source + "]";
  }
}
