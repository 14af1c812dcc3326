package dev.pageturner.sequence;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets an item pass whose key differs from the key of the item before. */
final class KeyChange<T extends @Nullable Object> implements Predicate<T> {
  private final Function<? super T, ?> key;
  private @Nullable Object last;
  private boolean started;

  KeyChange(Function<? super T, ?> key) {
    this.key = key;
  }

  @Override
  public boolean test(T item) {
    Object next = key.apply(item);
    boolean changed = !started || !Objects.equals(last, next);
    started = true;
    last = next;
    return changed;
  }
}
