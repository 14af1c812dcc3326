package dev.pageturner.sequence;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets nothing pass while a predicate holds, and everything from then on. */
final class PrefixEnd<T extends @Nullable Object> implements Predicate<T> {
  private final Predicate<? super T> predicate;
  private boolean dropping = true;

  PrefixEnd(Predicate<? super T> predicate) {
    this.predicate = predicate;
  }

  @Override
  public boolean test(T item) {
    dropping = dropping && predicate.test(item);
    return !dropping;
  }
}
