package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.retry.RetryPolicy;
import dev.pageturner.testing.TestedApi;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TransportFaultsTest extends ServerCase {
  private static final String PAGE_1 = "{'items': ['ada', 'bob'], 'next': 'c2'}";
  private static final String PAGE_2 = "{'items': ['cid', 'dan']}";
  private static final String WHOLE = PAGE_2.replace('\'', '"');
  private static final OkHttpClient HASTY =
      new OkHttpClient.Builder().readTimeout(Duration.ofMillis(200)).build();

  /** RFC 9113, section 7. */
  private static final int REFUSED_STREAM = 7;

  private RawServer raw(RawServer.Script... scripts) throws Exception {
    return closing(new RawServer(scripts));
  }

  private List<String> namesOf(RawServer raw) {
    return names(client(raw.url()), CURSOR).toList();
  }

  private PageturnerException failureOf(RawServer raw) {
    return failure(() -> client(raw.url()).get("/names", RawJson.class));
  }

  private static String head(String... headers) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        + String.join("\r\n", headers)
        + (headers.length == 0 ? "" : "\r\n")
        + "\r\n";
  }

  @Test
  void connectionClosedBeforeTheAnswerIsRetried() throws Exception {
    RawServer raw =
        raw(RawServer.json(PAGE_1), RawServer.saysAndCloses(""), RawServer.json(PAGE_2));

    assertThat(namesOf(raw)).containsExactly("ada", "bob", "cid", "dan");
    assertThat(raw.requests()).isEqualTo(3);
  }

  @Test
  void connectionResetBeforeTheAnswerIsRetried() throws Exception {
    RawServer raw =
        raw(RawServer.saysAndResets(""), RawServer.json(PAGE_1), RawServer.json(PAGE_2));

    assertThat(namesOf(raw)).containsExactly("ada", "bob", "cid", "dan");
    assertThat(raw.requests()).isEqualTo(3);
  }

  @Test
  void bodyShorterThanItsLengthIsFetchedAgain() throws Exception {
    String cut = head("Content-Length: 1000") + WHOLE;
    RawServer raw =
        raw(RawServer.json(PAGE_1), RawServer.saysAndCloses(cut), RawServer.json(PAGE_2));

    assertThat(namesOf(raw)).containsExactly("ada", "bob", "cid", "dan");
  }

  @Test
  void bodyThatIsAlwaysCutIsAnErrorWithTheItemsBeforeIt() throws Exception {
    String cut = head("Content-Length: 1000") + WHOLE;
    RawServer raw = raw(RawServer.json(PAGE_1), RawServer.saysAndCloses(cut));
    PagedIterator<String> names = names(client(raw.url()), CURSOR).iterator();

    assertThat(names.next()).isEqualTo("ada");
    assertThat(names.next()).isEqualTo("bob");
    PageturnerException failure = failure(names::hasNext);

    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(failure).hasMessageContaining("the body was cut");
    assertThat(failure.pageNumber()).hasValue(2);
    assertThat(failure.request().orElseThrow().attempts()).isEqualTo(5);
    assertThat(raw.requests()).isEqualTo(6);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"1e\r\n{\"items\": [\"cid\"", "zz\r\n", "5\r\n{\"ite", "-5\r\n", "4\r\nnullX"})
  void badChunksAreFetchedAgainAndAreAnErrorInTheEnd(String chunks) throws Exception {
    String broken = head("Transfer-Encoding: chunked") + chunks;
    RawServer once =
        raw(RawServer.json(PAGE_1), RawServer.saysAndCloses(broken), RawServer.json(PAGE_2));
    assertThat(namesOf(once)).containsExactly("ada", "bob", "cid", "dan");

    RawServer always = raw(RawServer.saysAndCloses(broken));
    PageturnerException failure = failureOf(always);
    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(failure.getMessage()).contains("the body").doesNotContain("null");
  }

  @Test
  void bodyThatEndsWithTheConnectionIsNeverACompleteListWhenCut() throws Exception {
    String cut = head("Connection: close") + WHOLE.substring(0, WHOLE.length() - 2);
    RawServer once =
        raw(RawServer.json(PAGE_1), RawServer.saysAndCloses(cut), RawServer.json(PAGE_2));
    assertThat(namesOf(once)).containsExactly("ada", "bob", "cid", "dan");

    RawServer always = raw(RawServer.saysAndCloses(cut));
    PageturnerException failure = failure(() -> namesOf(always));
    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
  }

  @Test
  void bodyThatEndsWithTheConnectionIsReadWhenWhole() throws Exception {
    RawServer raw = raw(RawServer.saysAndCloses(head("Connection: close") + WHOLE));

    assertThat(namesOf(raw)).containsExactly("cid", "dan");
  }

  @Test
  void resetInTheMiddleOfABodyRepeatsThePageWithoutDuplicates() throws Exception {
    String beginning = head("Content-Length: " + WHOLE.length()) + WHOLE.substring(0, 18);
    RawServer raw =
        raw(RawServer.json(PAGE_1), RawServer.saysAndResets(beginning), RawServer.json(PAGE_2));

    assertThat(namesOf(raw)).containsExactly("ada", "bob", "cid", "dan");
    assertThat(raw.requests()).isEqualTo(3);
  }

  @Test
  @Tag("sync") // A subscription that failed is not asked again.
  void streamedPageThatBreaksGoesOnWhereItWas() throws Exception {
    StringBuilder page = new StringBuilder("{'items': ['n0'".replace('\'', '"'));
    for (int i = 1; i < 20_000; i++) {
      page.append(",\"n").append(i).append('"');
    }
    page.append("]}");
    String half = head("Content-Length: " + page.length()) + page.substring(0, page.length() / 2);
    RawServer raw = raw(
        RawServer.saysAndCloses(half),
        RawServer.says(head("Content-Length: " + page.length()) + page));
    TestedApi api = tested(builder(raw.url()).maxBufferedPage(1024).build());
    PagedIterator<String> names = names(api, CURSOR).iterator();

    PageturnerException failure = failure(() -> {
      for (int i = 0; names.hasNext(); i++) {
        assertThat(names.next()).isEqualTo("n" + i);
      }
    });
    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    long read = failure.checkpoint().orElseThrow().consumed();
    for (long i = read; i < 20_000; i++) {
      assertThat(names.next()).isEqualTo("n" + i);
    }
    assertThat(read).isPositive();
    assertThat(names.hasNext()).isFalse();
    assertThat(raw.requests()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/9.9 whatever\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "220 mail.example.com ESMTP ready\r\n\r\n"
      })
  void whatIsNotHttpIsAProtocolError(String answer) throws Exception {
    RawServer raw = raw(RawServer.saysAndCloses(answer));

    PageturnerException failure = failureOf(raw);

    assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
    assertThat(failure.getMessage()).hasSizeLessThan(300);
    assertThat(failure.getCause().getMessage()).doesNotContain("mail").doesNotContain("SSH");
    assertThat(raw.requests()).isEqualTo(1);
  }

  @ParameterizedTest(name = "headers of {0} bytes")
  @ValueSource(ints = {100, 1 << 20})
  void headersOfAMebibyteAreAProtocolError(int each) throws Exception {
    String header = "X-Filler: " + "a".repeat(each) + "\r\n";
    String headers = header.repeat((1 << 20) / each);
    RawServer raw = raw(RawServer.saysAndCloses("HTTP/1.1 200 OK\r\n" + headers + "\r\n{}"));

    PageturnerException failure = failureOf(raw);

    assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
    assertThat(failure.getMessage()).hasSizeLessThan(300);
  }

  private TestedApi hasty(RawServer raw) {
    return tested(builder(raw.url()).okHttpClient(HASTY).build());
  }

  private static final RawServer.Script HANGS =
      (socket, out) -> new CountDownLatch(1).await(30, TimeUnit.SECONDS);

  @Test
  void serverThatHangsBeforeTheAnswerTimesOutAndIsAskedAgain() throws Exception {
    RawServer raw = raw(HANGS, RawServer.json(PAGE_2));

    assertThat(names(hasty(raw), CURSOR)).containsExactly("cid", "dan");
    assertThat(raw.requests()).isEqualTo(2);
  }

  @Test
  void serverThatHangsForEverIsATimeout() throws Exception {
    RawServer raw = raw(HANGS);

    PageturnerException failure = failure(() -> hasty(raw).get("/names", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(raw.requests()).isEqualTo(5);
  }

  @Test
  void slowDripIsEndedByTheTimeForTheCall() throws Exception {
    RawServer raw = raw((socket, out) -> {
      out.write(head("Content-Length: 100000").getBytes());
      while (!socket.isClosed()) {
        out.write('[');
        out.flush();
        new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
      }
    });
    TestedApi api = client(raw.url());

    PageturnerException failure =
        failure(() -> api.request("/names").timeout(Duration.ofMillis(300)).get(RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failure).hasMessageContaining("took too long");
    assertThat(raw.requests()).isEqualTo(1);
  }

  @Test
  void limitForTheCallOfTheOwnOkHttpClientIsATimeoutAndNoCancellation() throws Exception {
    RawServer raw = raw(HANGS);
    OkHttpClient own =
        new OkHttpClient.Builder().callTimeout(Duration.ofMillis(200)).build();
    TestedApi api = tested(builder(raw.url()).okHttpClient(own).build());

    assertThat(failure(() -> api.get("/names", RawJson.class)).kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void consumerMayTakeItsTimeBetweenItems() throws Exception {
    OkHttpClient own =
        HASTY.newBuilder().connectionPool(new okhttp3.ConnectionPool()).build();
    CountDownLatch hungUp = new CountDownLatch(1);
    RawServer raw = raw((socket, out) -> {
      RawServer.json(PAGE_2).answer(socket, out);
      out.flush();
      hungUp.countDown();
      socket.close();
    });
    TestedApi api = tested(builder(raw.url()).okHttpClient(own).build());
    PagedIterator<String> names = names(api, CURSOR).iterator();

    assertThat(names.next()).isEqualTo("cid");
    hungUp.await();
    assertThat(own.connectionPool().connectionCount() - own.connectionPool().idleConnectionCount())
        .isZero();
    assertThat(names.next()).isEqualTo("dan");
    assertThat(names.hasNext()).isFalse();
  }

  @Test
  void stalePooledConnectionIsInvisibleToAGet() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    RawServer raw = raw(
        (socket, out) -> {
          RawServer.json(PAGE_1).answer(socket, out);
          out.flush();
          socket.close();
          closed.countDown();
        },
        RawServer.json(PAGE_2));
    TestedApi api = client(raw.url());
    PagedIterator<String> names = names(api, CURSOR).iterator();
    names.next();
    closed.await();

    assertThat(names.next()).isEqualTo("bob");
    assertThat(names.next()).isEqualTo("cid");
  }

  @Test
  void stalePooledConnectionDoesNotSendAPostTwice() throws Exception {
    RawServer raw = raw(RawServer.json("{'id': 1}"), RawServer.saysAndResets(""));
    TestedApi api = client(raw.url());
    api.get("/names", RawJson.class);

    PageturnerException failure = failure(() -> api.post("/orders", Map.of("a", 1), RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(raw.heads().stream().filter(head -> head.startsWith("POST"))).hasSize(1);
  }

  @Test
  void unknownHostIsRetriedAndNamed() {
    AtomicInteger asked = new AtomicInteger();
    OkHttpClient own = new OkHttpClient.Builder()
        .dns(host -> {
          asked.incrementAndGet();
          throw new UnknownHostException(host);
        })
        .build();
    TestedApi api =
        tested(builder("http://api.nowhere.invalid/").okHttpClient(own).build());

    PageturnerException failure = failure(() -> api.get("/names", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(failure).hasMessageContaining("api.nowhere.invalid");
    assertThat(asked).hasValue(5);
  }

  @Test
  void unknownHostIsRetriedForAPostToo() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    OkHttpClient own = new OkHttpClient.Builder()
        .dns(host -> {
          if (asked.incrementAndGet() == 1) {
            throw new UnknownHostException(host);
          }
          return List.of(InetAddress.getLoopbackAddress());
        })
        .build();
    server.enqueue(json("{}"));
    TestedApi api = tested(builder("http://api.nowhere.invalid:" + server.getPort())
        .okHttpClient(own)
        .build());

    api.post("/orders", Map.of("a", 1), RawJson.class);

    assertThat(targets(server)).containsExactly("POST /orders");
  }

  @Test
  void otherAddressesOfAHostAreTried() throws Exception {
    // Nobody listens at 127.0.0.9: OkHttp goes on to the next address within one attempt.
    OkHttpClient own = new OkHttpClient.Builder()
        .dns(host ->
            Arrays.asList(InetAddress.getByName("127.0.0.9"), InetAddress.getByName("127.0.0.1")))
        .build();
    RawServer raw = raw(RawServer.json(PAGE_2));
    TestedApi api = tested(builder("http://api.nowhere.invalid:" + raw.port())
        .okHttpClient(own)
        .retryPolicy(RetryPolicy.none())
        .build());

    assertThat(names(api, CURSOR)).containsExactly("cid", "dan");
  }

  @Test
  void refusedConnectionIsRetriedAndNamed() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }

    PageturnerException failure =
        failure(() -> client("http://127.0.0.1:" + port).get("/names", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(failure).hasMessageContaining("no connection").hasMessageContaining("127.0.0.1");
    assertThat(failure.request().orElseThrow().attempts()).isEqualTo(5);
    assertThat(failure.getSuppressed()).isNotEmpty();
  }

  private TestedApi through(RawServer proxy, String baseUrl) {
    OkHttpClient own = new OkHttpClient.Builder()
        .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())))
        .build();
    return tested(builder(baseUrl).okHttpClient(own).build());
  }

  @Test
  void proxyThatWantsCredentialsIsNamedAndAskedOnce() throws Exception {
    RawServer proxy = raw(
        RawServer.says(
            "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<p>x"));

    PageturnerException http =
        failure(() -> through(proxy, "http://api.test/").get("/names", RawJson.class));
    assertThat(http).hasMessageContaining("status 407");
    PageturnerException https =
        failure(() -> through(proxy, "https://api.test/").get("/names", RawJson.class));
    assertThat(https).hasMessageContaining("proxy");
    assertThat(https.kind()).isEqualTo(Kind.PROTOCOL);
    assertThat(proxy.requests()).isEqualTo(2);
  }

  @Test
  void proxyThatAnswersWithHtmlIsNamedByItsContentType() throws Exception {
    String html = "<html><title>Sign in</title>";
    RawServer proxy =
        raw(RawServer.says(RawServer.head("text/html; charset=utf-8", html.length()) + html));
    TestedApi api = through(proxy, "http://api.test/");

    for (PageturnerException failure : List.of(
        failure(() -> api.get("/names", RawJson.class)),
        failure(() -> names(api, CURSOR).toList()),
        failure(() -> api.list("/names").toList()))) {
      assertThat(failure.kind()).isEqualTo(Kind.PARSE);
      assertThat(failure).hasMessageContaining("text/html").hasMessageContaining("Sign in");
    }
  }

  @Test
  void fiftyPagesOverABadLineAreCompleteAndInOrder() throws Exception {
    // Every fifth answer is lost in a way of its own.
    RawServer.Script[] scripts = new RawServer.Script[63];
    int page = 0;
    for (int i = 0; i < scripts.length; i++) {
      String whole =
          "{'items': ['n" + page + "'], 'next': " + (page < 49 ? "'c" + page + "'" : "null") + "}";
      boolean lost = i % 5 == 4;
      page += lost ? 0 : 1;
      scripts[i] = lost
          ? List.of(
                  RawServer.saysAndResets(""),
                  RawServer.saysAndCloses(head("Content-Length: 99") + "{"),
                  RawServer.saysAndCloses("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"))
              .get(i % 3)
          : RawServer.json(whole);
    }
    RawServer raw = raw(scripts);

    List<String> names = namesOf(raw);

    assertThat(names).hasSize(50).doesNotHaveDuplicates();
    assertThat(names.get(49)).isEqualTo("n49");
    assertThat(raw.requests()).isEqualTo(62);
  }

  @Test
  void http2StreamThatIsRefusedIsSentAgain() throws Exception {
    // At the start of the request it would meet the repetition, too, which may come before the
    // server has taken this answer off its queue.
    server.enqueue(new MockResponse.Builder()
        .onResponseStart(new SocketEffect.CloseStream(REFUSED_STREAM))
        .build());
    server.enqueue(json(PAGE_2));
    server.setProtocols(List.of(okhttp3.Protocol.H2_PRIOR_KNOWLEDGE));
    OkHttpClient own = new OkHttpClient.Builder()
        .protocols(List.of(okhttp3.Protocol.H2_PRIOR_KNOWLEDGE))
        .build();
    TestedApi api = tested(builder().okHttpClient(own).build());

    assertThat(api.request("/orders").body(Map.of("a", 1)).post(RawJson.class)).isNotNull();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }
}
