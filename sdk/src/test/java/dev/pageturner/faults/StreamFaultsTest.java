package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.json.RawJson;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import dev.pageturner.testing.TestedApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StreamFaultsTest extends ServerCase {
  private static final EventOptions ENDED =
      EventOptions.standard().newBuilder().endMarkers(Set.of("[DONE]")).build();

  private static String chunked(String type, String... chunks) {
    StringBuilder text = new StringBuilder(
        "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (String chunk : chunks) {
      text.append(Integer.toHexString(chunk.length()))
          .append("\r\n")
          .append(chunk)
          .append("\r\n");
    }
    return text.toString();
  }

  private static String events(String... chunks) {
    return chunked("text/event-stream", chunks);
  }

  private RawServer raw(RawServer.Script... scripts) throws Exception {
    return closing(new RawServer(scripts));
  }

  private static LazyIterable<String> get(TestedApi api, EventOptions options) {
    return api.request("/events").events(String.class, options);
  }

  private static LazyIterable<String> post(TestedApi api, EventOptions options) {
    return api.request("/chat").body(Map.of("q", 1)).events(String.class, options);
  }

  @Test
  void eachEventIsGivenOutAsSoonAsItIsHere() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    RawServer raw = raw((socket, out) -> {
      out.write(events("data: a\n\n").getBytes());
      out.flush();
      taken.await();
      out.write("9\r\ndata: b\n\n\r\n0\r\n\r\n".getBytes());
    });
    CloseableIterator<String> data =
        get(client(raw.url()), EventOptions.standard()).iterator();

    assertThat(data.next()).isEqualTo("a");
    taken.countDown();
    assertThat(data.next()).isEqualTo("b");
    assertThat(data.hasNext()).isFalse();
  }

  @Test
  void postedStreamThatIsCutIsAnErrorAndIsNotPostedAgain() throws Exception {
    RawServer raw = raw(RawServer.saysAndCloses(events("id: 1\ndata: a\n\n", "data: half")));
    CloseableIterator<String> data =
        post(client(raw.url()), EventOptions.standard()).iterator();

    assertThat(data.next()).isEqualTo("a");
    PageturnerException failure = failure(data::hasNext);

    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(failure(data::hasNext)).isSameAs(failure);
    assertThat(raw.requests()).isEqualTo(1);
  }

  @Test
  void missingEndMarkerIsNoSuccess() throws Exception {
    RawServer raw = raw(RawServer.says(events("data: a\n\n") + "0\r\n\r\n"));
    CloseableIterator<String> data = post(client(raw.url()), ENDED).iterator();

    assertThat(data.next()).isEqualTo("a");
    PageturnerException failure = failure(data::hasNext);

    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(failure).hasMessageContaining("without its end marker");
    assertThat(raw.requests()).isEqualTo(1);
  }

  @Test
  void nothingIsReadAfterTheEndMarker() throws Exception {
    RawServer raw = raw(RawServer.says(events("data: a\n\ndata: [DONE]\n\n", "data: b\n\n")));

    assertThat(post(client(raw.url()), ENDED)).containsExactly("a");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "event: error\ndata: {\"type\": \"overloaded\"}\n\n",
        "data: {\"error\": {\"message\": \"overloaded\"}}\n\n"
      })
  void errorEventIsAnErrorWithoutItsData(String event) throws Exception {
    RawServer raw = raw(RawServer.says(events("data: a\n\n", event, "data: b\n\n")));
    CloseableIterator<String> data =
        post(client(raw.url()), EventOptions.standard()).iterator();

    assertThat(data.next()).isEqualTo("a");
    PageturnerException failure = failure(data::hasNext);

    assertThat(failure.kind()).isEqualTo(Kind.API_ERROR);
    assertThat(failure.toString()).doesNotContain("overloaded");
    assertThat(((PageturnerException.Content) failure).said().orElseThrow()).contains("overloaded");
  }

  @Test
  void brokenGetGoesOnAfterTheLastEventWithAnId() throws Exception {
    RawServer raw = raw(
        RawServer.saysAndCloses(events("retry: 3000\nid: 7\ndata: a\n\n", "id: 8\ndata: half\n")),
        RawServer.says(events("id: 8\ndata: b\n\n", "data: [DONE]\n\n")));

    assertThat(get(client(raw.url()), EventOptions.standard())).containsExactly("a", "b");

    assertThat(raw.heads().get(0)).doesNotContain("Last-Event-ID");
    assertThat(raw.heads().get(1)).contains("Last-Event-ID: 7\r\n");
    assertThat(waits).hasSize(1);
    assertThat(waits.get(0)).isBetween(Duration.ofSeconds(3), Duration.ofMillis(4_500));
  }

  @Test
  void brokenGetWithoutIdsIsNotConnectedAgain() throws Exception {
    RawServer raw = raw(RawServer.saysAndCloses(events("data: a\n\n")));
    CloseableIterator<String> data =
        get(client(raw.url()), EventOptions.standard()).iterator();

    assertThat(data.next()).isEqualTo("a");
    assertThat(failure(data::hasNext).kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(raw.requests()).isEqualTo(1);
  }

  @Test
  void reconnectionsForNothingAreBoundedAndWaitLonger() throws Exception {
    RawServer raw = raw(
        RawServer.saysAndCloses(events("id: 1\ndata: a\n\n")),
        RawServer.saysAndCloses(events(": ok\n")));
    CloseableIterator<String> data =
        get(client(raw.url()), EventOptions.standard()).iterator();
    data.next();

    assertThat(failure(data::hasNext).kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(raw.requests()).isEqualTo(5);
    assertThat(waits).hasSize(4).allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) >= 0);
    assertThat(waits.get(3)).isGreaterThanOrEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void status204EndsAFeed() throws Exception {
    RawServer raw = raw(
        RawServer.says(events("id: 1\ndata: a\n\n") + "0\r\n\r\n"),
        RawServer.says("HTTP/1.1 204 No Content\r\n\r\n"));
    EventOptions feed = EventOptions.standard().newBuilder().follow(true).build();

    assertThat(get(client(raw.url()), feed)).containsExactly("a");
    assertThat(raw.requests()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"data: aaaa, 1000", "'data: aaaa\ndata: ', 5000"})
  void lineOrEventWithoutEndIsTooLarge(String piece, int limit) throws Exception {
    RawServer raw = raw((socket, out) -> {
      out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n".getBytes());
      while (true) {
        out.write(piece.repeat(100).getBytes());
      }
    });
    EventOptions bounded = EventOptions.standard()
        .newBuilder()
        .maxLineBytes(1_000)
        .maxEventBytes(limit)
        .build();

    PageturnerException failure =
        failure(() -> get(client(raw.url()), bounded).iterator().hasNext());

    assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(raw.requests()).isEqualTo(1);
  }

  @Test
  void byteOrderMarkCrLinesAndIdOnlyBlocksInAnyChunking() throws Exception {
    String text =
        "\u00ef\u00bb\u00bfid: 1\r\rdata: a\rdata: b\r\r\nid: x\u0000y\r\ndata: c\r\n\r\n";
    for (int size = 1; size <= text.length(); size++) {
      String[] chunks = new String[(text.length() + size - 1) / size];
      for (int i = 0; i < chunks.length; i++) {
        chunks[i] = text.substring(i * size, Math.min(text.length(), (i + 1) * size));
      }
      RawServer raw = raw(RawServer.says(events(chunks) + "0\r\n\r\n"));

      List<ServerEvent> events =
          client(raw.url()).request("/e").events(ServerEvent.class).toList();

      assertThat(events).extracting(ServerEvent::data).containsExactly("a\nb", "c");
      raw.close();
    }
  }

  @Test
  void commentsKeepAStreamAlive() throws Exception {
    RawServer raw = raw((socket, out) -> {
      out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n".getBytes());
      for (int i = 0; i < 12; i++) {
        out.write(": keep-alive\n\n".getBytes());
        out.flush();
        new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
      }
      out.write("data: a\n\n".getBytes());
      out.flush();
      socket.shutdownOutput();
    });
    EventOptions options =
        EventOptions.standard().newBuilder().maxSilence(Duration.ofMillis(600)).build();

    assertThat(get(client(raw.url()), options)).containsExactly("a");
  }

  @Test
  void silentStreamIsAnErrorOfItsOwn() throws Exception {
    RawServer raw = raw((socket, out) -> {
      out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: a\n\n".getBytes());
      out.flush();
      new CountDownLatch(1).await(30, TimeUnit.SECONDS);
    });
    EventOptions options =
        EventOptions.standard().newBuilder().maxSilence(Duration.ofMillis(200)).build();
    CloseableIterator<String> data = post(client(raw.url()), options).iterator();

    assertThat(data.next()).isEqualTo("a");
    PageturnerException failure = failure(data::hasNext);
    assertThat(failure.kind()).isEqualTo(Kind.SILENCE);
    assertThat(failure)
        .hasMessageContaining("nothing came for PT0.2S")
        .hasMessageContaining("/chat");
  }

  @Test
  void gatewayThatAnswersWithHtmlIsNoStream() {
    server.enqueue(bytes(new Buffer().writeUtf8("<html>"), "Content-Type", "text/html"));

    PageturnerException failure =
        failure(() -> get(client(), EventOptions.standard()).iterator().hasNext());

    assertThat(failure.kind()).isEqualTo(Kind.PARSE);
    assertThat(failure).hasMessageContaining("text/html");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"application/json", "application/problem+json", "text/plain"})
  void answerThatIsNoStreamIsAnErrorWithTheServersWords(String type) {
    server.enqueue(bytes(
        new Buffer().writeUtf8("{\"error\": {\"message\": \"no such model\"}}"),
        "Content-Type",
        type));

    PageturnerException failure =
        failure(() -> post(client(), EventOptions.standard()).iterator().hasNext());

    assertThat(failure).hasMessageContaining(type).hasMessageNotContaining("no such model");
    assertThat(((PageturnerException.Content) failure).said().orElseThrow())
        .contains("no such model");
  }

  @Test
  void answerThatIsNoStreamAndNeverEndsIsAnError() throws Exception {
    RawServer raw = raw((socket, out) -> {
      out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\ndata: a\n\n".getBytes());
      out.flush();
      new CountDownLatch(1).await();
    });
    OkHttpClient patient = new OkHttpClient.Builder().readTimeout(Duration.ZERO).build();
    TestedApi api = tested(builder(raw.url()).okHttpClient(patient).build());

    PageturnerException failure =
        failure(() -> get(api, EventOptions.standard()).iterator().hasNext());

    assertThat(failure.kind()).isEqualTo(Kind.PARSE);
    assertThat(((PageturnerException.Content) failure).said()).contains("data: a\n\n");
  }

  @Test
  void streamThatBreaksAfterEachEventGoesOnForAsLongAsEventsCome() throws Exception {
    AtomicInteger number = new AtomicInteger();
    RawServer raw = raw((socket, out) -> {
      int id = number.incrementAndGet();
      String event = "id: " + id + "\ndata: " + id + "\n\n";
      RawServer.Script script = id == 12
          ? RawServer.says(events(event, "data: [DONE]\n\n"))
          : RawServer.saysAndCloses(events(event));
      script.answer(socket, out);
    });

    assertThat(get(client(raw.url()), ENDED).toList()).hasSize(12).last().isEqualTo("12");
    assertThat(waits).hasSize(11).allMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) < 0);
  }

  @Test
  void streamIsRetriedUntilItBeginsWhenThatIsSafe() throws Exception {
    server.enqueue(status(503));
    server.enqueue(
        bytes(new Buffer().writeUtf8("data: a\n\n"), "Content-Type", "text/event-stream"));
    assertThat(get(client(), EventOptions.standard())).containsExactly("a");

    server.enqueue(status(503));
    failure(() -> post(client(), EventOptions.standard()).iterator().hasNext());
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  private static LazyIterable<Integer> lines(TestedApi api) {
    return api.request("/lines").jsonLines(Integer.class);
  }

  private static MockResponse lines(String body) {
    return bytes(new Buffer().writeUtf8(body), "Content-Type", "application/x-ndjson");
  }

  @Test
  void jsonLinesWithMarkBlankLinesAndCrLfAreRead() {
    server.enqueue(lines("\ufeff1\r\n\r\n2\n\n3\n"));

    assertThat(lines(client())).containsExactly(1, 2, 3);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'1\n2 3\n', 2",
    "'1\n\n\"pr1vate\"\n', 3",
    "'1\nnull\n', 2",
    "'{}\n', 1",
  })
  void badJsonLineIsAnErrorWithItsNumber(String body, int line) {
    server.enqueue(lines(body));
    CloseableIterator<Integer> lines = lines(client()).iterator();

    PageturnerException failure = failure(() -> lines.forEachRemaining(each -> {}));

    assertThat(failure.kind()).isEqualTo(Kind.PARSE);
    assertThat(failure).hasMessageContaining("line " + line);
    assertThat(SecretsTest.everythingOf(failure)).doesNotContain("pr1vate");
  }

  @Test
  void badUtf8InAJsonLineIsAnErrorWithItsNumber() {
    Buffer body = new Buffer().writeUtf8("1\n\"a").writeByte(0xff).writeUtf8("\"\n");
    server.enqueue(bytes(body));

    PageturnerException failure = failure(() -> lines(client()).toList());

    assertThat(failure.kind()).isEqualTo(Kind.PARSE);
    assertThat(failure).hasMessageContaining("line 2");
  }

  @Test
  void hugeJsonLineIsTooLarge() throws Exception {
    byte[] blanks = " ".repeat(1 << 16).getBytes();
    RawServer raw = raw((socket, out) -> {
      out.write("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n1\n".getBytes());
      while (true) {
        out.write(blanks);
      }
    });
    CloseableIterator<Integer> lines = lines(client(raw.url())).iterator();

    assertThat(lines.next()).isEqualTo(1);
    PageturnerException failure = failure(lines::hasNext);
    assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(failure).hasMessageContaining("line 2");
  }

  @Test
  void jsonLinesThatAreCutAreAnError() throws Exception {
    RawServer raw = raw(RawServer.saysAndCloses(chunked("application/x-ndjson", "1\n2\n")));
    CloseableIterator<Integer> lines = lines(client(raw.url())).iterator();

    assertThat(lines.next()).isEqualTo(1);
    assertThat(lines.next()).isEqualTo(2);
    assertThat(failure(lines::hasNext).kind()).isEqualTo(Kind.TRANSPORT);
  }

  @Test
  void jsonLinesInGzipThatIsCutAreAnError() throws Exception {
    Buffer whole = gzip("1\n2\n");
    Buffer cut = new Buffer();
    cut.write(whole, whole.size() - 4);
    server.enqueue(bytes(cut, "Content-Encoding", "gzip"));
    CloseableIterator<Integer> lines = lines(client()).iterator();

    PageturnerException failure = failure(() -> lines.forEachRemaining(each -> {}));
    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
  }

  @Test
  void lastLineThatIsCutIsAnErrorWithItsNumber() {
    server.enqueue(lines("1\n2\n{\"a\": "));

    PageturnerException failure =
        failure(() -> client().request("/lines").jsonLines(RawJson.class).toList());

    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(failure).hasMessageContaining("line 3");
  }

  @Test
  void jsonLinesInGzipOfSeveralMembersAreAnErrorAndNeverShort() throws Exception {
    Buffer two = gzip("1\n");
    two.writeAll(gzip("2\n"));
    server.enqueue(bytes(two, "Content-Encoding", "gzip"));

    assertThat(failure(() -> lines(client()).toList()).kind()).isEqualTo(Kind.TRANSPORT);
  }
}
