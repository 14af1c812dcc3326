package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.auth.Authorization;
import dev.pageturner.auth.Credentials;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.retry.RetryPolicy;
import dev.pageturner.testing.TestedApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RetryFaultsTest extends ServerCase {
  private static final Map<String, Integer> ORDER = Map.of("a", 1);

  private void always(MockResponse response) {
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return response;
      }
    });
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
  void passingStatusesAreRetriedForAGet(int status) {
    server.enqueue(status(status));
    server.enqueue(json("{}"));

    client().get("/x", RawJson.class);

    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(waits).hasSize(1);
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 410, 422, 501, 505})
  void lastingStatusesAreAskedForOnce(int status) {
    always(status(status));

    PageturnerException.Status failure =
        (PageturnerException.Status) failure(() -> client().get("/x", RawJson.class));

    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.request().orElseThrow().attempts()).isEqualTo(1);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
  void postReachesTheServerOnce(int status) throws Exception {
    always(status(status));

    failure(() -> client().post("/orders", ORDER, RawJson.class));

    assertThat(targets(server)).containsExactly("POST /orders");
  }

  @Test
  void postWhoseConnectionDropsReachesTheServerOnce() throws Exception {
    RawServer raw = closing(new RawServer(RawServer.saysAndCloses("")));

    PageturnerException failure =
        failure(() -> client(raw.url()).post("/orders", ORDER, RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(raw.requests()).isEqualTo(1);
  }

  @Test
  void postThatIsDeclaredRepeatableIsRetried() {
    server.enqueue(status(503));
    server.enqueue(json("{}"));

    client().request("/search").body(ORDER).repeatable().post(RawJson.class);

    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void idempotencyKeyIsTheSameForEachAttemptAndNewForEachCall() throws Exception {
    TestedApi api = client();
    for (int call = 0; call < 3; call++) {
      server.enqueue(status(503));
      server.enqueue(status(408));
      server.enqueue(json("{}"));
      api.request("/orders").body(ORDER).idempotencyKey("Idempotency-Key").post(RawJson.class);
    }

    Set<String> keys = new HashSet<>();
    for (int call = 0; call < 3; call++) {
      Set<String> ofCall = new HashSet<>();
      for (int attempt = 0; attempt < 3; attempt++) {
        ofCall.add(server.takeRequest().getHeaders().get("Idempotency-Key"));
      }
      assertThat(ofCall).hasSize(1).doesNotContainNull();
      keys.addAll(ofCall);
    }
    assertThat(keys).hasSize(3);
  }

  @Test
  void retriesThatAreUsedUpLeaveTheLastResponseAndTheEarlierCauses() {
    for (int status : new int[] {500, 502, 503, 504, 408}) {
      server.enqueue(answer(status, "{\"status\": " + status + "}"));
    }

    PageturnerException.Status failure =
        (PageturnerException.Status) failure(() -> client().get("/x", RawJson.class));

    assertThat(failure.status()).isEqualTo(408);
    assertThat(failure.body()).isEqualTo("{\"status\": 408}");
    assertThat(failure.request().orElseThrow().attempts()).isEqualTo(5);
    assertThat(SecretsTest.everythingOf(failure))
        .contains("status 500", "status 502", "status 503", "status 504");
  }

  @Test
  void outageIsNotAmplified() {
    always(status(503));
    TestedApi api = client();

    for (int i = 0; i < 500; i++) {
      failure(() -> api.get("/x", RawJson.class));
    }

    assertThat(server.getRequestCount()).isBetween(501, 560);
  }

  @Test
  void outageInTheBodiesIsNotAmplified() throws Exception {
    RawServer raw =
        closing(new RawServer(RawServer.saysAndCloses(RawServer.head("application/json", 100))));
    TestedApi api = client(raw.url());

    for (int i = 0; i < 100; i++) {
      failure(() -> api.get("/x", RawJson.class));
    }

    assertThat(raw.requests()).isBetween(101, 120);
  }

  /** Refuses each first request, and answers each second one with lines of JSON. */
  private static RawServer.Script everySecond(RawServer.Script answer) {
    AtomicInteger count = new AtomicInteger();
    RawServer.Script refusal = RawServer.says("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
    return (socket, out) ->
        (count.getAndIncrement() % 2 == 0 ? refusal : answer).answer(socket, out);
  }

  @Test
  void outageInTheMiddleOfStreamsIsNotAmplified() throws Exception {
    String head = RawServer.head("application/x-ndjson", 100);
    RawServer raw = closing(new RawServer(everySecond(RawServer.saysAndCloses(head + "{}\n"))));
    TestedApi api = client(raw.url());

    for (int i = 0; i < 50; i++) {
      failure(() -> api.request("/lines").jsonLines(RawJson.class).toList());
    }

    assertThat(raw.requests()).isBetween(51, 65);
  }

  @Test
  void retriesOfStreamsThatAreReadWholeAreGivenBack() throws Exception {
    String head = RawServer.head("application/x-ndjson", 3);
    RawServer raw = closing(new RawServer(everySecond(RawServer.says(head + "{}\n"))));
    TestedApi api = client(raw.url());

    for (int i = 0; i < 50; i++) {
      assertThat(api.request("/lines").jsonLines(RawJson.class)).hasSize(1);
    }

    assertThat(raw.requests()).isEqualTo(100);
  }

  @Test
  void retriesAreNotNested() {
    always(status(503, "Retry-After", "0"));
    OkHttpClient eager =
        new OkHttpClient.Builder().retryOnConnectionFailure(true).build();
    TestedApi api = tested(builder()
        .okHttpClient(eager)
        .retryPolicy(RetryPolicy.standard().newBuilder().maxRetries(2).build())
        .build());

    failure(() -> api.get("/x", RawJson.class));

    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {408, 503, 429})
  void retryAfterOfZeroForEverIsBoundedWithAFloor(int status) {
    always(status(status, "Retry-After", "0"));

    PageturnerException failure = failure(() -> client().get("/x", RawJson.class));

    assertThat(failure.request().orElseThrow().attempts()).isEqualTo(5);
    assertThat(server.getRequestCount()).isEqualTo(5);
    assertThat(waits.stream().mapToLong(Duration::toNanos).sum()).isPositive();
  }

  @ParameterizedTest(name = "status {0}, Retry-After: {1}")
  @CsvSource({
    "503, 99999999999",
    "408, 99999999999",
    "429, 99999999999999999999999999",
    "503, 86400",
    "429, 86400"
  })
  void retryAfterOfADayOrMoreFailsAtOnceAndSaysSo(int status, String retryAfter) {
    always(status(status, "Retry-After", retryAfter));

    PageturnerException.Status failure =
        (PageturnerException.Status) failure(() -> client().get("/x", RawJson.class));

    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.retryAfter().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofDays(1));
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(waits).isEmpty();
  }

  @ParameterizedTest(name = "Retry-After: {0}")
  @ValueSource(
      strings = {"-5", "NaN", "0.3", "0x5", "", "soon", "Tue, 99 Foo", "1e9999", "−1", "0,0"})
  void oddRetryAfterIsNeverAnException(String retryAfter) throws Exception {
    RawServer raw = closing(new RawServer(
        RawServer.says(
            "HTTP/1.1 503 Busy\r\nRetry-After: " + retryAfter + "\r\nContent-Length: 0\r\n\r\n"),
        RawServer.json("{}")));

    client(raw.url()).get("/x", RawJson.class);

    assertThat(raw.requests()).isEqualTo(2);
  }

  @ParameterizedTest(name = "status {0}, Retry-After: {1}, Date: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | 1 |",
        "503 | 1 |",
        // The server's clock is years behind: only its own Date tells what it means.
        "429 | Sun, 06 Nov 1994 08:49:38 GMT | Sun, 06 Nov 1994 08:49:37 GMT"
      })
  void retryAfterIsWaitedForAndNotMuchLonger(int status, String retryAfter, String date) {
    MockResponse.Builder busy = status(status, "Retry-After", retryAfter).newBuilder();
    server.enqueue(date == null ? busy.build() : busy.setHeader("Date", date).build());
    server.enqueue(json("{}"));

    client().get("/x", RawJson.class);

    assertThat(waits).hasSize(1);
    assertThat(waits.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_100));
  }

  @Test
  void status403IsARateLimitWhenItsHeadersSaySo() {
    server.enqueue(status(403, "X-RateLimit-Remaining", "0", "Retry-After", "86400"));
    server.enqueue(status(403));
    TestedApi api = client();

    assertThat(failure(() -> api.get("/x", RawJson.class)).kind()).isEqualTo(Kind.RATE_LIMITED);
    TestedApi other = client();
    assertThat(failure(() -> other.get("/x", RawJson.class)).kind()).isEqualTo(Kind.HTTP_STATUS);
  }

  @Test
  void refusedTokenIsRenewedOnceAndTheRequestIsSentAgain() throws Exception {
    AtomicInteger tokens = new AtomicInteger();
    Credentials credentials = new Credentials() {
      @Override
      public void authorize(Authorization request) {
        request.header("Authorization", "Bearer t" + tokens.get());
      }

      @Override
      public boolean renew(Authorization refused) {
        tokens.incrementAndGet();
        return true;
      }
    };
    TestedApi api = tested(builder().credentials(credentials).build());
    server.enqueue(status(401));
    server.enqueue(json("{}"));
    api.request("/orders").body(ORDER).post(RawJson.class);
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer t0");
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer t1");

    always(status(401));
    failure(() -> api.get("/x", RawJson.class));
    assertThat(server.getRequestCount()).isEqualTo(4);
    assertThat(tokens).hasValue(2);
  }

  /** A token endpoint and an API of one server; the API accepts only the newest token. */
  private static final class Guarded extends Dispatcher {
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String accepted = "token1";

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      if (request.getTarget().equals("/token")) {
        String token = "token" + tokens.incrementAndGet();
        return answer(200, "{\"access_token\": \"" + token + "\", \"expires_in\": 3600}");
      }
      boolean good = ("Bearer " + accepted).equals(request.getHeaders().get("Authorization"));
      return good ? json("{'id': 1}") : status(401);
    }
  }

  @Test
  void tokenIsFetchedOverTheClientThatIsNamed() {
    server.setDispatcher(new Guarded());
    AtomicInteger seen = new AtomicInteger();
    OkHttpClient own = new OkHttpClient.Builder()
        .addInterceptor(chain -> {
          seen.incrementAndGet();
          return chain.proceed(chain.request());
        })
        .build();
    Credentials oauth = Credentials.oauth2ClientCredentials(
        own, server.url("/token").toString(), "client", "secret");
    TestedApi api = tested(builder().credentials(oauth).build());

    assertThat(api.get("/x", RawJson.class)).isNotNull();
    assertThat(seen).hasValue(1);
  }

  @Test
  void sixteenThreadsCauseOneTokenAndOneRefresh() throws Exception {
    Guarded guarded = new Guarded();
    server.setDispatcher(guarded);
    Credentials oauth = Credentials.oauth2ClientCredentials(
        server.url("/token").toString(), "client", "secret", "read");
    TestedApi api = tested(builder().credentials(oauth).build());

    inSixteenThreads(api);
    assertThat(guarded.tokens).hasValue(1);

    guarded.accepted = "token2";
    inSixteenThreads(api);
    assertThat(guarded.tokens).hasValue(2);
  }

  private static void inSixteenThreads(TestedApi api) throws Exception {
    CyclicBarrier together = new CyclicBarrier(16);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<RawJson>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(threads.submit(() -> {
          together.await();
          return api.get("/x", RawJson.class);
        }));
      }
      for (Future<RawJson> answer : answers) {
        assertThat(answer.get()).isNotNull();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void tokenThatIsRenewedInTheMiddleOfAListingLosesNoItem() {
    Guarded guarded = new Guarded();
    AtomicInteger pages = new AtomicInteger();
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        MockResponse answer = guarded.dispatch(request);
        if (request.getTarget().equals("/token") || answer.getCode() == 401) {
          return answer;
        }
        int page = pages.incrementAndGet();
        guarded.accepted = "token" + (page / 2 + 1);
        return json("{'items': ['n" + page + "'], 'next': "
            + (page < 6 ? "'c" + page + "'" : "null") + "}");
      }
    });
    Credentials oauth =
        Credentials.oauth2ClientCredentials(server.url("/token").toString(), "client", "secret");
    TestedApi api = tested(builder().credentials(oauth).build());

    assertThat(names(api, CURSOR)).containsExactly("n1", "n2", "n3", "n4", "n5", "n6");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | {}",
        "400 | {\"error\": \"pr1vate\"}",
        "200 | {\"token\": \"pr1vate\"}",
        "200 | {\"access_token\": \"\"}",
        "200 | {\"access_token\": \"pr1vate\\n\"}",
        "200 | {\"access_token\": pr1vate}",
        "200 | pr1vate",
        "302 | {}"
      })
  void tokenEndpointWithoutATokenIsAnErrorThatNamesIt(int status, String body) {
    server.enqueue(answer(status, body)
        .newBuilder()
        .addHeader("Location", "/elsewhere")
        .addHeader("Retry-After", "99999999999")
        .build());
    Credentials oauth =
        Credentials.oauth2ClientCredentials(server.url("/token").toString(), "client", "s3cret");
    TestedApi api = tested(builder().credentials(oauth).build());

    PageturnerException failure = failure(() -> api.get("/x", RawJson.class));

    assertThat(failure).hasMessageContaining("token endpoint");
    assertThat(SecretsTest.everythingOf(failure)).doesNotContain("pr1vate", "s3cret");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest(name = "expires_in: {0}")
  @ValueSource(strings = {"1e300", "-1", "0", "null", "\"3600\"", "3599.9"})
  void oddLifeOfATokenIsNoError(String life) {
    server.enqueue(answer(200, "{\"access_token\": \"t\", \"expires_in\": " + life + "}"));
    server.enqueue(json("{}"));
    Credentials oauth =
        Credentials.oauth2ClientCredentials(server.url("/token").toString(), "client", "secret");
    TestedApi api = tested(builder().credentials(oauth).build());

    assertThat(api.get("/x", RawJson.class)).isNotNull();
  }

  @Test
  void tokenEndpointThatCannotBeReachedIsRetriedAndNamed() throws Exception {
    MockWebServer gone = new MockWebServer();
    gone.start();
    String url = gone.url("/token").toString();
    gone.close();
    TestedApi api = tested(builder()
        .credentials(Credentials.oauth2ClientCredentials(url, "client", "s3cret"))
        .build());

    PageturnerException failure = failure(() -> api.get("/x", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(SecretsTest.everythingOf(failure))
        .contains("token endpoint")
        .doesNotContain("s3cret");
    assertThat(waits).hasSize(4);
  }

  @Test
  void waitForAPermitThatIsHopelessFailsAtOnce() {
    always(json("{}"));
    TestedApi api = tested(builder()
        .rateLimit(RateLimit.of(1, Duration.ofHours(2)).maxWait(Duration.ofSeconds(5)))
        .build());
    api.get("/x", RawJson.class);

    PageturnerException failure = failure(() -> api.get("/x", RawJson.class));

    assertThat(failure).isInstanceOf(PageturnerException.RateLimited.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void eachRedirectAndRetryTakesAPermit() {
    server.enqueue(status(302, "Location", "/y"));
    server.enqueue(status(503));
    server.enqueue(json("{}"));
    TestedApi api = tested(builder()
        .rateLimit(RateLimit.of(2, Duration.ofHours(2)).maxWait(Duration.ofSeconds(5)))
        .build());

    PageturnerException failure = failure(() -> api.get("/x", RawJson.class));

    assertThat(failure).isInstanceOf(PageturnerException.RateLimited.class);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }
}
