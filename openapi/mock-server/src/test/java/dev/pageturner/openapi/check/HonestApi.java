package dev.pageturner.openapi.check;

import dev.pageturner.ApiClient;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.retry.RetryPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/**
 * An API with one list, {@code /items}, that does everything right; a test overrides the one thing
 * that it wants to be wrong.
 *
 * <p>Pages by a cursor that names the last item and is bound to the filter {@code even}, by 10
 * items unless {@code limit} asks for up to 50.
 */
class HonestApi implements AutoCloseable {
  /** How the list pages, said. */
  static final Pagination PAGINATION = Pagination.cursor("$.next_cursor", "cursor")
      .items("$.data")
      .totalItems("$.total")
      .pageSize("limit");

  /** The ids of the items, in order. */
  final List<Integer> ids;

  final List<RecordedRequest> requests = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger walks = new AtomicInteger();
  private final MockWebServer server = new MockWebServer();

  HonestApi(int items) {
    ids = new ArrayList<>(IntStream.rangeClosed(1, items).boxed().toList());
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        requests.add(request);
        if (request.getUrl().queryParameter("cursor") == null) {
          walks.incrementAndGet();
        }
        return answer(request);
      }
    });
    try {
      server.start();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** {@return how many times a first page was asked for} */
  int walks() {
    return walks.get();
  }

  String url() {
    String url = server.url("/").toString();
    return url.substring(0, url.length() - 1);
  }

  ApiClient client() {
    return ApiClient.newBuilder().baseUrl(url()).retryPolicy(RetryPolicy.none()).build();
  }

  /** {@return the report on the list, whose pagination is said} */
  CheckReport check() {
    try (ApiClient client = client()) {
      return check(PagingCheck.of(client).list("/items").pagination(PAGINATION));
    }
  }

  /** A test may say more. */
  CheckReport check(PagingCheck check) {
    return check.run();
  }

  MockResponse answer(RecordedRequest request) {
    HttpUrl url = request.getUrl();
    Optional<String> cursor = Optional.ofNullable(url.queryParameter("cursor"));
    if (cursor.isPresent() && !isOf(cursor.get(), url)) {
      return json("{\"error\":\"a cursor of another filter\"}").code(400).build();
    }
    List<Integer> rows = rows(url);
    int from = cursor.map(text -> from(text, rows)).orElse(0);
    int to = Math.min(rows.size(), from + size(url));
    return json(page(url, rows, from, to)).build();
  }

  boolean isOf(String cursor, HttpUrl url) {
    return cursor.endsWith("even") == (url.queryParameter("even") != null);
  }

  /** {@return the place after the item that the cursor names} */
  int from(String cursor, List<Integer> rows) {
    return rows.indexOf(number(cursor)) + 1;
  }

  static int number(String cursor) {
    return Integer.parseInt(cursor.substring(1).split("-", 2)[0]);
  }

  List<Integer> rows(HttpUrl url) {
    boolean even = url.queryParameter("even") != null;
    return ids.stream().filter(id -> !even || id % 2 == 0).toList();
  }

  int size(HttpUrl url) {
    String limit = url.queryParameter("limit");
    return limit == null ? 10 : Math.min(50, Integer.parseInt(limit));
  }

  String page(HttpUrl url, List<Integer> rows, int from, int to) {
    return "{\"data\":" + items(rows.subList(from, to)) + ",\"total\":" + total(rows)
        + ",\"next_cursor\":" + next(url, rows, to) + "}";
  }

  static String items(List<Integer> ids) {
    return ids.stream()
        .map(id -> "{\"id\":" + id + ",\"name\":\"item " + id + "\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  int total(List<Integer> rows) {
    return rows.size();
  }

  String next(HttpUrl url, List<Integer> rows, int to) {
    return to < rows.size() ? cursor(url, rows.get(to - 1)) : "null";
  }

  static String cursor(HttpUrl url, int number) {
    return "\"c" + number + (url.queryParameter("even") == null ? "-all" : "-even") + "\"";
  }

  MockResponse.Builder json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .addHeader("Cache-Control", "no-store")
        .addHeader("RateLimit-Policy", "\"hour\";q=5000;w=3600")
        .body(body);
  }

  @Override
  public void close() {
    server.close();
  }
}
