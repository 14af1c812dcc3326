package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.testing.PromptSockets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was detected walks real pages to their end, each item once, without a request too many. */
class WalkedPagesTest {
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
  private static final int PAGE = 2;

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return page(request);
      }
    });
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/cursor, 3",
    "/search, 3",
    "/after, 3",
    "/url, 3",
    "/link, 3",
    "/offset, 3",
    "/page, 3",
    "/map, 3"
  })
  void eachItemComesOnce(String path, int requests) throws Exception {
    Detection detection = PaginationDetector.detect(OpenApiReader.read(
            Path.of(WalkedPagesTest.class.getResource("/walked.yaml").toURI())))
        .stream()
        .filter(one -> one.operation().path().equals(path))
        .findFirst()
        .orElseThrow();
    Pagination pagination = detection.pagination().orElseThrow();

    try (ApiClient api = ApiClient.create(server.url("/").toString())) {
      ApiRequest request = api.request(path).pagination(pagination);
      if (detection.operation().method().equals("POST")) {
        request = request.body(Map.of("query", "all"));
      }
      List<String> names = request.list().stream().map(WalkedPagesTest::name).toList();

      assertThat(names).as("%s", pagination).isEqualTo(NAMES);
    }
    assertThat(server.getRequestCount()).isEqualTo(requests);
  }

  private static String name(RawJson item) {
    return item.get("id").orElse(item).asString();
  }

  private MockResponse page(RecordedRequest request) {
    HttpUrl url = request.getUrl();
    String path = url.encodedPath();
    int from = from(request, url);
    List<String> items =
        NAMES.subList(Math.min(from, NAMES.size()), Math.min(from + PAGE, NAMES.size()));
    boolean more = from + PAGE < NAMES.size();
    String next = server.url(path + "?from=" + (from + PAGE)).toString();
    MockResponse.Builder response = new MockResponse.Builder();
    if (path.equals("/link") && more) {
      response.addHeader("Link", "<" + next + ">; rel=\"next\"");
    }
    return response.body(body(path, items, from, more, next)).build();
  }

  private static int from(RecordedRequest request, HttpUrl url) {
    ByteString body = request.getBody();
    String posted = body == null || body.size() == 0
        ? null
        : RawJson.parse(body.utf8()).get("cursor").map(RawJson::asString).orElse(null);
    String cursor = posted == null ? url.queryParameter("cursor") : posted;
    String after = url.queryParameter("starting_after");
    String page = url.queryParameter("page");
    String from = url.queryParameter("from");
    String offset = url.queryParameter("offset");
    if (cursor != null) {
      return Integer.parseInt(cursor.substring(1));
    } else if (after != null) {
      return NAMES.indexOf(after) + 1;
    } else if (page != null) {
      return (Integer.parseInt(page) - (url.encodedPath().equals("/map") ? 0 : 1)) * PAGE;
    }
    return Integer.parseInt(from != null ? from : offset != null ? offset : "0");
  }

  private static String body(String path, List<String> items, int from, boolean more, String next) {
    String names =
        items.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",", "[", "]"));
    return switch (path) {
      case "/cursor", "/search" -> {
        String cursor = more ? "\"c" + (from + PAGE) + '"' : "null";
        yield "{\"data\":" + names + ",\"next_cursor\":" + cursor + "}";
      }
      case "/after" -> "{\"data\":" + objects(items) + ",\"has_more\":" + more + "}";
      case "/url" -> "{\"data\":" + names + (more ? ",\"nextLink\":\"" + next + "\"}" : "}");
      case "/link" -> names;
      case "/offset" -> "{\"data\":" + names + ",\"total\":5}";
      case "/page" -> "{\"data\":" + names + ",\"total_pages\":3}";
      default -> "{\"items\":" + members(items) + ",\"pages\":3,\"total_items\":5}";
    };
  }

  private static String objects(List<String> items) {
    return items.stream()
        .map(name -> "{\"id\":\"" + name + "\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String members(List<String> items) {
    return IntStream.range(0, items.size())
        .mapToObj(i -> "\"k" + i + "\":\"" + items.get(i) + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }
}
