package dev.pageturner.async.internal;

import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The elements of an iterable of the application. */
public final class IteratedPull<T> implements Pull<T> {
  private final Iterable<? extends T> iterable;
  private @Nullable Iterator<? extends T> iterator;
  private long count;
  private boolean over;

  /** Iterates from the beginning, with the first demand. */
  public IteratedPull(Iterable<? extends T> iterable) {
    this.iterable = iterable;
  }

  @Override
  public @Nullable T next() {
    Iterator<? extends T> elements = iterator;
    if (elements == null) {
      elements = iterable.iterator();
      iterator = elements;
    }
    if (over || !elements.hasNext()) {
      over = true;
      return null;
    }
    long index = count++;
    return Objects.requireNonNull(elements.next(), () -> "element " + index + " is null");
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public void close() {
    over = true;
    if (iterator instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("an iterator could not be closed", e);
      }
    }
  }
}
