package dev.pageturner.async;

import dev.pageturner.page.Page;
import dev.pageturner.position.Position;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;

/** A list of the numbers from 0, in pages; counts what is fetched. */
final class Numbers implements Function<Position, CompletionStage<Page<Long>>> {
  private final long count;
  private final int pageSize;
  private final Executor executor;
  final AtomicInteger fetched = new AtomicInteger();

  /** Pages come on an executor, or at once if it runs its tasks at once. */
  Numbers(long count, int pageSize, Executor executor) {
    this.count = count;
    this.pageSize = pageSize;
    this.executor = executor;
  }

  Numbers(long count, int pageSize) {
    this(count, pageSize, Runnable::run);
  }

  @Override
  public CompletionStage<Page<Long>> apply(Position position) {
    fetched.incrementAndGet();
    return CompletableFuture.supplyAsync(() -> page(position), executor);
  }

  private Page<Long> page(Position position) {
    long from = position instanceof Position.Offset offset ? offset.offset() : 0;
    long to = Math.min(count, from + pageSize);
    List<Long> items = LongStream.range(from, to).boxed().toList();
    return Page.of(items, to < count ? Position.offset(to) : null);
  }

  PagedPublisher<Long> publisher() {
    return PagedPublisher.from(this);
  }
}
