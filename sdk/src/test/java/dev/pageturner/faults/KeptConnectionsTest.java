package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.retry.RetryPolicy;
import dev.pageturner.testing.TestedApi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server closes connections that the client keeps, and nobody notices. */
@Timeout(60)
class KeptConnectionsTest extends ServerCase {
  private static final String BODY = "{\"items\":[1],\"next\":\"c\"}";

  private final Semaphore closed = new Semaphore(0);
  private final List<TraversalEvent> events = new CopyOnWriteArrayList<>();

  /** Answers as it should, and closes the connection without a word. */
  private RawServer.Script answersAndCloses(String head, boolean reset) {
    return (socket, out) -> {
      out.write((head + BODY).getBytes());
      out.flush();
      if (reset) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
      closed.release();
    };
  }

  private RawServer server(RawServer.Script... scripts) throws IOException {
    return closing(new RawServer(scripts));
  }

  /** A client that retries nothing, and may send as many requests as said. */
  private TestedApi frugal(RawServer server, int requests) {
    return tested(builder(server.url())
        .retryPolicy(RetryPolicy.none())
        .rateLimit(RateLimit.of(requests, Duration.ofHours(1)).maxWait(Duration.ofSeconds(10)))
        .listener(events::add)
        .build());
  }

  @ParameterizedTest(name = "{0}, reset {1}")
  @CsvSource({"GET,false", "GET,true", "POST,false", "POST,true", "PATCH,false"})
  void connectionThatWasClosedWhileIdleIsInvisible(String method, boolean reset) throws Exception {
    RawServer server =
        server(answersAndCloses(RawServer.head("application/json", BODY.length()), reset));
    TestedApi api = frugal(server, 5);
    for (int i = 0; i < 5; i++) {
      var request = api.request("/names");
      (method.equals("GET") ? request : request.body(Map.of("a", 1))).send(method, RawJson.class);
      closed.acquire();
    }

    assertThat(server.requests()).isEqualTo(5);
    assertThat(waits).isEmpty();
    assertThat(events).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"GET", "POST"})
  void serversOfHttp10CostNoFailedRequest(String method) throws Exception {
    String head = "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n";
    RawServer server = server(answersAndCloses(head, false));
    TestedApi api = frugal(server, 5);
    for (int i = 0; i < 5; i++) {
      var request = api.request("/names");
      (method.equals("GET") ? request : request.body(Map.of("a", 1))).send(method, RawJson.class);
    }

    assertThat(server.requests()).isEqualTo(5);
    assertThat(events).isEmpty();
  }

  @Test
  void listByPostGoesOnAfterTheServerClosedItsConnection() throws Exception {
    RawServer server = server(
        answersAndCloses(RawServer.head("application/json", BODY.length()), false),
        RawServer.json("{'items':[2]}"));
    List<Integer> items = new ArrayList<>();
    var pages = frugal(server, 2)
        .request("/names")
        .method("POST")
        .body(Map.of("a", 1))
        .pagination(CURSOR)
        .list(Integer.class);
    for (int item : pages) {
      items.add(item);
      if (item == 1) {
        closed.acquire();
      }
    }

    assertThat(items).containsExactly(1, 2);
    assertThat(server.requests()).isEqualTo(2);
    assertThat(events).noneMatch(TraversalEvent.Retrying.class::isInstance);
  }

  @Test
  void keptConnectionIsNotUsedBeyondTheTimeThatTheServerSays() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=0\r\nContent-Type: application/json\r\n"
        + "Content-Length: " + BODY.length() + "\r\n\r\n";
    List<Integer> ports = new CopyOnWriteArrayList<>();
    RawServer server = server((socket, out) -> {
      ports.add(socket.getPort());
      out.write((head + BODY).getBytes());
    });
    TestedApi api = frugal(server, 2);
    api.get("/names", RawJson.class);
    api.get("/names", RawJson.class);

    assertThat(ports).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void postThatTheServerMayHaveReadIsNotSentAgain() throws Exception {
    RawServer server = server(RawServer.json("{'id': 1}"), RawServer.saysAndCloses(""));
    TestedApi api = frugal(server, 5);
    api.get("/names", RawJson.class);

    PageturnerException failure = failure(() -> api.post("/orders", Map.of("a", 1), RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void getOnAConnectionThatIsClosedMeanwhileIsSentAgainWithAPermitOfItsOwn() throws Exception {
    RawServer server = server(
        RawServer.json("{'id': 1}"), RawServer.saysAndCloses(""), RawServer.json("{'id': 2}"));
    TestedApi api = frugal(server, 3);
    api.get("/names", RawJson.class);

    assertThat(api.get("/names", RawJson.class).text()).contains("2");
    assertThat(server.requests()).isEqualTo(3);
    assertThat(waits).isEmpty();
    assertThat(events).noneMatch(TraversalEvent.Retrying.class::isInstance);
    assertThat(failure(() -> api.get("/names", RawJson.class)).kind()).isEqualTo(Kind.RATE_LIMITED);
  }

  @Test
  void serverThatClosesEachConnectionIsAskedOnceMoreAndNotForEver() throws Exception {
    RawServer server = server(RawServer.json("{'id': 1}"), RawServer.saysAndCloses(""));
    TestedApi api = frugal(server, 9);
    api.get("/names", RawJson.class);

    assertThat(failure(() -> api.get("/names", RawJson.class)).kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(server.requests()).isEqualTo(3);
  }
}
