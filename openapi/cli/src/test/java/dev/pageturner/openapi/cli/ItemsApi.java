package dev.pageturner.openapi.cli;

import dev.pageturner.testing.PromptSockets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * An API with one list, {@code /items}, that pages by a cursor, and whatever a test puts before.
 */
final class ItemsApi implements AutoCloseable {
  final List<RecordedRequest> requests = Collections.synchronizedList(new ArrayList<>());
  volatile Function<RecordedRequest, @Nullable MockResponse> before = request -> null;
  private final MockWebServer server = new MockWebServer();
  private final int items;
  private final int pageSize;

  private ItemsApi(int items, int pageSize) {
    this.items = items;
    this.pageSize = pageSize;
  }

  static ItemsApi start(int items, int pageSize) throws IOException {
    ItemsApi api = new ItemsApi(items, pageSize);
    api.server.setServerSocketFactory(new PromptSockets());
    api.server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        api.requests.add(request);
        MockResponse special = api.before.apply(request);
        return special == null ? api.page(request.getUrl()) : special;
      }
    });
    api.server.start();
    return api;
  }

  /** {@return an item; its number has more digits than a double keeps} */
  static String item(int index) {
    return "{\"z\": 1.50, \"id\":90071992547409931%04d,\"name\":\"n\\u00e9 %d\"}"
        .formatted(index, index);
  }

  /** {@return the lines of a range of items} */
  static List<String> lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(ItemsApi::item).toList();
  }

  String url(String path) {
    return server.url(path).toString();
  }

  String origin() {
    String url = url("/");
    return url.substring(0, url.length() - 1);
  }

  private MockResponse page(HttpUrl url) {
    String cursor = url.queryParameter("cursor");
    int from = cursor == null ? 0 : Integer.parseInt(cursor.substring(1));
    int to = Math.min(items, from + pageSize);
    String next = to < items ? "\"c" + to + "\"" : "null";
    return json("{\"items\":[" + lines(from, to).stream().collect(Collectors.joining(","))
        + "],\"total\":" + items + ",\"next_cursor\":" + next + "}");
  }

  static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  static MockResponse status(int status) {
    return new MockResponse.Builder().code(status).body("{}").build();
  }

  /** Answers with a status once a cursor is asked for. */
  void failAt(String cursor, int status) {
    before =
        request -> cursor.equals(request.getUrl().queryParameter("cursor")) ? status(status) : null;
  }

  void heal() {
    before = request -> null;
  }

  List<String> targets() {
    return requests.stream().map(RecordedRequest::getTarget).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
