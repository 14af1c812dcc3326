package dev.pageturner.page;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.position.Position;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages from a function of the application. */
record FunctionPages<T>(PageFunction<T> function) implements PageSource<T> {
  FunctionPages {
    Objects.requireNonNull(function, "function");
  }

  @Override
  public String fingerprint(Position position, PageOptions options) {
    return "function";
  }

  @Override
  public PageReader<T> reader(PageOptions options) {
    return new Reader<>(function);
  }

  private static final class Reader<T> implements PageReader<T> {
    private final PageFunction<T> function;

    Reader(PageFunction<T> function) {
      this.function = function;
    }

    @Override
    public OpenPage<T> open(Position position) {
      return new FetchedPage<>(fetch(position));
    }

    private Page<T> fetch(Position position) {
      try {
        return Objects.requireNonNull(function.fetch(position), "the page function gave no page");
      } catch (PageturnerException e) {
        throw e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PageturnerException.Cancelled("interrupted in the page function", e, null);
      } catch (IOException e) {
        throw new PageturnerException.Transport(
            Kind.TRANSPORT, "the page function failed", e, null);
      } catch (Exception e) {
        throw new PageturnerException.Callback("the page function failed", e);
      }
    }

    @Override
    public void close() {
      // The function is the application's: it ends when it ends.
    }
  }

  /** A page that is there already. */
  private static final class FetchedPage<T> implements OpenPage<T> {
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
}
