package dev.pageturner.async.internal;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Elements changed one by one. */
public record MappedPull<T, R>(Pull<T> upstream, Function<? super T, ? extends R> function)
    implements Pull<R> {
  @Override
  public @Nullable R next() throws Exception {
    T element = upstream.next();
    return element == null
        ? null
        : Objects.requireNonNull(function.apply(element), "the function of map gave null");
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
