package dev.pageturner.page;

import dev.pageturner.position.Position;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page that is there already. */
final class FetchedPage<T> implements OpenPage<T> {
  private final Page<T> page;
  private final Iterator<T> items;

  FetchedPage(Page<T> page) {
    this.page = page;
    this.items = page.items().iterator();
  }

  @Override
  public boolean hasNext() {
    return items.hasNext();
  }

  @Override
  public T next() {
    return items.next();
  }

  @Override
  public PageEnd end() {
    @Nullable Position next = page.next().orElse(null);
    return new PageEnd(next, page.items().size(), 0);
  }

  @Override
  public Optional<PageEnd> lookAhead() {
    return Optional.of(end());
  }

  @Override
  public int status() {
    return page.status();
  }

  @Override
  public Map<String, List<String>> headers() {
    return page.headers();
  }

  @Override
  public Optional<Total> total() {
    return page.total();
  }

  @Override
  public void close() {
    // A list in memory holds nothing open.
  }
}
