package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import dev.pageturner.testing.TestedApi;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that breaks is joined again: nothing is missing, nothing comes twice. */
@Timeout(60)
class JoinedStreamsTest extends ServerCase {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 100000\r\n\r\n";
  private static final List<String> EVENTS = List.of(
      "event: begin\ndata: {\"n\":1}\n\n",
      "id: 2\ndata: {\"n\":2,\ndata: \"t\":\"b\"}\n\n",
      ": ping\n\ndata: {\"n\":3,\"t\":\"\u00e9\"}\r\n\r\n",
      "id: 4\ndata: {\"n\":\"4\"}\n\n");
  private static final String END = "data: [DONE]\n\n";
  private static final List<Integer> ALL = List.of(1, 2, 3, 4);

  private static final EventOptions NUMBERED = EventOptions.standard()
      .newBuilder()
      .endMarkers(Set.of("[DONE]"))
      .resumeFrom("$.n", "after")
      .build();

  /** What servers do that are asked for the events after a number. */
  private enum Server {
    BEGINS_BEHIND,
    BEGINS_WITH_THE_LAST,
    BEGINS_AT_THE_START;

    int first(int after) {
      return switch (this) {
        case BEGINS_BEHIND -> after;
        case BEGINS_WITH_THE_LAST -> Math.max(0, after - 1);
        case BEGINS_AT_THE_START -> 0;
      };
    }
  }

  private static int number(ServerEvent event) {
    Matcher number = Pattern.compile("\"n\":\"?(\\d+)").matcher(event.data());
    assertThat(number.find()).isTrue();
    return Integer.parseInt(number.group(1));
  }

  private static byte[] stream(int first) {
    return (String.join("", EVENTS.subList(first, EVENTS.size())) + END)
        .getBytes(StandardCharsets.UTF_8);
  }

  private RawServer raw(RawServer.Script... scripts) throws Exception {
    return closing(new RawServer(scripts));
  }

  /** Cuts the first so many connections, each after so many bytes of its body, by turns. */
  private static final class Cutting implements RawServer.Script {
    private final Pattern position;
    private final Server server;
    private volatile RawServer raw;
    private volatile int cut;
    private volatile int cuts;

    Cutting(String position, Server server) {
      this.position = Pattern.compile(position);
      this.server = server;
    }

    void begin(int cut, int cuts) {
      this.cut = cut;
      this.cuts = cuts;
    }

    @Override
    public void answer(Socket socket, OutputStream out) throws Exception {
      Matcher after = position.matcher(raw.heads().get(raw.heads().size() - 1));
      byte[] stream = stream(server.first(after.find() ? Integer.parseInt(after.group(1)) : 0));
      out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
      boolean isCut = cuts-- > 0;
      out.write(stream, 0, isCut ? Math.min(cut, stream.length) : stream.length);
      out.flush();
      socket.shutdownOutput();
    }
  }

