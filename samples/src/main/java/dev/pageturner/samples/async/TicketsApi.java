package dev.pageturner.samples.async;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** An API of 100 tickets: a list of their ids in pages of 20, and each ticket by its id. */
final class TicketsApi implements AutoCloseable {
  private static final int TICKETS = 100;
  private static final int PAGE = 20;
  private static final int LATENCY_MILLIS = 20;

  private final MockWebServer server = new MockWebServer();

  static TicketsApi start() throws IOException {
    TicketsApi api = new TicketsApi();
    api.server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return answer(request.getUrl());
      }
    });
    api.server.start();
    return api;
  }

  String url() {
    return server.url("/").toString();
  }

  private static MockResponse answer(HttpUrl url) {
    List<String> path = url.pathSegments();
    String json = path.size() == 1 ? page(url.queryParameter("cursor")) : ticket(path.get(1));
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .headersDelay(LATENCY_MILLIS, TimeUnit.MILLISECONDS)
        .body(json)
        .build();
  }

  private static String page(String cursor) {
    int from = cursor == null ? 1 : Integer.parseInt(cursor);
    int next = from + PAGE;
    String ids = IntStream.range(from, next)
        .mapToObj(id -> "{\"id\": " + id + "}")
        .collect(Collectors.joining(", "));
    String cursorOrEnd = next > TICKETS ? "null" : "\"" + next + "\"";
    return "{\"data\": [" + ids + "], \"next_cursor\": " + cursorOrEnd + "}";
  }

  private static String ticket(String id) {
    return "{\"id\": " + id + ", \"title\": \"Ticket " + id + "\"}";
  }

  @Override
  public void close() {
    server.close();
  }
}
