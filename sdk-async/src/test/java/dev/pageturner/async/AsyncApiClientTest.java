package dev.pageturner.async;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiResponse;
import dev.pageturner.auth.Authorization;
import dev.pageturner.auth.Credentials;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.retry.Backoff;
import dev.pageturner.retry.RetryPolicy;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AsyncApiClientTest extends ServerCase {
  @Test
  void listIsFetchedPageByPage() throws Exception {
    enqueue("{'items': ['ada', 'eve'], 'next': 'c1'}");
    enqueue("{'items': [], 'next': 'c2'}");
    enqueue("{'items': ['bob']}");

    assertThat(get(async().list("/names", String.class, CURSOR).toList()))
        .containsExactly("ada", "eve", "bob");

    assertThat(server.takeRequest().getTarget()).isEqualTo("/names");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/names?cursor=c1");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/names?cursor=c2");
  }

  @Test
  void aRefinedClientRefinesItsListsAndCalls() throws Exception {
    enqueue("{'items': ['ada'], 'next': 'c1'}");
    enqueue("{'items': ['bob']}");
    enqueue("{}");
    AsyncApiClient refined = async().with(request -> request.header("X-Trace", "t1"));

    assertThat(get(refined.list("/names", String.class, CURSOR).toList()))
        .containsExactly("ada", "bob");
    get(refined.get("/plain", RawJson.class));

    for (int i = 0; i < 3; i++) {
      assertThat(server.takeRequest().getHeaders().get("X-Trace")).isEqualTo("t1");
    }
  }

  @Test
  void paginationIsDetectedFromTheFirstResponse() throws Exception {
    enqueue("{'data': [{'id': 1}], 'meta': {'next_cursor': 'x'}}");
    enqueue("{'data': [{'id': 2}], 'meta': {'next_cursor': null}}");

    assertThat(get(async().list("/names").map(RawJson::text).toList()))
        .containsExactly("{\"id\": 1}", "{\"id\": 2}");
  }

  @Test
  void pageTooLargeForMemoryIsStreamed() throws Exception {
    enqueue("{'items': ['ada', 'eve'], 'next': 'c1'}");
    enqueue("{'items': ['bob', 'joe']}");
    AsyncApiClient api = AsyncApiClient.of(client(builder().maxBufferedPage(1)));

    assertThat(get(api.list("/names", String.class, CURSOR).toList()))
        .containsExactly("ada", "eve", "bob", "joe");
  }

  @Test
  @Timeout(60)
  void itemsOfAStreamedPageAreGivenOutWhileTheRestIsOnItsWay() throws Exception {
    CountDownLatch taken = new CountDownLatch(2);
    try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // On a thread of its own: the pool that signals may have one thread, which must not wait.
      FutureTask<Void> sent = new FutureTask<>(() -> {
        try (Socket socket = raw.accept()) {
          OutputStream out = socket.getOutputStream();
          out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
          out.write("{\"items\": [\"ada\", \"eve\", \"".getBytes(US_ASCII));
          out.flush();
          taken.await();
          out.write("bob\"]}".getBytes(US_ASCII));
          return null;
        }
      });
      new Thread(sent).start();
      ApiClient.Builder builder =
          builder().baseUrl("http://localhost:" + raw.getLocalPort()).maxBufferedPage(1);
      AsyncApiClient api = AsyncApiClient.of(client(builder));
      Recorded<String> recorded = new Recorded<>(Long.MAX_VALUE, (self, item) -> taken.countDown());

      api.list("/names", String.class, CURSOR).subscribe(recorded);

      recorded.await();
      sent.get();
      assertThat(recorded.items).containsExactly("ada", "eve", "bob");
      assertThat(recorded.failure).isNull();
    }
  }

  @Test
  void pagesThatAreStreamedAreReadWhole() throws Exception {
    enqueue("{'items': ['ada', 'eve'], 'next': 'c1'}");
    enqueue("{'items': ['bob', 'joe']}");
    AsyncApiClient api = AsyncApiClient.of(client(builder().maxBufferedPage(1)));

    assertThat(get(
            api.list("/names", String.class, CURSOR).pages().map(Page::items).toList()))
        .containsExactly(List.of("ada", "eve"), List.of("bob", "joe"));
  }

  @Test
  @DisplayName("edge 21: a null item is an error with its index")
  void nullItemIsAnErrorWithItsIndex() throws Exception {
    enqueue("{'items': ['ada', null]}");
    Recorded<String> recorded = new Recorded<>(Long.MAX_VALUE);

    async().list("/names", String.class, CURSOR).subscribe(recorded);

    recorded.await();
    assertThat(recorded.items).containsExactly("ada");
    assertThat(recorded.signals).containsExactly("subscribe", "next", "error");
    assertThat(recorded.failure).isInstanceOf(PageturnerException.class).hasMessageContaining("1");
  }

  @Test
  void singleCallsAreFutures() throws Exception {
    AsyncApiClient api = async();
    enqueue("{'id': 1}");
    assertThat(get(api.get("/users/1", RawJson.class)).text()).isEqualTo("{\"id\": 1}");
    enqueue("{'id': 2}");
    assertThat(get(api.post("/users", Map.of("name", "ada"), RawJson.class)).text())
        .isEqualTo("{\"id\": 2}");
    server.enqueue(new MockResponse.Builder().code(204).build());
    assertThat(get(api.delete("/users/1"))).isNull();
    server.enqueue(json("{'id': 3}").code(201).addHeader("X-Way", "north").build());
    ApiResponse<RawJson> response =
        get(api.request("/users/{id}").path("id", 3).send("PUT", RawJson.class));
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.headers().get("x-way")).containsExactly("north");
    assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
    assertThat(server.takeRequest().getMethod()).isEqualTo("POST");
    assertThat(server.takeRequest().getMethod()).isEqualTo("DELETE");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/users/3");
  }

  @Test
  void errorsAreThoseOfTheSyncSide() throws Exception {
    server.enqueue(json("{'message': 'no'}").code(404).build());

    assertThat(failure(async().get("/users/1", RawJson.class)))
        .isInstanceOfSatisfying(
            PageturnerException.Status.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void toCancelTheFutureCancelsTheCall() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch cut = new CountDownLatch(1);
    OkHttpClient ok = new OkHttpClient.Builder()
        .addNetworkInterceptor(chain -> {
          asked.countDown();
          try {
            return chain.proceed(chain.request());
          } finally {
            cut.countDown();
          }
        })
        .build();
    server.enqueue(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    CompletableFuture<RawJson> future =
        AsyncApiClient.of(client(builder().okHttpClient(ok))).get("/slow", RawJson.class);
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(future.cancel(true)).isTrue();

    assertThat(cut.await(5, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
  }

  @Test
  @DisplayName("edge 81: cancel aborts the call in flight")
  void toCancelTheSubscriptionAbortsTheCallInFlight() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch cut = new CountDownLatch(1);
    OkHttpClient ok = new OkHttpClient.Builder()
        .addNetworkInterceptor(chain -> {
          asked.countDown();
          try {
            return chain.proceed(chain.request());
          } finally {
            cut.countDown();
          }
        })
        .build();
    server.enqueue(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Recorded<RawJson> recorded = new Recorded<>(1);
    AsyncApiClient.of(client(builder().okHttpClient(ok))).list("/slow").subscribe(recorded);
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

    recorded.subscription.cancel();

    assertThat(cut.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(recorded.signals).containsExactly("subscribe");
  }

  @Test
  void closingTheClientEndsWhatIsUnderWay() throws Exception {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    ApiClient client = client(builder());
    AsyncApiClient api = AsyncApiClient.of(client);
    CompletableFuture<RawJson> future = api.get("/slow", RawJson.class);
    server.takeRequest();

    client.close();

    assertThat(failure(future)).isInstanceOf(PageturnerException.Cancelled.class);
    assertThat(failure(api.get("/more", RawJson.class))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusedRequestsAreSentAgain() throws Exception {
    Queue<TraversalEvent> events = new ConcurrentLinkedQueue<>();
    server.enqueue(new MockResponse.Builder().code(503).build());
    enqueue("{'items': ['ada']}");
    AsyncApiClient api = AsyncApiClient.of(client(builder()
        .listener(events::add)
        .retryPolicy(RetryPolicy.standard()
            .newBuilder()
            .backoff(Backoff.exponential(Duration.ofMillis(1), Duration.ofMillis(1)))
            .build())));

    assertThat(get(api.list("/names", String.class, CURSOR).toList())).containsExactly("ada");
    assertThat(events).hasAtLeastOneElementOfType(TraversalEvent.Retrying.class);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void credentialsAreRenewedOnce() throws Exception {
    AtomicInteger token = new AtomicInteger(1);
    Set<String> threads = ConcurrentHashMap.newKeySet();
    Credentials credentials = new Credentials() {
      @Override
      public void authorize(Authorization request) {
        threads.add(Thread.currentThread().getName());
        request.header("Authorization", "Bearer t" + token.get());
      }

      @Override
      public boolean renew(Authorization refused) {
        threads.add(Thread.currentThread().getName());
        token.incrementAndGet();
        return true;
      }
    };
    server.enqueue(new MockResponse.Builder().code(401).build());
    enqueue("{'id': 1}");

    get(AsyncApiClient.of(client(builder().credentials(credentials))).get("/x", RawJson.class));

    assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer t1");
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer t2");
    assertThat(threads).allMatch(name -> name.startsWith("pageturner-http-"));
  }

  @Test
  void whoWaitsForAPermitHoldsNoThread() throws Exception {
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return json("{'items': []}").build();
      }
    });
    RateLimit limit = RateLimit.of(5, Duration.ofHours(1)).maxWait(Duration.ofDays(2));
    AsyncApiClient api = AsyncApiClient.of(client(builder().rateLimit(limit)));
    List<CompletableFuture<List<String>>> lists = IntStream.range(0, 100)
        .mapToObj(i -> api.request("/names")
            .timeout(Duration.ofDays(2))
            .pagination(CURSOR)
            .list(String.class)
            .toList())
        .toList();
    CountDownLatch served = new CountDownLatch(5);
    lists.forEach(list -> list.thenRun(served::countDown));
    assertThat(served.await(30, TimeUnit.SECONDS)).isTrue();

    lists.forEach(list -> list.cancel(true));

    assertThat(server.getRequestCount()).isEqualTo(5);
    assertThat(lists).filteredOn(CompletableFuture::isCancelled).hasSize(95);
  }

  @Test
  void waitThatIsHopelessFailsAtOnce() throws Exception {
    enqueue("{'items': [], 'next': 'c1'}");
    RateLimit limit = RateLimit.of(1, Duration.ofHours(1)).maxWait(Duration.ofSeconds(1));
    AsyncApiClient api = AsyncApiClient.of(client(builder().rateLimit(limit)));

    assertThat(failure(api.list("/names", String.class, CURSOR).toList()))
        .isInstanceOfSatisfying(
            PageturnerException.RateLimited.class,
            e -> assertThat(e.checkpoint()).isPresent());
  }

  @Test
  void callThatTakesTooLongEnds() throws Exception {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    Throwable failure =
        failure(async().request("/slow").timeout(Duration.ofMillis(50)).get(RawJson.class));

    assertThat(failure)
        .isInstanceOfSatisfying(
            PageturnerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMEOUT));
  }

  @Test
  void interceptorThatThrowsFailsTheCall() throws Exception {
    OkHttpClient ok = new OkHttpClient.Builder()
        .addInterceptor(chain -> {
          throw new IllegalStateException("a bug");
        })
        .build();

    assertThat(
            failure(AsyncApiClient.of(client(builder().okHttpClient(ok))).get("/x", RawJson.class)))
        .isInstanceOf(PageturnerException.Callback.class)
        .hasRootCauseMessage("a bug");
  }

  @Test
  void listsOfTheSyncClientArePublished() throws Exception {
    enqueue("{'items': ['ada'], 'next': 'c1'}");
    enqueue("{'items': ['bob']}");
    ApiClient client = client(builder());
    PagedIterable<String> list = client.list("/names", String.class, CURSOR);

    assertThat(get(AsyncApiClient.of(client).publish(list).toList())).containsExactly("ada", "bob");
    assertThat(failure(async().publish(list).toList()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another client");
  }

  @Test
  void listOfAFunctionThatBlocksIsFetchedElsewhere() throws Exception {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    PagedIterable<String> list = PagedIterable.from(position -> {
      threads.add(Thread.currentThread().getName());
      return Page.last(List.of("ada"));
    });

    assertThat(get(async().publish(list).executor(Runnable::run).toList())).containsExactly("ada");
    assertThat(threads).allMatch(name -> name.startsWith("pageturner-stream-"));
  }
}