  private void breaksAtEachByte(Cutting script, EventOptions options) throws Exception {
    RawServer raw = raw(script);
    script.raw = raw;
    TestedApi api = client(raw.url());
    int cuts = script.server == Server.BEGINS_AT_THE_START ? 2 : 1;
    for (int cut = 0; cut < stream(0).length; cut++) {
      script.begin(cut, cuts);

      List<ServerEvent> events =
          api.request("/events").events(ServerEvent.class, options).toList();

      assertThat(events)
          .as("cut after byte %s", cut)
          .extracting(JoinedStreamsTest::number)
          .isEqualTo(ALL);
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void aStreamIsJoinedByANumberWhereverItBreaks(Server server) throws Exception {
    breaksAtEachByte(new Cutting("[?&]after=(\\d+)", server), NUMBERED);
  }

  @Test
  void beforeItsFirstEventAStreamIsAskedForAgainAsItWas() throws Exception {
    Cutting script = new Cutting("[?&]after=(\\d+)", Server.BEGINS_BEHIND);
    RawServer raw = raw(script);
    script.raw = raw;
    script.begin(20, 3);

    assertThat(client(raw.url())
            .request("/events")
            .query("model", "m")
            .events(ServerEvent.class, NUMBERED)
            .toList())
        .hasSize(4);

    assertThat(raw.heads())
        .hasSize(4)
        .allMatch(head -> head.startsWith("GET /events?model=m HTTP"))
        .noneMatch(head -> head.contains("Last-Event-ID"));
  }

  @Test
  void theNumberGoesBackInTheQueryAndTheIdDoesNot() throws Exception {
    RawServer raw = raw(
        RawServer.saysAndCloses(HEAD + EVENTS.get(0) + EVENTS.get(1)),
        RawServer.saysAndCloses(HEAD + EVENTS.get(2) + EVENTS.get(3) + END));

    assertThat(client(raw.url())
            .request("/events")
            .query("after", 0)
            .events(String.class, NUMBERED)
            .toList())
        .hasSize(4);

    assertThat(raw.heads().get(0)).startsWith("GET /events?after=0 ");
    assertThat(raw.heads().get(1)).startsWith("GET /events?after=2 ");
    assertThat(raw.heads().get(1)).doesNotContain("Last-Event-ID");
  }

  @Test
  void aPostIsJoinedOnlyIfItIsDeclaredRepeatable() throws Exception {
    RawServer raw = raw(
        RawServer.saysAndCloses(HEAD + EVENTS.get(0)),
        RawServer.saysAndCloses(HEAD + EVENTS.get(1) + EVENTS.get(2) + EVENTS.get(3) + END));
    TestedApi api = client(raw.url());

    assertThat(api.request("/chat")
            .body(Map.of("q", 1))
            .repeatable()
            .events(String.class, NUMBERED)
            .toList())
        .hasSize(4);
    assertThat(raw.heads().get(1)).startsWith("POST /chat?after=1 ");

    RawServer once = raw(RawServer.saysAndCloses(HEAD + EVENTS.get(0)));
    failure(() -> client(once.url())
        .request("/chat")
        .body(Map.of("q", 1))
        .events(String.class, NUMBERED)
        .toList());
    assertThat(once.requests()).isEqualTo(1);
  }

  private static String key(String head) {
    Matcher key = Pattern.compile("Idempotency-Key: (.*)\r\n").matcher(head);
    assertThat(key.find()).isTrue();
    return key.group(1);
  }

  @ParameterizedTest(name = "broken after {0} events")
  @ValueSource(ints = {0, 1})
  void aPostWithAKeyIsAskedForAgainWithTheSameKey(int before) throws Exception {
    RawServer raw = raw(
        RawServer.saysAndCloses(HEAD + (before == 0 ? ": ping\n\n" : EVENTS.get(0))),
        RawServer.saysAndCloses(HEAD + String.join("", EVENTS) + END));

    assertThat(client(raw.url())
            .request("/chat")
            .body(Map.of("q", 1))
            .idempotencyKey("Idempotency-Key")
            .events(ServerEvent.class, NUMBERED)
            .toList())
        .extracting(JoinedStreamsTest::number)
        .isEqualTo(ALL);

    assertThat(raw.heads()).hasSize(2);
    assertThat(key(raw.heads().get(1))).isEqualTo(key(raw.heads().get(0)));
  }

  @Test
  void aPostWithAKeyIsNotAskedForAgainAfterAnEventThatItWouldRepeat() throws Exception {
    RawServer raw = raw(RawServer.saysAndCloses(HEAD + "id: 7\ndata: a\n\n"));

    failure(() -> client(raw.url())
        .request("/chat")
        .body(Map.of("q", 1))
        .idempotencyKey("Idempotency-Key")
        .events(String.class)
        .toList());

    assertThat(raw.requests()).isEqualTo(1);
  }

  private static EventOptions at(String url) {
    return NUMBERED.newBuilder().resumeAt(url).build();
  }

  private static LazyIterable<ServerEvent> answer(TestedApi api, EventOptions options) {
    return api.request("/v1/responses?stream=true")
        .header("X-Org", "mine")
        .body(Map.of("q", 1))
        .events(ServerEvent.class, options);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "responses/{$.r.id}?stream=true, GET /v1/responses/r%2F%201?stream=true&after=2",
    "/v2/{$.r.id}/{$.kind}, GET /v2/r%2F%201/7?after=2",
    "?id={$.r.id}&id2={r.id}, GET /v1/responses?id=r%2F%201&id2=r%2F%201&after=2"
  })
  void whatAPostBeganGoesOnByGetElsewhere(String url, String line) throws Exception {
    String begin = "data: {\"n\":1,\"r\":{\"id\":\"r/ 1\"},\"kind\":7}\n\n";
    String more = "data: {\"n\":2,\"r\":{\"id\":\"another\"}}\n\n";
    RawServer raw = raw(
        RawServer.saysAndCloses(HEAD + begin + more),
        RawServer.saysAndCloses(HEAD + EVENTS.get(1) + EVENTS.get(2)),
        RawServer.saysAndCloses(HEAD + EVENTS.get(3) + END));

    assertThat(answer(client(raw.url()), at(url)).toList())
        .extracting(JoinedStreamsTest::number)
        .isEqualTo(ALL);

    assertThat(raw.heads()).hasSize(3);
    assertThat(raw.heads().get(0)).startsWith("POST /v1/responses?stream=true ");
    assertThat(raw.heads().get(1))
        .startsWith(line + " ")
        .contains("X-Org: mine", "Accept: text/event-stream")
        .doesNotContain("Content-Type", "Content-Length");
    assertThat(raw.heads().get(2)).startsWith(line.replace("after=2", "after=3") + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", " ", ""})
  void anIdThatLeadsElsewhereIsNotFollowed(String id) throws Exception {
    RawServer raw =
        raw(RawServer.saysAndCloses(HEAD + "data: {\"n\":1,\"id\":\"" + id + "\"}\n\n"));

    failure(() -> answer(client(raw.url()), at("/responses/{$.id}")).toList());

    assertThat(raw.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://elsewhere.example/{$.id}", "//elsewhere.example/", "/r/{$.id[*]}"})
  void whereAStreamCannotGoOnIsRefusedBeforeAnythingIsSent(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> answer(client(), at(url)));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void eventsWithoutANumberComeOnceWhereTheServerBeginsAtTheStart() throws Exception {
    String ping = "event: ping\ndata: {}\n\n";
    RawServer raw = raw(
        RawServer.saysAndCloses(HEAD + EVENTS.get(0) + ping + EVENTS.get(1)),
        RawServer.saysAndCloses(HEAD
            + EVENTS.get(0)
            + ping
            + EVENTS.get(1)
            + EVENTS.get(2)
            + ping
            + EVENTS.get(3)
            + END));

    assertThat(client(raw.url())
            .request("/events")
            .events(ServerEvent.class, NUMBERED)
            .toList())
        .extracting(ServerEvent::type)
        .containsExactly("begin", "ping", "message", "message", "ping", "message");
  }

  @Test
  void withoutAnyNumberAStreamGoesOnByItsIds() throws Exception {
    RawServer raw = raw(
        RawServer.saysAndCloses(HEAD + "id: 7\ndata: a\n\n"),
        RawServer.saysAndCloses(HEAD + "data: b\n\n" + END));

    assertThat(
            client(raw.url()).request("/events").events(String.class, NUMBERED).toList())
        .containsExactly("a", "b");
    assertThat(raw.heads().get(1)).startsWith("GET /events HTTP").contains("Last-Event-ID: 7");
  }

  @ParameterizedTest(name = "1, {0}, 9")
  @ValueSource(ints = {2, 4})
  void eventsThatAreMissingAreTold(int step) throws Exception {
    List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    RawServer raw = raw(
        RawServer.saysAndCloses(HEAD + "data: {\"n\":1}\n\n" + "data: {\"n\":" + step + "}\n\n"),
        RawServer.saysAndCloses(HEAD + "data: {\"n\":9}\n\n" + END));
    TestedApi api = tested(builder(raw.url())
        .listener(event -> {
          if (event instanceof TraversalEvent.Warning warning) {
            warnings.add(warning.message());
          }
        })
        .build());

    assertThat(api.request("/events").events(String.class, NUMBERED).toList()).hasSize(3);

    // Numbers that leave some out by themselves prove nothing.
    assertThat(warnings)
        .isEqualTo(
            step == 2
                ? List.of("events are missing: the stream went on with number 9 after number 2")
                : List.of());
  }

  @Test
  void connectionsThatOnlyRepeatAreBounded() throws Exception {
    RawServer raw = raw(RawServer.saysAndCloses(HEAD + EVENTS.get(0)));
    CloseableIterator<String> data =
        client(raw.url()).request("/events").events(String.class, NUMBERED).iterator();
    data.next();

    assertThat(failure(data::hasNext).kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(raw.requests()).isEqualTo(5);
  }

  private static void saysAndWaits(Socket socket, OutputStream out, String text) throws Exception {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    new CountDownLatch(1).await(30, TimeUnit.SECONDS);
  }

  @Test
  void aStreamThatIsSilentIsJoinedAgain() throws Exception {
    RawServer raw = raw(
        (socket, out) -> saysAndWaits(socket, out, HEAD + EVENTS.get(0)),
        RawServer.saysAndCloses(HEAD + EVENTS.get(1) + EVENTS.get(2) + EVENTS.get(3) + END));
    EventOptions options =
        NUMBERED.newBuilder().maxSilence(Duration.ofMillis(200)).build();

    assertThat(
            client(raw.url()).request("/events").events(String.class, options).toList())
        .hasSize(4);
    assertThat(raw.heads().get(1)).startsWith("GET /events?after=1 ");
  }

  @Test
  void aModelMayThinkForLongerThanAReadMayTake() throws Exception {
    RawServer raw = raw((socket, out) -> {
      for (String part : List.of(HEAD, EVENTS.get(0), END)) {
        new CountDownLatch(1).await(150, TimeUnit.MILLISECONDS);
        out.write(part.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    });
    OkHttpClient own =
        new OkHttpClient.Builder().readTimeout(Duration.ofMillis(50)).build();
    TestedApi api = tested(builder(raw.url()).okHttpClient(own).build());

    assertThat(api.request("/chat")
            .body(Map.of("q", 1))
            .events(String.class, NUMBERED)
            .toList())
        .hasSize(1);
  }

  private static List<ServerEvent> ends(TestedApi api, EventOptions.Builder options) {
    List<ServerEvent> ends = Collections.synchronizedList(new ArrayList<>());
    api.request("/events")
        .events(String.class, options.onEnd(ends::add).build())
        .toList();
    return ends;
  }

  @Test
  void theEventThatEndsAStreamIsTold() throws Exception {
    String marker = "id: 9\nevent: end\ndata: [DONE]\n\n";
    String stop = "event: stop\ndata: {\"usage\": 3}\n\n";
    EventOptions.Builder marked = EventOptions.standard().newBuilder();
    EventOptions.Builder typed = EventOptions.standard().newBuilder().endTypes(Set.of("stop"));

    assertThat(ends(client(raw(RawServer.says(HEAD + "data: a\n\n" + marker)).url()), marked))
        .containsExactly(new ServerEvent("end", "[DONE]", "9"));
    assertThat(ends(client(raw(RawServer.says(HEAD + stop + "data: a\n\n")).url()), typed))
        .containsExactly(new ServerEvent("stop", "{\"usage\": 3}", ""));
  }

  @Test
  void aStreamThatJustStopsTellsOfNoEnd() throws Exception {
    RawServer raw = raw(RawServer.saysAndCloses(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: a\n\n"));

    assertThat(ends(client(raw.url()), EventOptions.standard().newBuilder())).isEmpty();
  }

  @Test
  void anEndMarkerWithoutABlankLineEndsAStreamThatIsNotAskedForAgain() throws Exception {
    RawServer raw = raw(
        RawServer.saysAndCloses(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nid: 1\ndata: a\n\ndata: [DONE]"));
    EventOptions.Builder marked = EventOptions.standard().newBuilder().endMarkers(Set.of("[DONE]"));

    assertThat(ends(client(raw.url()), marked)).hasSize(1);
    assertThat(raw.requests()).isEqualTo(1);
  }

  @Test
  void whatTheApplicationThrowsAtTheEndIsTheError() throws Exception {
    RawServer raw = raw(RawServer.says(HEAD + END));
    EventOptions options = NUMBERED
        .newBuilder()
        .onEnd(event -> {
          throw new IllegalStateException("no");
        })
        .build();

    assertThatThrownBy(() ->
            client(raw.url()).request("/events").events(String.class, options).toList())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no");
  }

  @Test
  void whatIsNoPathIsRefusedBeforeAnythingIsSent() {
    EventOptions options =
        NUMBERED.newBuilder().resumeFrom("$.events[*]", "after").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client().request("/events").events(String.class, options));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aServerThatNoLongerKnowsTheNumberIsTheError() throws Exception {
    RawServer raw = raw(
        RawServer.saysAndCloses(HEAD + EVENTS.get(0)),
        RawServer.says("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n"));
    CloseableIterator<String> data =
        client(raw.url()).request("/events").events(String.class, NUMBERED).iterator();
    data.next();

    PageturnerException failure = failure(data::hasNext);
    assertThat(((PageturnerException.Status) failure).status()).isEqualTo(410);
  }
}
