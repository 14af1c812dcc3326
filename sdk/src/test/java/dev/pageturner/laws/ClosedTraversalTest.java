package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.page.Page;
import dev.pageturner.page.PageFunction;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import dev.pageturner.sequence.CloseableIterator;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A traversal that another thread closes says that it was closed, and nothing else. */
class ClosedTraversalTest {
  private final ExecutorService consumer = Executors.newSingleThreadExecutor();
  private final CountDownLatch fetching = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  /** The second page comes only after the traversal was closed. */
  private final PageFunction<String> slow = position -> {
    if (position instanceof Position.Start) {
      return Page.withCursor(List.of("a"), "c1");
    }
    fetching.countDown();
    closed.await();
    return Page.withCursor(List.of("b"), "c2");
  };

  @AfterEach
  void stop() {
    consumer.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void nextThatWaitsForAPageSaysThatItWasClosed(int prefetch) throws Exception {
    PagedIterator<String> items = PagedIterable.from(slow).prefetch(prefetch).iterator();
    items.next();
    Future<String> next = consumer.submit(items::next);
    fetching.await();
    items.close();
    closed.countDown();
    assertClosed(next);
    assertThat(items.stopReason()).contains(StopReason.CLOSED);
    assertThat(items.verdict()).isEmpty();
    assertThat(items.hasNext()).isFalse();
  }

  @Test
  void soDoPages() throws Exception {
    CloseableIterator<Page<String>> pages = PagedIterable.from(slow).pages().iterator();
    pages.next();
    Future<Page<String>> next = consumer.submit(pages::next);
    fetching.await();
    pages.close();
    closed.countDown();
    assertClosed(next);
  }

  private static void assertClosed(Future<?> next) {
    assertThatThrownBy(next::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("the traversal was closed");
  }

  @Test
  void whatStoppedATraversalIsWhatNextSays() {
    PagedIterable<Integer> list = PagedIterable.from(
        position -> Page.withCursor(List.of(1), position instanceof Position.Start ? "c1" : "c2"));
    assertThatThrownBy(() -> nextAfter(list.maxItems(1), 1)).hasMessageContaining("maxItems");
    assertThatThrownBy(() -> nextAfter(list.maxPages(1), 1)).hasMessageContaining("maxPages");
    PagedIterable<Integer> one = PagedIterable.from(position -> Page.last(List.of(1)));
    assertThatThrownBy(() -> nextAfter(one, 1)).hasMessage("the list has ended");
  }

  private static void nextAfter(PagedIterable<Integer> list, int taken) {
    PagedIterator<Integer> items = list.iterator();
    for (int i = 0; i < taken; i++) {
      items.next();
    }
    items.next();
  }

  /** The consumer is gone by the time the response comes. */
  @Test
  void streamThatOpensAfterClosingIsClosed() {
    AtomicReference<CloseableIterator<String>> iterator = new AtomicReference<>();
    AtomicBoolean bodyClosed = new AtomicBoolean();
    Interceptor late = chain -> {
      iterator.get().close();
      Buffer text = new Buffer().writeUtf8("\"a\"\n\"b\"\n");
      Source bytes = new ForwardingSource(text) {
        @Override
        public void close() throws IOException {
          bodyClosed.set(true);
          super.close();
        }
      };
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(200)
          .message("")
          .body(ResponseBody.create(Okio.buffer(bytes), MediaType.get("application/x-ndjson"), -1))
          .build();
    };
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(late).build();
    try (ApiClient client =
        ApiClient.newBuilder().baseUrl("https://h/").okHttpClient(http).build()) {
      iterator.set(client.request("/lines").jsonLines(String.class).iterator());
      assertThat(iterator.get().hasNext()).isFalse();
      assertThat(bodyClosed).isTrue();
    }
  }
}
