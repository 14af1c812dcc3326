package dev.pageturner.benchmark;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The time of calls on kept connections beside OkHttp alone, which looks at none of them: all in
 * turn in each round, the ratio within the round, and the median of these.
 */
final class CallBenchmark {
  private static final int GETS = 2_000;
  private static final int POSTS = 500;
  private static final int PAGE_SIZE = 20;
  private static final int ROUNDS = 9;
  private static final String BODY = "{\"name\":\"ada\"}";

  private final OkHttpClient client = new OkHttpClient();
  private final Map<String, Way> ways = new LinkedHashMap<>();
  private final String base;

  private CallBenchmark(int port) {
    this.base = "http://127.0.0.1:" + port;
    ApiClient api = ApiClient.newBuilder().baseUrl(base).okHttpClient(client).build();
    String list = "/users?total=" + GETS * PAGE_SIZE + "&limit=" + PAGE_SIZE;
    Moshi moshi = new Moshi.Builder().build();
    JsonAdapter<User> user = moshi.adapter(User.class);
    PagedIterable<User> users = api.list(
        list, User.class, Pagination.cursor("$.next_cursor", "cursor").items("$.data"));
    ways.put("list by GET: OkHttp", () -> list(user, list));
    ways.put("list by GET: ours", () -> users.forEach(each -> {}));
    ways.put("GET: OkHttp", () -> repeat(GETS, () -> send(null)));
    ways.put("GET: ours", () -> repeat(GETS, () -> api.request("/users?total=1").text("GET")));
    ways.put("POST: OkHttp", () -> repeat(POSTS, () -> send(BODY)));
    RawJson body = RawJson.parse(BODY);
    ways.put(
        "POST: ours",
        () -> repeat(POSTS, () -> api.request("/users?total=1").body(body).text("POST")));
  }

  /** Makes calls. */
  private interface Way {
    void run() throws IOException;
  }

  private static void repeat(int times, Way call) throws IOException {
    for (int i = 0; i < times; i++) {
      call.run();
    }
  }

  private void list(JsonAdapter<User> user, String path) throws IOException {
    HandWritten.streaming(client, HttpUrl.get(base + path), user, each -> {});
  }

  private void send(String body) throws IOException {
    Request.Builder request = new Request.Builder().url(base + "/users?total=1");
    if (body != null) {
      request.post(RequestBody.create(body, MediaType.get("application/json")));
    }
    try (Response response = client.newCall(request.build()).execute()) {
      response.body().string();
    }
  }

  public static void main(String[] args) throws Exception {
    try (Child server = Child.start(List.of("-Xmx64m"), UserServer.class)) {
      new CallBenchmark(Integer.parseInt(server.line())).run();
    }
  }

  private void run() throws IOException {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    for (int round = -2; round < ROUNDS; round++) {
      for (Map.Entry<String, Way> way : ways.entrySet()) {
        long start = System.nanoTime();
        way.getValue().run();
        double took = (System.nanoTime() - start) / 1e6;
        if (round >= 0) {
          millis.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(took);
        }
      }
    }
    List<String> names = new ArrayList<>(ways.keySet());
    for (int i = 0; i < names.size(); i += 2) {
      print(names.get(i + 1), millis.get(names.get(i)), millis.get(names.get(i + 1)));
    }
  }

  private static void print(String name, List<Double> okHttp, List<Double> ours) {
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = ours.get(i) / okHttp.get(i);
    }
    System.out.printf(
        "%-20s %8.0f ms, OkHttp alone %8.0f ms, ratio %5.2f%n",
        name, median(ours), median(okHttp), median(ratios));
  }

  private static double median(List<Double> figures) {
    return median(figures.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double median(double[] figures) {
    Arrays.sort(figures);
    return figures[figures.length / 2];
  }
}
