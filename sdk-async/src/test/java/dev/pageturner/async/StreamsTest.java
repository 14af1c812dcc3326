package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.json.RawJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StreamsTest extends ServerCase {
  private void events(String text) {
    server.enqueue(new MockResponse.Builder()
        .addHeader("Content-Type", "text/event-stream")
        .body(text)
        .build());
  }

  @Test
  void eventsComeAsTheyAreAskedFor() throws Exception {
    events("data: one\n\ndata: two\n\ndata: [DONE]\n\n");

    assertThat(get(async().request("/events").events(String.class).toList()))
        .containsExactly("one", "two");
    assertThat(server.takeRequest().getHeaders().get("Accept")).isEqualTo("text/event-stream");
  }

  @Test
  void dataOfEventsIsDecoded() throws Exception {
    events("data: {\"id\": 1}\n\ndata: [DONE]\n\n");

    assertThat(get(async()
            .events("/chat", RawJson.parse("{}"), RawJson.class)
            .map(RawJson::text)
            .toList()))
        .containsExactly("{\"id\": 1}");
    assertThat(server.takeRequest().getMethod()).isEqualTo("POST");
  }

  @Test
  void nothingIsSentBeforeThereIsDemand() {
    Recorded<ServerEvent> recorded = new Recorded<>(0);

    async()
        .request("/events")
        .events(ServerEvent.class)
        .executor(Runnable::run)
        .subscribe(recorded);

    assertThat(recorded.signals).containsExactly("subscribe");
    assertThat(server.getRequestCount()).isEqualTo(0);
  }

  @Test
  void streamThatBreaksGoesOnAfterTheLastEvent() throws Exception {
    server.enqueue(new MockResponse.Builder()
        .addHeader("Content-Type", "text/event-stream")
        .body("retry: 1\nid: 7\ndata: one\n\ndata: half")
        .setHeader("Content-Length", "1000")
        .onResponseEnd(new SocketEffect.CloseSocket())
        .build());
    events("data: two\n\ndata: [DONE]\n\n");
    EventOptions options = EventOptions.standard()
        .newBuilder()
        .reconnectWait(Duration.ofMillis(1), Duration.ofMillis(2))
        .build();

    assertThat(get(async().request("/events").events(String.class, options).toList()))
        .containsExactly("one", "two");

    assertThat(server.takeRequest().getHeaders().get("Last-Event-ID")).isNull();
    assertThat(server.takeRequest().getHeaders().get("Last-Event-ID")).isEqualTo("7");
  }

  @Test
  void cancelWhileNothingComesEndsTheStream() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    server.enqueue(new MockResponse.Builder()
        .addHeader("Content-Type", "text/event-stream")
        .body("data: one\n\n")
        .setHeader("Content-Length", "1000")
        .build());
    Recorded<String> recorded = new Recorded<>(2, (self, item) -> reading.countDown());
    ApiClient client = client(builder());
    AsyncApiClient.of(client).request("/events").events(String.class).subscribe(recorded);
    assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();

    recorded.subscription.cancel();

    assertThat(recorded.signals).containsExactly("subscribe", "next");
  }

  private ApiClient withConnectionsOf(ConnectionPool pool) {
    return client(
        builder().okHttpClient(new OkHttpClient.Builder().connectionPool(pool).build()));
  }

  private static void awaitNoneInUse(ConnectionPool pool) {
    while (pool.connectionCount() > pool.idleConnectionCount()
        && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void anExecutorThatTakesNoTaskIsSignalledAndLeavesNothingOpen(int tasks) throws Exception {
    server.enqueue(new MockResponse.Builder()
        .addHeader("Content-Type", "text/event-stream")
        .body("data: one\n\n")
        .setHeader("Content-Length", "1000")
        .build());
    ConnectionPool pool = new ConnectionPool();
    RejectedExecutionException refusal = new RejectedExecutionException("shut down");
    AtomicInteger left = new AtomicInteger(tasks);
    AsyncApiClient api = AsyncApiClient.newBuilder(withConnectionsOf(pool))
        .streamExecutor(task -> {
          if (left.getAndDecrement() == 0) {
            throw refusal;
          }
          task.run();
        })
        .build();
    Recorded<String> recorded = new Recorded<>(2);

    api.request("/events").events(String.class).subscribe(recorded);

    recorded.await();
    assertThat(recorded.failure).isSameAs(refusal);
    assertThat(recorded.items).hasSize(tasks);
    awaitNoneInUse(pool);
  }

  @Test
  void streamThatOpensAfterItWasCancelledDoesNotStayOpen() throws Exception {
    server.enqueue(new MockResponse.Builder()
        .addHeader("Content-Type", "text/event-stream")
        .body("data: one\n\n")
        .setHeader("Content-Length", "1000")
        .build());
    ConnectionPool pool = new ConnectionPool();
    BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();
    AsyncApiClient api = AsyncApiClient.newBuilder(withConnectionsOf(pool))
        .streamExecutor(held::add)
        .build();
    Recorded<String> recorded = new Recorded<>(2);
    api.request("/events").events(String.class).subscribe(recorded);
    Runnable begin = held.take();

    recorded.subscription.cancel();

    awaitNoneInUse(pool);
    begin.run();
    awaitNoneInUse(pool);
    assertThat(recorded.signals).containsExactly("subscribe");
  }

  @Test
  void linesAreDecodedAsTheyCome() throws Exception {
    server.enqueue(new MockResponse.Builder().body("{\"id\": 1}\n\n{\"id\": 2}").build());

    assertThat(get(async()
            .request("/lines")
            .jsonLines(RawJson.class)
            .map(RawJson::text)
            .toList()))
        .containsExactly("{\"id\": 1}", "{\"id\": 2}");
  }

  @Test
  void lineThatIsWrongIsAnErrorAfterTheItemsBefore() throws Exception {
    server.enqueue(new MockResponse.Builder().body("1\nx\n3\n").build());
    Recorded<Integer> recorded = new Recorded<>(Long.MAX_VALUE);

    async().request("/lines").jsonLines(Integer.class).subscribe(recorded);

    recorded.await();
    assertThat(recorded.items).containsExactly(1);
    assertThat(recorded.failure)
        .hasMessageContaining("line 2")
        .isInstanceOfSatisfying(
            PageturnerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PARSE));
  }

  @Test
  void statusOtherThanSuccessIsAnError() throws Exception {
    server.enqueue(new MockResponse.Builder().code(403).build());

    assertThat(failure(async().request("/events").events(String.class).toList()))
        .isInstanceOf(PageturnerException.Status.class);
  }

  @Test
  void slowConsumerSlowsTheSender() throws Exception {
    try (EndlessEvents endless = new EndlessEvents()) {
      AsyncApiClient api = AsyncApiClient.of(client(builder().baseUrl(endless.url())));
      CountDownLatch first = new CountDownLatch(10);
      Recorded<String> recorded = new Recorded<>(10, (self, item) -> first.countDown());
      api.request("/events").events(String.class).subscribe(recorded);
      assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();

      // The sender stops when the buffers of both sockets are full, whatever their size.
      long sent = endless.untilItStops();

      assertThat(recorded.items).hasSize(10);
      recorded.subscription.request(sent / EndlessEvents.SIZE / 2);
      assertThat(endless.awaitMoreThan(sent)).isTrue();

      recorded.subscription.cancel();
      assertThat(endless.cut.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Sends events for as long as somebody reads them. */
  private static final class EndlessEvents implements AutoCloseable {
    private static final byte[] EVENT =
        ("data: " + "x".repeat(1000) + "\n\n").getBytes(StandardCharsets.US_ASCII);
    static final int SIZE = EVENT.length;
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final AtomicLong sent = new AtomicLong();
    final CountDownLatch cut = new CountDownLatch(1);

    EndlessEvents() throws IOException {
      Thread thread = new Thread(this::serve, "endless-events");
      thread.setDaemon(true);
      thread.start();
    }

    String url() {
      return "http://localhost:" + server.getLocalPort() + "/";
    }

    private void serve() {
      try (Socket socket = server.accept()) {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        for (int newLines = 0; newLines < 2; ) {
          int b = in.read();
          newLines = b == '\n' ? newLines + 1 : b == '\r' ? newLines : 0;
        }
        out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
        while (true) {
          out.write(EVENT);
          sent.addAndGet(SIZE);
        }
      } catch (IOException e) {
        cut.countDown();
      }
    }

    /** {@return what was sent when nothing was sent any more for a while} */
    long untilItStops() throws InterruptedException {
      long before = -1;
      while (before != sent.get()) {
        before = sent.get();
        cut.await(200, TimeUnit.MILLISECONDS);
      }
      return before;
    }

    boolean awaitMoreThan(long before) throws InterruptedException {
      for (int i = 0; i < 1000 && sent.get() <= before; i++) {
        cut.await(10, TimeUnit.MILLISECONDS);
      }
      return sent.get() > before;
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
