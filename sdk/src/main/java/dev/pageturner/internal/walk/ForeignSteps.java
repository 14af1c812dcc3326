package dev.pageturner.internal.walk;

import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.sequence.CloseableIterator;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an iterator of somebody else, which may block. Each element is a page of its own,
 * since its pages are not known: to tell where it was one element ago, it asks before each.
 */
final class ForeignSteps<T> implements Steps<T> {
  private final CloseableIterator<T> elements;
  private final Supplier<Checkpoint> checkpoint;
  private final Supplier<Optional<StopReason>> reason;
  private final Supplier<Optional<Verdict>> verdict;
  private PageSpot spot;
  private int consumed;

  private ForeignSteps(
      CloseableIterator<T> elements,
      Supplier<Checkpoint> checkpoint,
      Supplier<Optional<StopReason>> reason,
      Supplier<Optional<Verdict>> verdict) {
    this.elements = elements;
    this.checkpoint = checkpoint;
    this.reason = reason;
    this.verdict = verdict;
    this.spot = taken -> checkpoint.get();
  }

  static <T> Steps<T> items(PagedIterator<T> items) {
    return new ForeignSteps<>(items, items::checkpoint, items::stopReason, items::verdict);
  }

  /** Of pages, nobody is told a checkpoint or how far their end can be believed. */
  static <T> Steps<Page<T>> pages(CloseableIterator<Page<T>> pages, String request) {
    Checkpoint start = new Checkpoint(Place.start(), 0, request);
    Verdict end = Verdict.assumed("the pages of another implementation came to their end");
    return new ForeignSteps<>(
        pages, () -> start, () -> Optional.of(StopReason.END_OF_LIST), () -> Optional.of(end));
  }

  @Override
  public State advance(boolean patient) {
    return patient ? elements.hasNext() ? State.READY : State.ENDED : State.BLOCKING;
  }

  @Override
  public T take() {
    Checkpoint before = checkpoint.get();
    T element = elements.next();
    Checkpoint after = checkpoint.get();
    spot = taken -> taken == 0 ? before : after;
    consumed = 1;
    return element;
  }

  @Override
  public boolean hasMore() {
    return false;
  }

  @Override
  public boolean isFull() {
    return false;
  }

  @Override
  public PageSpot spot() {
    return spot;
  }

  @Override
  public long consumed() {
    return consumed;
  }

  @Override
  public Checkpoint checkpoint() {
    return checkpoint.get();
  }

  @Override
  public @Nullable StopReason reason() {
    return reason.get().orElse(null);
  }

  @Override
  public Optional<Verdict> verdict() {
    return verdict.get();
  }

  @Override
  public void close() {
    elements.close();
  }
}
