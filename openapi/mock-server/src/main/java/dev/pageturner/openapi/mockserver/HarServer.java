package dev.pageturner.openapi.mockserver;

import dev.pageturner.openapi.mockserver.internal.har.HarRecording;
import dev.pageturner.openapi.mockserver.internal.har.HarRecording.Exchange;
import dev.pageturner.openapi.mockserver.internal.server.PromptSockets;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.ByteString;

/**
 * Answers what was recorded. A request that was sent several times gets its responses in turn, and
 * the last one from then on. Masked values match any, and links to where the recording was made
 * lead here.
 */
public final class HarServer implements AutoCloseable {
  private static final String MASK = "***";

  /** What belongs to the connection that was recorded, rather than to the response. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("content-length", "content-encoding", "transfer-encoding", "connection", "keep-alive");

  private final HarRecording recording;
  private final Duration latency;
  private final MockWebServer server = new MockWebServer();
  private final Map<String, Integer> turns = new HashMap<>();

  private HarServer(HarRecording recording, Duration latency) {
    this.recording = recording;
    this.latency = latency;
  }

  /**
   * {@return a server on this machine}
   *
   * @param har the recording
   * @param port the port, 0 for any
   * @param latency the time before each answer
   * @throws IllegalArgumentException if the file is no recording
   */
  public static HarServer start(Path har, int port, Duration latency) throws IOException {
    HarServer replayed = new HarServer(HarRecording.read(har), latency);
    replayed.server.setServerSocketFactory(new PromptSockets());
    replayed.server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return replayed.answer(request);
      }
    });
    replayed.server.start(InetAddress.getLoopbackAddress(), port);
    return replayed;
  }

  /** {@return the address of the first request that was recorded, here} */
  public String url() {
    HttpUrl here = server.url("/");
    return recording.exchanges().stream()
        .findFirst()
        .map(first -> here.newBuilder()
            .encodedPath(first.url().encodedPath())
            .encodedQuery(first.url().encodedQuery())
            .build())
        .orElse(here)
        .toString();
  }

  /** {@return how many responses there are} */
  public int size() {
    return recording.exchanges().size();
  }

  private MockResponse answer(RecordedRequest request) {
    List<Exchange> fitting =
        recording.exchanges().stream().filter(each -> isOf(each, request)).toList();
    if (fitting.isEmpty()) {
      return new MockResponse.Builder()
          .code(404)
          .addHeader("Content-Type", "application/json")
          .body("{\"error\":\"this request was not recorded\"}")
          .build();
    }
    return response(fitting.get(turn(fitting)));
  }

  private int turn(List<Exchange> fitting) {
    Exchange first = fitting.get(0);
    synchronized (turns) {
      String key = first.method() + " " + first.url() + " " + first.posted();
      int turn = turns.merge(key, 1, Integer::sum) - 1;
      return Math.min(turn, fitting.size() - 1);
    }
  }

  private static boolean isOf(Exchange exchange, RecordedRequest request) {
    HttpUrl url = request.getUrl();
    String posted =
        Optional.ofNullable(request.getBody()).map(body -> body.utf8()).orElse("");
    return exchange.method().equals(request.getMethod())
        && exchange.url().encodedPath().equals(url.encodedPath())
        && exchange.url().queryParameterNames().equals(url.queryParameterNames())
        && url.queryParameterNames().stream()
            .allMatch(name -> isMasked(exchange.url(), name)
                || exchange.url().queryParameterValues(name).equals(url.queryParameterValues(name)))
        && (exchange.posted().contains(MASK) || exchange.posted().equals(posted));
  }

  private static boolean isMasked(HttpUrl url, String name) {
    return MASK.equals(url.queryParameter(name));
  }

  private MockResponse response(Exchange exchange) {
    MockResponse.Builder response = new MockResponse.Builder();
    response.headersDelay(latency.toNanos(), TimeUnit.NANOSECONDS);
    if (exchange.status() == 0) {
      return response.onResponseStart(SocketEffect.ShutdownConnection.INSTANCE).build();
    } else if (exchange.body().isEmpty()) {
      return response
          .code(502)
          .body("{\"error\":\"the body was not recorded\"}")
          .build();
    }
    response.code(exchange.status());
    for (var header : exchange.headers()) {
      if (!OF_THE_CONNECTION.contains(header.getFirst().toLowerCase(Locale.ROOT))) {
        response.addHeader(header.getFirst(), here(header.getSecond(), exchange));
      }
    }
    return response
        .body(new Buffer().write(here(exchange.body().get(), exchange)))
        .build();
  }

  /** Only text has links. */
  private ByteString here(ByteString body, Exchange exchange) {
    String text = body.utf8();
    boolean isText = ByteString.encodeUtf8(text).equals(body);
    return isText ? ByteString.encodeUtf8(here(text, exchange)) : body;
  }

  /** {@return the text, whose links to the recorded origin lead to this server} */
  private String here(String text, Exchange exchange) {
    String there = origin(exchange.url());
    String here = origin(server.url("/"));
    // JSON may write each slash with a backslash before it.
    return text.replace(there, here).replace(there.replace("/", "\\/"), here.replace("/", "\\/"));
  }

  private static String origin(HttpUrl url) {
    String root = url.newBuilder().encodedPath("/").query(null).build().toString();
    return root.substring(0, root.length() - 1);
  }

  @Override
  public void close() {
    server.close();
  }
}
