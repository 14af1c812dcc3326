package dev.pageturner.laws;

import com.squareup.moshi.Moshi;
import dev.pageturner.ApiClient;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.retry.RetryPolicy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** An API in memory: answers by target, and takes down what was asked. */
final class FakeApi implements Interceptor {
  static final Pagination CURSOR = Pagination.cursor("$.next", "cursor").items("$.items");

  private record Answer(int status, Headers headers, String body) {}

  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  /** Adds an answer to a target; the last one stays. */
  FakeApi on(String target, String json) {
    return on(target, 200, json);
  }

  /** Adds an answer with a status and headers, as name and value by turns. */
  FakeApi on(String target, int status, String json, String... headers) {
    answers
        .computeIfAbsent(target, t -> new ArrayDeque<>())
        .add(new Answer(status, Headers.of(headers), json.replace('\'', '"')));
    return this;
  }

  /** {@return three pages of items a b, c d, e} */
  static FakeApi ofThreePages() {
    return new FakeApi()
        .on("/names", "{'items': ['a', 'b'], 'next': 'c1'}")
        .on("/names?cursor=c1", "{'items': ['c', 'd'], 'next': 'c2'}")
        .on("/names?cursor=c2", "{'items': ['e'], 'next': null}");
  }

  /** {@return a builder of a client of this API, which sends each request once} */
  ApiClient.Builder client() {
    return ApiClient.newBuilder()
        .baseUrl("https://h/")
        .okHttpClient(new OkHttpClient.Builder().addInterceptor(this).build())
        .moshi(new Moshi.Builder().add(new Raw.Adapter()).build())
        .retryPolicy(RetryPolicy.none());
  }

  /** {@return the list of names} */
  PagedIterable<String> names() {
    return client().build().list("/names", String.class, CURSOR);
  }

  /** {@return how many requests there were} */
  int asked() {
    return requests.size();
  }

  /** {@return the requests} */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** {@return the targets that were asked for} */
  List<String> targets() {
    return requests().stream().map(FakeApi::target).toList();
  }

  private static String target(Request request) {
    String query = request.url().encodedQuery();
    return request.url().encodedPath() + (query == null ? "" : "?" + query);
  }

  @Override
  public Response intercept(Chain chain) {
    Request request = chain.request();
    requests.add(request);
    Deque<Answer> scripted =
        answers.getOrDefault(target(request), new ArrayDeque<>(List.of(missing())));
    Answer answer = scripted.size() > 1 ? scripted.remove() : scripted.element();
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(answer.status())
        .message("")
        .headers(answer.headers())
        .body(ResponseBody.create(answer.body(), MediaType.get("application/json")))
        .build();
  }

  private static Answer missing() {
    return new Answer(404, Headers.of(), "{}");
  }
}
