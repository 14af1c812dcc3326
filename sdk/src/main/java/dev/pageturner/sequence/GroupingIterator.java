package dev.pageturner.sequence;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands out groups that read from this iterator; it holds one item, to compare its key. */
final class GroupingIterator<K extends @Nullable Object, T extends @Nullable Object>
    extends LookaheadIterator<Group<K, T>> {
  private record Keyed<K extends @Nullable Object, T extends @Nullable Object>(K key, T item) {}

  private final CloseableIterator<T> source;
  private final Function<? super T, ? extends K> keyOf;
  private @Nullable Keyed<K, T> held;
  private @Nullable Group<K, T> former;
  private volatile @Nullable Group<K, T> current;

  GroupingIterator(Iterable<? extends T> source, Function<? super T, ? extends K> keyOf) {
    this.source = GuardedIterator.over(source);
    this.keyOf = keyOf;
  }

  @Override
  boolean search() {
    current = null;
    while (former != null && hasMoreOf(former.key())) {
      held = null;
    }
    Keyed<K, T> first = hold();
    if (first == null) {
      return false;
    }
    Group<K, T> next = new Group<>(first.key(), this);
    former = next;
    current = next;
    return found(next);
  }

  boolean isCurrent(Group<K, T> group) {
    return current == group;
  }

  boolean hasMoreOf(K key) {
    Keyed<K, T> next = hold();
    return next != null && Objects.equals(key, next.key());
  }

  T take() {
    T item = Objects.requireNonNull(held).item();
    held = null;
    return item;
  }

  private @Nullable Keyed<K, T> hold() {
    if (held == null && source.hasNext()) {
      T item = source.next();
      held = new Keyed<>(keyOf.apply(item), item);
    }
    return held;
  }

  @Override
  void release() {
    current = null;
    source.close();
  }
}
