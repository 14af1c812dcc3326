package dev.pageturner.async.internal;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Some of the elements. */
public record FilteredPull<T>(Pull<T> upstream, Predicate<? super T> predicate, Runnable wake)
    implements Pull<T> {
  @Override
  public @Nullable T next() throws Exception {
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      T element = upstream.next();
      if (element == null || predicate.test(element)) {
        return element;
      }
    }
    wake.run();
    return null;
  }

  @Override
  public boolean isOver() {
    return upstream.isOver();
  }

  @Override
  public void close() {
    upstream.close();
  }
}
