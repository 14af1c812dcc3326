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
final class TeeIterator<T extends @Nullable Object> implements CloseableIterator<T> {
  private static final class Cell<T extends @Nullable Object> {
    private @Nullable T item;
    private @Nullable Cell<T> next;
  }

  private final CloseableIterator<T> source;
  private final AtomicInteger open;
  private @Nullable Cell<T> cell;

  private TeeIterator(CloseableIterator<T> source, AtomicInteger open, Cell<T> end) {
    this.source = source;
    this.open = open;
    this.cell = end;
  }

  static <T extends @Nullable Object> List<LazyIterable<T>> split(Iterable<T> iterable, int count) {
    CloseableIterator<T> source = GuardedIterator.over(iterable);
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
    if (here.next == null) {
      here.item = source.next();
      here.next = new Cell<>();
    }
    cell = here.next;
    return here.item;
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
