package dev.pageturner.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One of several walks along a chain of items that grows at its end as the fastest walk goes on.
 * Nothing but the walks refers to the chain, so what all have passed is garbage.
 */
final class TeeIterator<T extends @Nullable Object> implements OperatorIterator<T> {
  private static final class Cell<T extends @Nullable Object> {
    private @Nullable T item;
    private @Nullable Throwable failure;
    private @Nullable Cell<T> next;
  }

  private final GuardedIterator<T> source;
  private final AtomicInteger open;
  private @Nullable Cell<T> cell;
  private boolean itemGone;

  private TeeIterator(GuardedIterator<T> source, AtomicInteger open, Cell<T> end) {
    this.source = source;
    this.open = open;
    this.cell = end;
  }

  static <T extends @Nullable Object> List<LazyIterable<T>> split(Iterable<T> iterable, int count) {
    GuardedIterator<T> source = GuardedIterator.over(iterable);
    AtomicInteger open = new AtomicInteger(count);
    Cell<T> end = new Cell<>();
    List<LazyIterable<T>> branches = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      branches.add(LazyIterable.once(new TeeIterator<>(source, open, end)));
    }
    return List.copyOf(branches);
  }

  @Override
  public boolean hasNext() {
    Cell<T> here = cell;
    return here != null && (here.next != null || source.hasNext());
  }

  @Override
  @SuppressWarnings("NullAway") // Whether T includes null is for the sequence to say.
  public T next() {
    Cell<T> here = cell;
    if (here == null) {
      throw new NoSuchElementException();
    }
    itemGone = false;
    if (here.next == null) {
      extend(here);
    }
    cell = here.next;
    if (here.failure != null) {
      itemGone = true;
      throw rethrown(here.failure);
    }
    return here.item;
  }

  /** An item that is gone is missing from each branch, so that each one is told. */
  private void extend(Cell<T> end) {
    try {
      end.item = source.next();
    } catch (RuntimeException | Error e) {
      if (!source.isItemGone()) {
        throw e;
      }
      end.failure = e;
    }
    end.next = new Cell<>();
  }

  private static RuntimeException rethrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  @Override
  public boolean isItemGone() {
    return itemGone;
  }

  // The guard in front, which once() puts there, calls this once.
  @Override
  public void close() {
    cell = null;
    if (open.decrementAndGet() == 0) {
      source.close();
    }
  }
}
