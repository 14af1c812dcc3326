package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pageturner.ApiClient;
import dev.pageturner.Testing;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.testing.Side;
import dev.pageturner.testing.TestedApi;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class LifeCycleTest extends ServerCase {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  private final ConnectionPool pool = new ConnectionPool();
  private final OkHttpClient own =
      new OkHttpClient.Builder().connectionPool(pool).build();

  private int connectionsInUse() {
    return pool.connectionCount() - pool.idleConnectionCount();
  }

  /**
   * At once, where the caller's thread held it; another side gives it up on a thread of its own.
   */
  private void requireNoneInUse() {
    if (Side.isAnother()) {
      awaitNoneInUse();
    }
    assertThat(connectionsInUse()).isZero();
  }

  /** Where another thread gives it up; an interrupt, as of the time limit, ends the wait. */
  private void awaitNoneInUse() {
    while (connectionsInUse() > 0 && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    assertThat(connectionsInUse()).isZero();
  }

  /** {@return a server of pages without end} */
  private RawServer pages(int items) throws Exception {
    StringBuilder page = new StringBuilder("{'items': ['n0'");
    for (int i = 1; i < items; i++) {
      page.append(",'n").append(i).append("'");
    }
    AtomicInteger number = new AtomicInteger();
    return closing(new RawServer(
        (socket, out) -> RawServer.json(page + "], 'next': 'c" + number.incrementAndGet() + "'}")
            .answer(socket, out)));
  }

  private ApiClient.Builder ofPages(int items) throws Exception {
    return builder(pages(items).url()).okHttpClient(own);
  }

  @Test
  void iterationThatIsAbandonedInAPageLeavesNoConnectionInUse() throws Exception {
    PagedIterator<String> names = names(tested(ofPages(100).build()), CURSOR).iterator();
    names.next();

    requireNoneInUse();
    assertThat(pool.connectionCount()).isLessThanOrEqualTo(1);
  }

  @Test
  void streamedPageThatIsClosedLeavesNoConnectionInUse() throws Exception {
    TestedApi api = tested(ofPages(100_000).maxBufferedPage(1_000).build());
    for (int i = 0; i < 20; i++) {
      try (PagedIterator<String> names = names(api, CURSOR).iterator()) {
        names.next();
        assertThat(connectionsInUse()).isEqualTo(1);
      }
      requireNoneInUse();
    }
  }

  @Test
  void streamedPageThatIsClosedWhileAnotherThreadReadsItLeavesNoConnectionInUse() throws Exception {
    TestedApi api = tested(ofPages(100_000).maxBufferedPage(1_000).build());
    for (int i = 0; i < 100; i++) {
      PagedIterator<String> names = names(api, CURSOR).iterator();
      CountDownLatch begun = new CountDownLatch(1);
      Work reading = new Work(() -> {
        while (names.hasNext()) {
          names.next();
          begun.countDown();
        }
      });
      begun.await();

      names.close();

      assertThat(reading.done.await(20, TimeUnit.SECONDS)).isTrue();
      Throwable failure = reading.failure.get();
      assertThat(failure == null || isOfAClose(failure)).as("%s", failure).isTrue();
      requireNoneInUse();
    }
  }

  /** In the middle of a read, or between {@code hasNext()} and {@code next()}. */
  private static boolean isOfAClose(Throwable failure) {
    return failure instanceof NoSuchElementException
        || failure instanceof PageturnerException e && e.kind() == Kind.CANCELLED;
  }

  @Test
  @Tag("sync") // Publishers have threads, a bounded number of them: ManyListingsTest.
  void thousandAbandonedTraversalsLeaveNoThreadAndNoConnection() throws Exception {
    TestedApi api = tested(ofPages(10).build());
    PagedIterable<String> names = names(api, CURSOR);
    names.iterator().next();
    int threads = ownThreads();

    for (int i = 0; i < 1_000; i++) {
      PagedIterator<String> iterator = names.iterator();
      for (int n = 0; n < i % 25 + 1; n++) {
        iterator.next();
      }
    }

    requireNoneInUse();
    assertThat(pool.connectionCount()).isLessThanOrEqualTo(1);
    assertThat(ownThreads()).isLessThanOrEqualTo(Math.max(threads, 1));
  }

  @Test
  void thousandClosedTraversalsThatReadAheadLeaveNoConnectionInUse() throws Exception {
    TestedApi api = tested(ofPages(10).build());
    PagedIterable<String> names = names(api, CURSOR).prefetch(2);

    for (int i = 0; i < 1_000; i++) {
      try (PagedIterator<String> iterator = names.iterator()) {
        iterator.next();
      }
    }

    assertThat(pool.connectionCount()).isLessThanOrEqualTo(10);
    // The page that was under way is given up by its own thread.
    awaitNoneInUse();
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("pageturner"))
        .allMatch(Thread::isDaemon);
  }

  private static int ownThreads() {
    return (int) Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("pageturner"))
        .count();
  }

  /** What was done on another thread: its failure, and whether its flag is set. */
  private static final class Work {
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean interrupted;

    Work(Runnable work) {
      thread = new Thread(() -> {
        try {
          work.run();
        } catch (Throwable e) {
          failure.set(e);
        }
        interrupted = Thread.currentThread().isInterrupted();
        done.countDown();
      });
      thread.start();
    }

    PageturnerException failure() throws Exception {
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(failure.get()).isInstanceOf(PageturnerException.class);
      return (PageturnerException) failure.get();
    }
  }

  /** A server that begins an answer and never ends it, and sees when the client hangs up. */
  private final class Hanging {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final RawServer raw;

    Hanging(String beginning) throws Exception {
      raw = closing(new RawServer((socket, out) -> {
        out.write(beginning.getBytes());
        out.flush();
        asked.countDown();
        InputStream in = socket.getInputStream();
        try {
          while (in.read() >= 0) {}
        } finally {
          hungUp.countDown();
        }
      }));
    }

    TestedApi client() {
      OkHttpClient patient = own.newBuilder().readTimeout(Duration.ZERO).build();
      return tested(builder(raw.url()).okHttpClient(patient).maxBufferedPage(64).build());
    }
  }

  private static final List<String> BEGINNINGS = List.of(
      "",
      HEAD,
      HEAD + "Content-Length: 40\r\n\r\n{\"items\": [\"a\"",
      HEAD + "Content-Length: 100000\r\n\r\n{\"items\": [\"a\"");

  private void endedBy(String beginning, Consumer<TestedApi> work, Consumer<Ending> end)
      throws Exception {
    Hanging hanging = new Hanging(beginning);
    TestedApi api = hanging.client();
    Work working = new Work(() -> work.accept(api));
    hanging.asked.await();
    end.accept(new Ending(api, working));

    assertThat(working.failure().kind()).isEqualTo(Kind.CANCELLED);
    assertThat(hanging.hungUp.await(20, TimeUnit.SECONDS)).isTrue();
    requireNoneInUse();
    assertThat(hanging.raw.requests()).isEqualTo(1);
  }

  /** What a test can end. */
  private record Ending(TestedApi api, Work work) {
    void interrupt() {
      work.thread.interrupt();
      try {
        work.done.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      assertThat(work.interrupted).isTrue();
    }
  }

  @ParameterizedTest(name = "beginning {0}")
  @ValueSource(ints = {0, 1, 2, 3})
  void interruptEndsAListThatHangs(int beginning) throws Exception {
    endedBy(
        BEGINNINGS.get(beginning),
        api -> names(api, CURSOR).forEach(name -> {}),
        Ending::interrupt);
  }

  @ParameterizedTest(name = "beginning {0}")
  @ValueSource(ints = {0, 1, 2, 3})
  void interruptEndsAnObjectThatHangs(int beginning) throws Exception {
    endedBy(BEGINNINGS.get(beginning), api -> api.get("/x", RawJson.class), Ending::interrupt);
  }

  @ParameterizedTest(name = "beginning {0}")
  @ValueSource(ints = {0, 1, 2, 3})
  void closingTheClientEndsAListThatHangs(int beginning) throws Exception {
    endedBy(
        BEGINNINGS.get(beginning),
        api -> names(api, CURSOR).forEach(name -> {}),
        ending -> ending.api().close());
  }

  @ParameterizedTest(name = "beginning {0}")
  @ValueSource(ints = {0, 1, 2, 3})
  void closingTheClientEndsAnObjectThatHangs(int beginning) throws Exception {
    endedBy(
        BEGINNINGS.get(beginning),
        api -> api.get("/x", RawJson.class),
        ending -> ending.api().close());
  }

  private static final String EVENT_HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

  @Test
  void interruptEndsAStreamThatHangs() throws Exception {
    endedBy(
        EVENT_HEAD + "id: 1\ndata: a\n\n",
        api -> api.request("/e").events(String.class).forEach(data -> {}),
        Ending::interrupt);
  }

  @Test
  void closingTheClientEndsAStreamThatHangs() throws Exception {
    endedBy(
        EVENT_HEAD + "id: 1\ndata: a\n\n",
        api -> api.request("/e").events(String.class).forEach(data -> {}),
        ending -> ending.api().close());
  }

  @Test
  void closingTheClientEndsLinesThatHang() throws Exception {
    endedBy(
        HEAD + "\r\n1\n",
        api -> api.request("/e").jsonLines(RawJson.class).forEach(line -> {}),
        ending -> ending.api().close());
  }

  @Test
  void closingTheIteratorEndsAReadOnAnotherThreadAndIsTheEnd() throws Exception {
    Hanging hanging = new Hanging(EVENT_HEAD + "data: a\n\n");
    CloseableIterator<String> data =
        hanging.client().request("/e").events(String.class).iterator();
    data.next();
    AtomicReference<Boolean> more = new AtomicReference<>();
    Work working = new Work(() -> more.set(data.hasNext()));
    hanging.asked.await();

    data.close();

    assertThat(working.done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(working.failure.get()).isNull();
    assertThat(more.get()).isFalse();
    assertThat(hanging.hungUp.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closingTheIteratorOfAListEndsAReadOnAnotherThread() throws Exception {
    Hanging hanging = new Hanging(HEAD);
    PagedIterator<String> names = names(hanging.client(), CURSOR).iterator();
    Work working = new Work(names::hasNext);
    hanging.asked.await();

    names.close();

    assertThat(working.done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(hanging.hungUp.await(20, TimeUnit.SECONDS)).isTrue();
  }

  static Stream<Arguments> beginnings() {
    return Stream.of(
        beginning("data: a\n\n", api -> api.request("/e").events(String.class).iterator()),
        beginning("{}\n", api -> api.request("/e").jsonLines(RawJson.class).iterator()),
        beginning(
            "{\"items\": [\"a\", \"b\"",
            api -> api.list("/e", String.class, CURSOR).iterator()));
  }

  /** A body that runs something when it is taken over: when it is asked what it is. */
  private static final class AskedBody extends ResponseBody {
    private final ResponseBody body;
    private final Runnable asked;

    AskedBody(ResponseBody body, Runnable asked) {
      this.body = body;
      this.asked = asked;
    }

    @Override
    public MediaType contentType() {
      asked.run();
      return body.contentType();
    }

    @Override
    public long contentLength() {
      asked.run();
      return body.contentLength();
    }

    @Override
    public BufferedSource source() {
      return body.source();
    }
  }

  private static Arguments beginning(
      String body, Function<TestedApi, CloseableIterator<?>> iterator) {
    return Arguments.of(body, iterator);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("beginnings")
  void whatOpensWhileItsIteratorIsClosedDoesNotStayOpen(
      String beginning, Function<TestedApi, CloseableIterator<?>> way) throws Exception {
    RawServer raw = closing(new RawServer((socket, out) -> {
      out.write((EVENT_HEAD + beginning).getBytes());
      out.flush();
      new CountDownLatch(1).await();
    }));
    AtomicReference<CloseableIterator<?>> iterator = new AtomicReference<>();
    OkHttpClient closing = own.newBuilder()
        .addInterceptor(chain -> {
          Response response = chain.proceed(chain.request());
          Runnable close = () -> iterator.get().close();
          return response
              .newBuilder()
              .body(new AskedBody(response.body(), close))
              .build();
        })
        .build();
    TestedApi api =
        tested(builder(raw.url()).okHttpClient(closing).maxBufferedPage(3).build());
    iterator.set(way.apply(api));

    Throwable thrown = catchThrowable(() -> iterator.get().hasNext());
    iterator.get().close(); // Again, which must not be needed; lines of another side never ask.

    assertThat(thrown == null || thrown instanceof PageturnerException).isTrue();
    requireNoneInUse();
  }

  /** A client that would wait for a minute, and says when it has begun to. */
  private TestedApi waiting(CountDownLatch begun) {
    server.enqueue(status(503, "Retry-After", "60"));
    ApiClient.Builder builder = ApiClient.newBuilder().baseUrl(server.url("/").toString());
    return tested(Testing.pausing(builder, (wait, cancel) -> {
          begun.countDown();
          dev.pageturner.internal.http.Pause.real().pause(wait, cancel);
        })
        .build());
  }

  @Test
  void interruptEndsAWaitForARetryAndTheFlagStays() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    TestedApi api = waiting(begun);
    Work working = new Work(() -> api.get("/x", RawJson.class));
    begun.await();

    working.thread.interrupt();

    assertThat(working.failure().kind()).isEqualTo(Kind.CANCELLED);
    assertThat(working.interrupted).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void closingTheClientEndsAWaitForARetry() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    TestedApi api = waiting(begun);
    Work working = new Work(() -> api.get("/x", RawJson.class));
    begun.await();

    api.close();

    assertThat(working.failure().kind()).isEqualTo(Kind.CANCELLED);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  private Work waitingForAPermit(CountDownLatch begun, AtomicReference<TestedApi> client) {
    server.enqueue(json("{}"));
    RateLimit limit = RateLimit.of(1, Duration.ofMinutes(5)).maxWait(Duration.ofMinutes(6));
    TestedApi api = tested(builder()
        .rateLimit(limit)
        .listener(event -> {
          if (event instanceof TraversalEvent.Waiting) {
            begun.countDown();
          }
        })
        .build());
    client.set(api);
    api.get("/x", RawJson.class);
    return new Work(() -> api.get("/x", RawJson.class));
  }

  @Test
  void interruptEndsAWaitForAPermitAndTheFlagStays() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Work working = waitingForAPermit(begun, new AtomicReference<>());
    begun.await();

    working.thread.interrupt();

    assertThat(working.failure().kind()).isEqualTo(Kind.CANCELLED);
    assertThat(working.interrupted).isTrue();
  }

  @Test
  void closingTheClientEndsAWaitForAPermit() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<TestedApi> api = new AtomicReference<>();
    Work working = waitingForAPermit(begun, api);
    begun.await();

    api.get().close();

    assertThat(working.failure().kind()).isEqualTo(Kind.CANCELLED);
  }

  @Test
  void interruptEndsAWaitForATokenAndTheFlagStays() throws Exception {
    Hanging hanging = new Hanging("");
    TestedApi api = tested(builder()
        .credentials(dev.pageturner.auth.Credentials.oauth2ClientCredentials(
            hanging.raw.url() + "token", "client", "secret"))
        .build());
    Work working = new Work(() -> api.get("/x", RawJson.class));
    hanging.asked.await();

    working.thread.interrupt();

    assertThat(working.failure().kind()).isEqualTo(Kind.CANCELLED);
    assertThat(working.interrupted).isTrue();
  }

  @Test
  void closingTheClientEndsAWaitForATokenAndLeavesNoFlag() throws Exception {
    Hanging hanging = new Hanging("");
    TestedApi api = tested(builder()
        .credentials(dev.pageturner.auth.Credentials.oauth2ClientCredentials(
            hanging.raw.url() + "token", "client", "secret"))
        .build());
    Work working = new Work(() -> api.get("/x", RawJson.class));
    hanging.asked.await();

    api.close();

    assertThat(working.failure().kind()).isEqualTo(Kind.CANCELLED);
    assertThat(working.interrupted).isFalse();
  }

  @Test
  @Tag("sync") // Who waits for a future is not who sends.
  void threadThatIsInterruptedAlreadySendsNothing() throws Exception {
    TestedApi api = client();
    for (Runnable call : List.<Runnable>of(
        () -> api.get("/x", RawJson.class),
        () -> names(api, CURSOR).iterator().hasNext(),
        () -> api.request("/e").events(String.class).iterator().hasNext())) {
      Work working = new Work(() -> {
        Thread.currentThread().interrupt();
        call.run();
      });
      assertThat(working.failure().kind()).isEqualTo(Kind.CANCELLED);
      assertThat(working.interrupted).isTrue();
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  @Tag("sync") // It interrupts whoever connects, who is nobody that waits for the answer.
  void interruptWhileTheConnectionIsMadeIsACancellation() throws Exception {
    // The thread interrupts itself when OkHttp is about to connect, which waits interruptibly.
    OkHttpClient interrupting = own.newBuilder()
        .dns(host -> {
          Thread.currentThread().interrupt();
          return okhttp3.Dns.SYSTEM.lookup(host);
        })
        .build();
    TestedApi api = tested(builder().okHttpClient(interrupting).build());
    Work working = new Work(() -> api.get("/x", RawJson.class));

    assertThat(working.failure().kind()).isEqualTo(Kind.CANCELLED);
    assertThat(working.interrupted).isTrue();
  }

  @Test
  void interceptorThatThrowsIsAnErrorOfTheApplicationAndIsNotRepeated() {
    List<String> calls = new ArrayList<>();
    OkHttpClient throwing = own.newBuilder()
        .addInterceptor(chain -> {
          calls.add("x");
          throw new UnsupportedOperationException("mine");
        })
        .build();
    TestedApi api = tested(builder().okHttpClient(throwing).build());

    PageturnerException failure = failure(() -> api.get("/x", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.CALLBACK);
    assertThat(failure).hasRootCauseMessage("mine");
    assertThat(calls).hasSize(1);
  }

  @Test
  void clientThatIsClosedSendsNothing() throws Exception {
    RawServer raw = pages(2);
    TestedApi api = client(raw.url());
    PagedIterator<String> names = names(api, CURSOR).iterator();
    names.next();
    api.close();

    assertThatThrownBy(() -> api.get("/x", RawJson.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> names(api, CURSOR).iterator().hasNext())
        .isInstanceOf(IllegalStateException.class);
    assertThat(names.next()).isEqualTo("n1");
    assertThatThrownBy(names::hasNext).isInstanceOf(IllegalStateException.class);
    assertThat(raw.requests()).isEqualTo(1);
  }

  /** Lists with a client and returns, without closing anything. */
  public static final class Listing {
    private Listing() {}

    public static void main(String[] url) {
      ApiClient api = ApiClient.create(url[0]);
      int count = 0;
      for (String name : api.list("/n", String.class, CURSOR).prefetch(1).maxItems(30)) {
        count += name.length();
      }
      System.out.println("read " + count);
    }
  }

  @Test
  void jvmExitsByItselfWhenTheWorkIsDone() throws Exception {
    String command = ProcessHandle.current().info().command().orElse("java");
    String path = System.getProperty("jdk.module.path", "")
        + java.io.File.pathSeparator
        + System.getProperty("java.class.path")
        + java.io.File.pathSeparator
        + classes(Listing.class)
        + java.io.File.pathSeparator
        + classes(ApiClient.class);
    Process process = new ProcessBuilder(
            command, "-Xmx64m", "-cp", path, Listing.class.getName(), pages(10).url())
        .redirectErrorStream(true)
        .start();

    String output = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains("read 60");
  }

  private static String classes(Class<?> type) throws Exception {
    return java.nio.file.Path.of(
            type.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }
}
