package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Types;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.testing.TestedApi;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ContentFaultsTest extends ServerCase {
  private static final String HTML =
      "<!DOCTYPE html>\r\n<html><head><title>Sign in</title>\u0007\u202e";

  private List<PageturnerException> failuresOf(MockResponse response) {
    server.enqueue(response);
    server.enqueue(response);
    server.enqueue(response);
    TestedApi api = client();
    return List.of(
        failure(() -> names(api, CURSOR).toList()),
        failure(() -> api.list("/names", String.class).toList()),
        failure(() -> api.get("/names", RawJson.class)));
  }

  private List<String> namesOf(MockResponse response) {
    server.enqueue(response);
    return names(client(), CURSOR).toList();
  }

  @Test
  void htmlIsAnErrorThatNamesTheContentTypeAndShowsTheBeginning() {
    String html = HTML + "x".repeat(100_000);
    for (PageturnerException failure :
        failuresOf(bytes(new Buffer().writeUtf8(html), "Content-Type", "text/html"))) {
      assertThat(failure.kind()).isEqualTo(Kind.PARSE);
      assertThat(failure)
          .hasMessageContaining("text/html")
          .hasMessageContaining("Sign in")
          .hasMessageNotContaining("setLenient");
      assertThat(failure.getMessage()).hasSizeLessThan(300).doesNotContainPattern("[\\p{C}]");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{'error': {'code': 1}}",
        "{'error': 'quota'}",
        "{'errors': [{'message': 'x'}]}",
        "{'error': 'x', 'items': []}"
      })
  void errorObjectWithStatus200IsNoEmptyList(String body) {
    server.enqueue(json(body));
    server.enqueue(json(body));
    TestedApi api = client();

    PageturnerException detected =
        failure(() -> api.list("/names", String.class).toList());
    assertThat(detected.kind()).isEqualTo(Kind.API_ERROR);
    String said = ((PageturnerException.Content) detected).said().orElseThrow();
    assertThat(body.replace('\'', '"').replace(" ", "")).contains(said.replace(" ", ""));
    if (!body.contains("items")) {
      assertThat(failure(() -> names(api, CURSOR).toList()).kind()).isEqualTo(Kind.API_ERROR);
    }
  }

  @Test
  void status204IsAnEmptyPage() {
    assertThat(namesOf(status(204))).isEmpty();
    server.enqueue(status(204));
    assertThat(client().list("/names").toList()).isEmpty();
    server.enqueue(status(204));
    assertThat(client().request("/names").send("GET", RawJson.class).body()).isEmpty();
  }

  @Test
  void status304ThatNobodyAskedForIsAnError() {
    for (PageturnerException failure : failuresOf(status(304))) {
      assertThat(failure.kind()).isEqualTo(Kind.HTTP_STATUS);
      assertThat(failure).hasMessageContaining("status 304");
    }
  }

  @ParameterizedTest(name = "{0}, declared: {1}")
  @CsvSource({
    "UTF-8,",
    "UTF-16,",
    "UTF-16BE,",
    "UTF-16LE,",
    "UTF-16LE, utf-16le",
    "ISO-8859-1, iso-8859-1",
    "windows-1252, windows-1252"
  })
  void otherEncodingsAreReadRight(String encoding, String declared) {
    String type = "application/json" + (declared == null ? "" : "; charset=" + declared);
    Buffer body = new Buffer().writeString("{\"items\": [\"Zoë\"]}", Charset.forName(encoding));

    assertThat(namesOf(bytes(body, "Content-Type", type))).containsExactly("Zoë");
  }

  @Test
  void byteOrderMarkIsLeftOut() {
    Buffer body = new Buffer().writeUtf8("\ufeff{\"items\": [\"Zoë\"]}");

    assertThat(namesOf(bytes(body))).containsExactly("Zoë");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"c3", "ff", "eda080", "f8888080", "c080", "e28228"})
  void invalidUtf8IsAnErrorAndNeverAReplacementCharacter(String hex) {
    Buffer body = new Buffer().writeUtf8("{\"items\": [\"a");
    body.write(ByteString.decodeHex(hex)).writeUtf8("b\"]}");

    for (PageturnerException failure : failuresOf(bytes(body))) {
      assertThat(failure.kind()).isEqualTo(Kind.PARSE);
      assertThat(failure).hasMessageContaining("UTF-8");
    }
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void nestingOf100000IsAShortError(String open) {
    String deep = "{\"items\": [" + open.repeat(100_000);
    server.enqueue(json(deep));
    server.enqueue(json(deep));
    server.enqueue(json(open.repeat(100_000)));
    TestedApi api = client();

    for (PageturnerException failure : List.of(
        failure(() -> api.request("/n").pagination(CURSOR).list(Object.class).toList()),
        failure(() -> api.list("/names").toList()),
        failure(() -> api.get("/names", Object.class)))) {
      assertThat(failure.kind()).isEqualTo(Kind.PARSE);
      assertThat(failure.toString()).hasSizeLessThan(1_000);
    }
  }

  @Test
  @Timeout(20)
  void manyKeysWithOneHashCodeAreRead() {
    StringBuilder body = new StringBuilder("{\"items\": [{\"first\": 1");
    for (int i = 0; i < 1 << 15; i++) {
      StringBuilder key = new StringBuilder();
      for (int bit = 0; bit < 15; bit++) {
        key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      body.append(",\"").append(key).append("\": 1");
    }
    body.append("}]}");
    server.enqueue(json(body.toString()));
    server.enqueue(json(body.toString()));
    TestedApi api = client();

    // String compares itself, so that a map's bucket becomes a tree: no quadratic time.
    List<Map<String, Object>> items = api.request("/n")
        .pagination(CURSOR)
        .<Map<String, Object>>list(
            Types.newParameterizedType(Map.class, String.class, Object.class))
        .toList();
    assertThat(items.get(0)).hasSize((1 << 15) + 1);
    assertThat(api.list("/names").toList()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "9007199254740993",
        "12345678901234567890123",
        "1e400",
        "0.1000000000000000055511151231257827",
        "-0.0",
        "1E-400"
      })
  void numbersOfAnySizeAreExact(String number) {
    server.enqueue(json("{'items': [" + number + "]}"));
    server.enqueue(json("{'items': [" + number + "]}"));
    server.enqueue(json("{'items': [" + number + "]}"));
    TestedApi api = client();

    assertThat(api.list("/n", RawJson.class, CURSOR).toList().get(0).text()).isEqualTo(number);
    Object value = api.list("/n", Object.class, CURSOR).toList().get(0);
    assertThat(value).isInstanceOf(Number.class).isNotInstanceOf(Double.class);
    assertThat(new BigDecimal(value.toString())).isEqualByComparingTo(new BigDecimal(number));
    // Not whole, or beyond a long: an error, and never another number.
    if (!number.equals("9007199254740993") && !number.equals("-0.0")) {
      assertThat(failure(() -> api.list("/n", Long.class, CURSOR).toList()).kind())
          .isEqualTo(Kind.PARSE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "0x10", "01", "+1", "1."})
  void whatIsNoJsonNumberIsAnError(String number) {
    for (PageturnerException failure : failuresOf(json("{'items': [" + number + "]}"))) {
      assertThat(failure.kind()).isEqualTo(Kind.PARSE);
    }
  }

  enum Colour {
    RED
  }

  @Test
  void wrongTypeIsAnErrorWithItsPathAndWithoutTheValue() {
    server.enqueue(json("{'items': [{'a': 1}, {'a': 'pr1vate'}]}"));
    server.enqueue(json("{'items': ['pr1vate']}"));
    server.enqueue(json("{'a': 'pr1vate'}"));
    TestedApi api = client();
    var type = Types.newParameterizedType(Map.class, String.class, Integer.class);

    for (PageturnerException failure : List.of(
        failure(() -> api.request("/n").pagination(CURSOR).list(type).toList()),
        failure(() -> api.list("/n", Colour.class, CURSOR).toList()),
        failure(() -> api.request("/n").get(type)))) {
      assertThat(failure.kind()).isEqualTo(Kind.PARSE);
      assertThat(SecretsTest.everythingOf(failure)).doesNotContain("pr1vate");
      assertThat(failure).hasMessageContaining("$");
    }
  }

  @Test
  void gzipBombIsTooLargeAndIsNotReadToItsEnd() throws Exception {
    // A MiB of blanks is a KiB on the wire: 64 GiB would be sent, piece by piece.
    byte[] blanks = new byte[1 << 20];
    Arrays.fill(blanks, (byte) ' ');
    byte[] piece = deflated(blanks);
    AtomicLong sent = new AtomicLong();
    RawServer raw = closing(new RawServer((socket, out) -> {
      out.write(
          ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n").getBytes());
      out.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
      for (int i = 0; i < 1 << 16; i++) {
        out.write(piece);
        sent.addAndGet(piece.length);
      }
    }));
    TestedApi api = tested(builder(raw.url()).maxBody(8 << 20).build());

    for (PageturnerException failure : List.of(
        failure(() -> api.get("/names", RawJson.class)),
        failure(() -> names(api, CURSOR).toList()))) {
      assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    }
    assertThat(sent.get()).isLessThan((long) piece.length << 15);
    assertThat(raw.requests()).isEqualTo(2);
  }

  @Test
  void oneItemOfALargePageIsBoundedAndNotTheirSum() {
    String six = "'" + "a".repeat(6_000) + "'";
    server.enqueue(json("{'items': [" + six + ',' + six + ',' + six + ',' + six + "]}"));
    server.enqueue(json("{'items': [" + six + ",'" + "b".repeat(30_000) + "']}"));
    TestedApi api = tested(builder().maxBufferedPage(1_000).maxItem(20_000).build());

    assertThat(names(api, CURSOR)).hasSize(4);
    PageturnerException failure = failure(() -> names(api, CURSOR).forEach(item -> {}));

    assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(failure).hasMessageContaining("an item has more than 20000 bytes");
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(bytes);
    byte[] out = new byte[bytes.length];
    int size = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
    deflater.end();
    return Arrays.copyOf(out, size);
  }

  @Test
  void endlessPageIsTooLarge() throws Exception {
    AtomicLong sent = new AtomicLong();
    RawServer raw = closing(new RawServer((socket, out) -> {
      out.write(("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"items\": [\"a\"").getBytes());
      byte[] more = ",\"a\"".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
      while (true) {
        out.write(more);
        sent.addAndGet(more.length);
      }
    }));
    TestedApi api =
        tested(builder(raw.url()).maxBufferedPage(1 << 16).maxBody(1 << 20).build());

    PageturnerException failure = failure(() -> names(api, CURSOR).forEach(item -> {}));

    assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(sent.get()).isLessThan(32 << 20);
  }

  @Test
  void announcedBodyThatIsTooLargeIsNotReadAtAll() {
    server.enqueue(json("[" + " ".repeat(20_000) + "]"));
    TestedApi api = tested(builder().maxBody(10_000).build());

    PageturnerException failure = failure(() -> api.get("/names", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(failure).hasMessageContaining("20002");
  }

  private void brokenGzip(Buffer body, Kind kind) {
    server.enqueue(bytes(body.clone(), "Content-Encoding", "gzip"));
    server.enqueue(bytes(gzipPage(), "Content-Encoding", "gzip"));
    assertThat(names(client(), CURSOR)).containsExactly("ada", "bob");
    for (int i = 0; i < 5; i++) {
      server.enqueue(bytes(body.clone(), "Content-Encoding", "gzip"));
    }
    assertThat(failure(() -> names(client(), CURSOR).toList()).kind()).isEqualTo(kind);
  }

  private static Buffer gzipPage() {
    try {
      return gzip("{\"items\": [\"ada\", \"bob\"]}");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void truncatedGzipIsFetchedAgainAndNeverShort() {
    Buffer whole = gzipPage();
    Buffer cut = new Buffer();
    cut.write(whole, whole.size() - 6);
    brokenGzip(cut, Kind.TRANSPORT);
  }

  @Test
  void gzipWithAWrongChecksumIsFetchedAgainAndNeverGivenOut() {
    byte[] bytes = gzipPage().readByteArray();
    bytes[bytes.length - 8] ^= 1;
    brokenGzip(new Buffer().write(bytes), Kind.TRANSPORT);
  }

  @Test
  void gzipOfTwoMembersIsNeverShort() throws Exception {
    Buffer two = gzip("{\"items\": [\"ada\", ");
    two.writeAll(gzip("\"bob\"]}"));
    brokenGzip(two, Kind.TRANSPORT);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<a>; rel=\"next",
        "<",
        ";",
        "<a>;;;;a=",
        ",<a>;relation=\"aaaaaaaaaaaaaaaaaaaaaaaaa\"",
        "<a>;rel=\"\\",
        " \t"
      })
  @Timeout(20)
  void linkHeaderBuiltForBacktrackingTakesLinearTime(String piece) throws Exception {
    String header = "Link: " + piece.repeat(200_000 / piece.length()).replace("\t", " ") + "\r\n";
    RawServer raw = closing(new RawServer(
        RawServer.says("HTTP/1.1 200 OK\r\n" + header + "Content-Length: 7\r\n\r\n[\"ada\"]")));

    var names = client(raw.url()).list("/n", String.class).iterator();

    assertThat(names.next()).isEqualTo("ada");
  }

  @Test
  @Timeout(20)
  void twentyThousandLinksAreReadOrRefused() throws Exception {
    String link = "</n?p=1>; rel=x, ";
    RawServer raw = closing(new RawServer(RawServer.says("HTTP/1.1 200 OK\r\nLink: "
        + link.repeat(9_000) + "\r\nContent-Length: 7\r\n\r\n[\"ada\"]")));
    assertThat(client(raw.url()).list("/n", String.class).toList()).containsExactly("ada");

    RawServer more = closing(new RawServer(RawServer.saysAndCloses("HTTP/1.1 200 OK\r\nLink: "
        + link.repeat(20_000) + "\r\nContent-Length: 7\r\n\r\n[\"ada\"]")));
    assertThat(
            failure(() -> client(more.url()).list("/n", String.class).toList()).kind())
        .isEqualTo(Kind.PROTOCOL);
  }

  @Test
  void errorBodyOfTenMebibytesIsCut() {
    server.enqueue(answer(400, "e".repeat(10 << 20)));

    PageturnerException.Status failure =
        (PageturnerException.Status) failure(() -> client().get("/names", RawJson.class));

    assertThat(failure.body()).hasSize(16 << 10);
    assertThat(failure.toString()).hasSizeLessThan(300);
  }
}
