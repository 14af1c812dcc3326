package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.page.Page;
import dev.pageturner.page.PageFunction;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.io.IOException;
import java.util.Objects;

/** Pages from a function of the application. */
record FunctionPages<T>(PageFunction<T> function) implements PageSource<T> {
  FunctionPages {
    Objects.requireNonNull(function, "function");
  }

  @Override
  public String fingerprint() {
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
    public OpenPage<T> open(Place place) {
      return new FetchedPage<>(place, fetch(FetchedPage.asked(place)));
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
}
