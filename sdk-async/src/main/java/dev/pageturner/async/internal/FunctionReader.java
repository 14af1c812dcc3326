package dev.pageturner.async.internal;

import dev.pageturner.internal.walk.FetchedPage;
import dev.pageturner.internal.walk.LaterReader;
import dev.pageturner.internal.walk.OpenPage;
import dev.pageturner.internal.walk.PageOptions;
import dev.pageturner.internal.walk.PageReader;
import dev.pageturner.internal.walk.PageSource;
import dev.pageturner.page.Page;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Fetches pages with a function of the application. */
public final class FunctionReader<T> implements LaterReader<T> {
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
    public String fingerprint() {
      return "function";
    }

    @Override
    public PageReader<T> reader(PageOptions options) {
      return new FunctionReader<>(function);
    }
  }

  @Override
  public CompletionStage<OpenPage<T>> openLater(Place place) {
    CompletableFuture<Page<T>> page =
        function.apply(FetchedPage.asked(place)).toCompletableFuture();
    underWay = page;
    return page.thenApply(each -> new FetchedPage<>(place, each));
  }

  @Override
  public OpenPage<T> open(Place place) {
    return openLater(place).toCompletableFuture().join();
  }

  @Override
  public void close() {
    underWay.cancel(true);
  }
}
