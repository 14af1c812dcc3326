package dev.pageturner.sequence;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets an item pass whose key is not among the most recent ones. */
final class RecentKeys<T extends @Nullable Object> implements Predicate<T> {
  private final Function<? super T, ?> key;
  private final int window;
  private final Set<@Nullable Object> recent = new LinkedHashSet<>();

  RecentKeys(Function<? super T, ?> key, int window) {
    this.key = key;
    this.window = window;
  }

  @Override
  public boolean test(T item) {
    Object next = key.apply(item);
    boolean unseen = !recent.remove(next);
    recent.add(next);
    if (recent.size() > window) {
      Iterator<@Nullable Object> oldest = recent.iterator();
      oldest.next();
      oldest.remove();
    }
    return unseen;
  }
}
