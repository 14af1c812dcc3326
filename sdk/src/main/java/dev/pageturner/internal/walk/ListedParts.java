package dev.pageturner.internal.walk;

import dev.pageturner.page.Page;
import dev.pageturner.position.Place;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Lists that follow each other, as the one page of a list of lists; it asks nobody. */
record ListedParts<T>(List<SteppedPages<T>> parts) implements PageSource<SteppedPages<T>> {
  @Override
  public String fingerprint() {
    return parts.stream()
        .map(SteppedPages::fingerprint)
        .collect(Collectors.joining(",", "chain(", ")"));
  }

  @Override
  public boolean asksNobody() {
    return true;
  }

  @Override
  public PageReader<SteppedPages<T>> reader(PageOptions options) {
    return new Reader<>(parts);
  }

  private record Reader<T>(List<SteppedPages<T>> parts) implements LaterReader<SteppedPages<T>> {
    @Override
    public OpenPage<SteppedPages<T>> open(Place place) {
      return new FetchedPage<>(place, Page.last(parts));
    }

    @Override
    public CompletionStage<OpenPage<SteppedPages<T>>> openLater(Place place) {
      return CompletableFuture.completedFuture(open(place));
    }

    @Override
    public void close() {
      // Nothing is under way.
    }
  }
}
