package dev.pageturner.async.internal;

import dev.pageturner.internal.paging.HttpReader;
import dev.pageturner.internal.paging.HttpReader.Asked;
import dev.pageturner.internal.paging.HttpReader.Fetched;
import dev.pageturner.internal.walk.LaterReader;
import dev.pageturner.page.OpenPage;
import dev.pageturner.position.Position;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Fetches pages over HTTP: the reader's own calls, sent without blocking. */
record LaterHttpReader<T>(HttpReader<T> reader, AsyncTransport transport)
    implements LaterReader<OpenPage<T>> {
  @Override
  public CompletionStage<OpenPage<T>> openLater(Position position) {
    return reader.needsFirstPage(position)
        ? detect().thenCompose(detected -> open(position))
        : open(position);
  }

  private CompletableFuture<Asked> detect() {
    Asked asked = reader.ask(Position.start());
    return send(asked).thenApply(fetched -> {
      reader.detect(asked, fetched);
      return asked;
    });
  }

  private CompletableFuture<OpenPage<T>> open(Position position) {
    Asked asked = reader.ask(position);
    return send(asked).thenApply(fetched -> reader.page(asked, fetched));
  }

  private CompletableFuture<Fetched> send(Asked asked) {
    return transport.send(asked.call(), reader.listener(), reader::receive, reader.cancel());
  }

  @Override
  public void close() {
    reader.close();
  }
}
