package dev.pageturner.async.internal;

import dev.pageturner.internal.paging.HttpReader;
import dev.pageturner.internal.walk.EquippedPages;
import dev.pageturner.internal.walk.LaterReader;
import dev.pageturner.internal.walk.LaterReaders;
import dev.pageturner.internal.walk.OpenPage;
import dev.pageturner.internal.walk.PageReader;
import dev.pageturner.internal.walk.SteppedPages;
import dev.pageturner.internal.walk.Supplies;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.position.Place;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What traversals need beside their pages: something that sends, and threads that may be kept.
 *
 * @param transport sends; null where there is nothing to send
 * @param blocking waits for bytes of streams, and for readers that know no other way
 */
public record Engine(@Nullable AsyncTransport transport, Executor blocking) {
  private static final int STREAM_THREADS = 64;

  /** An engine for lists that do not come over HTTP. */
  public static final Engine PLAIN = new Engine(null, blockingThreads());

  /** {@return the threads that wait for bytes} */
  public static Executor blockingThreads() {
    return Threads.bounded("stream", STREAM_THREADS);
  }

  /** {@return the items of a list, as a sequence to pull} */
  public <T> StepsPull<T> items(PagedIterable<T> list, Runnable wake) {
    return new StepsPull<>(
        run -> SteppedPages.<T>of(list).itemSteps(supplies(run, wake)), blocking, wake);
  }

  /** {@return the pages of a list, as a sequence to pull} */
  public <T> StepsPull<Page<T>> pages(PagedIterable<T> list, Runnable wake) {
    return new StepsPull<>(
        run -> SteppedPages.<T>of(list).pageSteps(supplies(run, wake)), blocking, wake);
  }

  private Supplies supplies(Run<?> run, Runnable wake) {
    return Supplies.woken(new Readers(this, run), wake);
  }

  /** {@return a list that this engine reads, in a traversal that another one runs} */
  <T> PagedIterable<T> equip(PagedIterable<? extends T> list) {
    return new EquippedPages<>(list, around -> {
      Readers others = (Readers) around;
      return new Readers(this, others.run());
    });
  }

  /** Makes readers of all lists of a traversal, whose elements one run hands over. */
  private record Readers(Engine engine, Run<?> run) implements LaterReaders {
    @Override
    public <T> LaterReader<T> later(PageReader<T> reader) {
      return engine.later(reader, run);
    }
  }

  private <T> LaterReader<T> later(PageReader<T> reader, Run<?> run) {
    if (reader instanceof LaterReader<T> later) {
      return later;
    } else if (reader instanceof HttpReader<T> http) {
      http.beforeReading(run.beforeReading());
      return new LaterHttpReader<>(http, transportOf(http));
    }
    return new BlockingReader<>(reader, blocking);
  }

  private AsyncTransport transportOf(HttpReader<?> reader) {
    if (transport == null || transport.transport() != reader.transport()) {
      throw new IllegalArgumentException("the list belongs to another client");
    }
    return transport;
  }

  /** A reader that blocks, on threads that may be kept. */
  private record BlockingReader<T>(PageReader<T> reader, Executor blocking)
      implements LaterReader<T> {
    @Override
    public OpenPage<T> open(Place place) {
      return reader.open(place);
    }

    @Override
    public CompletionStage<OpenPage<T>> openLater(Place place) {
      return CompletableFuture.supplyAsync(() -> reader.open(place), blocking);
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
