package dev.pageturner.internal.walk;

import dev.pageturner.page.Page;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends after a number of items, where the pages cannot tell it: they count what an operator was
 * given, not what it gave.
 */
final class AtMostSteps<E> extends OperatorSteps<E, E> {
  /** How elements count, and how one is cut that is too much. */
  private interface Measure<E> {
    long items(E element);

    E cut(E element, long items);
  }

  private final Measure<E> measure;
  private final long most;
  private long given;
  private volatile @Nullable StopReason reached;

  private AtMostSteps(Steps<E> source, long most, Measure<E> measure) {
    super(source);
    this.most = most;
    this.measure = measure;
  }

  /** {@return a traversal of so many items} */
  static <T> Steps<T> items(Steps<T> items, long most) {
    return most == Long.MAX_VALUE ? items : new AtMostSteps<>(items, most, new OneByOne<>());
  }

  /** {@return a traversal of the pages of so many items, the last of them cut} */
  static <T> Steps<Page<T>> pages(Steps<Page<T>> pages, long most) {
    return most == Long.MAX_VALUE ? pages : new AtMostSteps<>(pages, most, new ByPage<>());
  }

  private static final class OneByOne<T> implements Measure<T> {
    @Override
    public long items(T item) {
      return 1;
    }

    @Override
    public T cut(T item, long items) {
      return item;
    }
  }

  private static final class ByPage<T> implements Measure<Page<T>> {
    @Override
    public long items(Page<T> page) {
      return page.items().size();
    }

    @Override
    public Page<T> cut(Page<T> page, long items) {
      return page.items().size() <= items
          ? page
          : ChangedPage.of(page, page.items().subList(0, (int) items));
    }
  }

  @Override
  public State advance(boolean patient) {
    if (given >= most && source.reason() == null) {
      reached = StopReason.MAX_ITEMS;
      source.close();
    }
    return reached == null ? source.advance(patient) : State.ENDED;
  }

  @Override
  public E take() {
    E element = measure.cut(source.take(), most - given);
    given += measure.items(element);
    return element;
  }

  @Override
  public boolean hasMore() {
    return given < most && source.hasMore();
  }

  @Override
  public boolean isFull() {
    return given >= most || source.isFull();
  }

  @Override
  public @Nullable StopReason reason() {
    StopReason own = reached;
    return own == null ? source.reason() : own;
  }

  @Override
  public Optional<Verdict> verdict() {
    return reached == null ? source.verdict() : Optional.empty();
  }
}
