package dev.pageturner.async.internal;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.paging.HttpReader;
import dev.pageturner.internal.paging.PageFetch;
import dev.pageturner.internal.paging.PageResponse;
import dev.pageturner.internal.walk.LaterReader;
import dev.pageturner.internal.walk.OpenPage;
import dev.pageturner.position.Place;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Fetches pages over HTTP: the reader's own calls, sent without blocking. */
record LaterHttpReader<T>(HttpReader<T> reader, AsyncTransport transport)
    implements LaterReader<T> {
  @Override
  public OpenPage<T> open(Place place) {
    return reader.open(place);
  }

  @Override
  public CompletableFuture<OpenPage<T>> openLater(Place place) {
    return send(reader.fetch(place));
  }

  private CompletableFuture<OpenPage<T>> send(PageFetch<T> fetch) {
    return transport
        .send(fetch.call(), reader.listener(), reader::receive, reader.cancel())
        .handle((response, failure) -> took(fetch, response, failure))
        .thenCompose(page -> page == null ? send(fetch) : CompletableFuture.completedFuture(page));
  }

  private static <T> @Nullable OpenPage<T> took(
      PageFetch<T> fetch, @Nullable PageResponse response, @Nullable Throwable failure) {
    if (response != null) {
      return fetch.received(response);
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof PageturnerException error) {
      fetch.failed(error);
      return null;
    }
    throw new CompletionException(cause);
  }

  @Override
  public void close() {
    reader.close();
  }
}
