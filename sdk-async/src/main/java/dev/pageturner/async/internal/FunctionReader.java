package dev.pageturner.async.internal;

import dev.pageturner.internal.walk.LaterReader;
import dev.pageturner.page.OpenPage;
import dev.pageturner.page.Page;
import dev.pageturner.page.PageOptions;
import dev.pageturner.page.PageReader;
import dev.pageturner.page.PageSource;
import dev.pageturner.position.Position;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Fetches pages with a function of the application. */
public final class FunctionReader<T> implements PageReader<T>, LaterReader<OpenPage<T>> {
  private final Function<Position, ? extends CompletionStage<Page<T>>> function;
  private volatile CompletableFuture<?> underWay = CompletableFuture.completedFuture("");

  private FunctionReader(Function<Position, ? extends CompletionStage<Page<T>>> function) {
    this.function = function;
  }

  /** {@return the list whose pages a function fetches} */
  public static <T> PageSource<T> source(
      Function<Position, ? extends CompletionStage<Page<T>>> function) {
    return new Source<>(function);
  }

  private record Source<T>(Function<Position, ? extends CompletionStage<Page<T>>> function)
      implements PageSource<T> {
    @Override
    public String fingerprint(Position position, PageOptions options) {
      return "function";
    }

    @Override
    public PageReader<T> reader(PageOptions options) {
      return new FunctionReader<>(function);
    }
  }

  @Override
  public CompletionStage<OpenPage<T>> openLater(Position position) {
    CompletableFuture<Page<T>> page = function.apply(position).toCompletableFuture();
    underWay = page;
    return page.thenApply(OpenPage::of);
  }

  @Override
  public OpenPage<T> open(Position position) {
    return openLater(position).toCompletableFuture().join();
  }

  @Override
  public void close() {
    underWay.cancel(true);
  }
}
