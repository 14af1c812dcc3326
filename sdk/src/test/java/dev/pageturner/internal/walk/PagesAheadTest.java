package dev.pageturner.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.page.Page;
import dev.pageturner.page.Total;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The line of pages under its two queues: how much is held ahead, and what is closed. */
class PagesAheadTest {
  private static final long MIB = 1L << 20;
  private static final Executor AT_ONCE = Runnable::run;
  private static final Executor NO_THREAD = task -> {
    throw new RejectedExecutionException("no thread");
  };

  /** A page of one number, which says how much memory it holds and whether it was closed. */
  private static final class Held implements OpenPage<Long> {
    private final FetchedPage<Long> page;
    private final long bytes;
    private boolean closed;

    Held(Place place, long pages, long bytes) {
      long number = number(place);
      Position next = number + 1 < pages ? Position.pageNumber(number + 1) : null;
      this.page = new FetchedPage<>(place, Page.of(List.of(number), next));
      this.bytes = bytes;
    }

    private static long number(Place place) {
      return place.position() instanceof Position.PageNumber page ? page.number() : 0;
    }

    @Override
    public Place place() {
      return page.place();
    }

    @Override
    public boolean hasNext() {
      return page.hasNext();
    }

    @Override
    public Long next() {
      return page.next();
    }

    @Override
    public PageEnd end() {
      return page.end();
    }

    @Override
    public Optional<PageEnd> lookAhead() {
      return page.lookAhead();
    }

    @Override
    public long heldBytes() {
      return bytes;
    }

    @Override
    public int status() {
      return 200;
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
      closed = true;
    }
  }

  /** Opens pages, and remembers them. */
  private static final class Reader implements LaterReader<Long> {
    private final long pages;
    private final long bytes;
    private final List<Held> opened = new ArrayList<>();
    private Runnable whileOpening = () -> {};

    Reader(long pages, long bytes) {
      this.pages = pages;
      this.bytes = bytes;
    }

    @Override
    public OpenPage<Long> open(Place place) {
      whileOpening.run();
      Held page = new Held(place, pages, bytes);
      opened.add(page);
      return page;
    }

    @Override
    public CompletionStage<OpenPage<Long>> openLater(Place place) {
      return CompletableFuture.completedFuture(open(place));
    }

    @Override
    public void close() {
      // Nothing is under way that could be ended.
    }
  }

  private static PageLine<Long> line(int prefetch) {
    return line(prefetch, event -> {});
  }

  private static PageLine<Long> line(int prefetch, TraversalListener told) {
    return new PageLine<>(TraversalOptions.DEFAULT.withPrefetch(prefetch), new EventEmitter(told));
  }

  @Test
  void noMoreThan16MebibytesAreReadAhead() {
    Reader reader = new Reader(20, 6 * MIB);
    new PageQueue<>(reader, line(10), AT_ONCE).open();
    // The one where the consumer stands, and three of 6 MiB: the third was begun below the bound.
    assertThat(reader.opened).hasSize(4);
  }

  @Test
  void norForAConsumerWhoIsWoken() {
    Reader reader = new Reader(20, 6 * MIB);
    new LaterQueue<>(reader, line(10), () -> {}).isReady();
    assertThat(reader.opened).hasSize(4);
  }

  @Test
  void smallPagesAreReadAheadAsManyAsWereAskedFor() {
    Reader reader = new Reader(20, 6);
    new PageQueue<>(reader, line(10), AT_ONCE).open();
    assertThat(reader.opened).hasSize(11);
  }

  @Test
  void pageThatComesAfterClosingIsClosed() {
    Reader reader = new Reader(3, 1);
    PageQueue<Long> queue = new PageQueue<>(reader, line(0), AT_ONCE);
    reader.whileOpening = queue::close;
    queue.open();
    assertThat(queue.here().open()).isNull();
    assertThat(reader.opened).hasSize(1).allMatch(page -> page.closed);
  }

  @Test
  void pageReadAheadThatComesAfterClosingIsClosed() {
    Reader reader = new Reader(9, 1);
    List<Runnable> ahead = new ArrayList<>();
    PageQueue<Long> queue = new PageQueue<>(reader, line(2), ahead::add);
    queue.open();
    reader.whileOpening = queue::close;
    ahead.get(0).run();
    assertThat(reader.opened).hasSize(2).allMatch(page -> page.closed);
    assertThat(ahead).hasSize(1);
  }

  @Test
  void pageThatComesAfterClosingIsClosedForAConsumerWhoIsWoken() {
    Reader reader = new Reader(3, 1);
    LaterQueue<Long> queue = new LaterQueue<>(reader, line(2), () -> {});
    reader.whileOpening = queue::close;
    assertThat(queue.isReady()).isTrue();
    assertThat(queue.here().open()).isNull();
    assertThat(reader.opened).hasSize(1).allMatch(page -> page.closed);
  }

  @Test
  void withoutAThreadThePagesAreFetchedWhenTheConsumerComes() {
    Reader reader = new Reader(3, 1);
    PageQueue<Long> queue = new PageQueue<>(reader, line(2), NO_THREAD);
    for (int page = 1; page <= 3; page++) {
      queue.open();
      assertThat(reader.opened).hasSize(page);
      queue.advance();
    }
  }

  @Test
  void pageIsClosedWhenAListenerThrowsAnError() {
    Reader reader = new Reader(3, 1);
    PageQueue<Long> queue = new PageQueue<>(reader, line(0, PagesAheadTest::explode), AT_ONCE);
    assertThatThrownBy(queue::open).isInstanceOf(StackOverflowError.class);
    assertThat(reader.opened).hasSize(1).allMatch(page -> page.closed);
  }

  @Test
  void consumerIsWokenWhenAListenerThrowsAnError() {
    Reader reader = new Reader(3, 1);
    int[] wakes = {0};
    LaterQueue<Long> queue =
        new LaterQueue<>(reader, line(0, PagesAheadTest::explode), () -> wakes[0]++);
    assertThat(queue.isReady()).isTrue();
    assertThat(wakes[0]).isEqualTo(1);
    assertThatThrownBy(queue::open).isInstanceOf(StackOverflowError.class);
    assertThat(reader.opened).hasSize(1).allMatch(page -> page.closed);
  }

  private static void explode(TraversalEvent event) {
    if (event instanceof TraversalEvent.PageReceived) {
      throw new StackOverflowError();
    }
  }
}
