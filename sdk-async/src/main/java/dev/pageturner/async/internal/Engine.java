package dev.pageturner.async.internal;

import dev.pageturner.internal.paging.HttpReader;
import dev.pageturner.internal.walk.LaterReader;
import dev.pageturner.internal.walk.StepSource;
import dev.pageturner.page.OpenPage;
import dev.pageturner.page.Page;
import dev.pageturner.page.PageReader;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.position.Position;
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
        run -> stepsOf(list).itemSteps(reader -> later(reader, run), wake), blocking, wake);
  }

  /** {@return the pages of a list, as a sequence to pull} */
  public <T> StepsPull<Page<T>> pages(PagedIterable<T> list, Runnable wake) {
    return new StepsPull<>(
        run -> stepsOf(list).pageSteps(reader -> later(reader, run), wake), blocking, wake);
  }

  @SuppressWarnings("unchecked") // The one implementation of step sources is of these types.
  private static <T> StepSource<PageReader<T>, OpenPage<T>, T, Page<T>> stepsOf(
      PagedIterable<T> list) {
    if (list instanceof StepSource<?, ?, ?, ?> source) {
      return (StepSource<PageReader<T>, OpenPage<T>, T, Page<T>>) source;
    }
    throw new IllegalArgumentException("a list that was not made by the SDK");
  }

  @SuppressWarnings("unchecked") // A reader of these pages opens these pages.
  private <T> LaterReader<OpenPage<T>> later(PageReader<T> reader, Run<?> run) {
    if (reader instanceof LaterReader<?> later) {
      return (LaterReader<OpenPage<T>>) later;
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
      implements LaterReader<OpenPage<T>> {
    @Override
    public CompletionStage<OpenPage<T>> openLater(Position position) {
      return CompletableFuture.supplyAsync(() -> reader.open(position), blocking);
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
