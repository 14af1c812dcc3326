package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.retry.RetryPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Options of a call reach each of its pages. */
class OptionsEdgeTest {
  private final FakeApi api = FakeApi.ofThreePages();

  @Test
  @DisplayName("edge 47: headers and a time limit of the call hold for every page")
  void optionsReachEveryPage() {
    try (ApiClient client = api.client().header("X-Client", "c").build()) {
      assertThat(client
              .request("/names")
              .header("X-Call", "d")
              .timeout(Duration.ofMinutes(1))
              .pagination(FakeApi.CURSOR)
              .list(String.class))
          .hasSize(5);
    }
    assertThat(api.requests())
        .hasSize(3)
        .allMatch(request -> "c".equals(request.header("X-Client")))
        .allMatch(request -> "d".equals(request.header("X-Call")));
  }

  @Test
  @DisplayName("edge 48: each page asks for the token again")
  void tokensAreAskedForPerPage() {
    AtomicInteger tokens = new AtomicInteger();
    try (ApiClient client =
        api.client().bearer(() -> "t" + tokens.incrementAndGet()).build()) {
      assertThat(client.list("/names", String.class, FakeApi.CURSOR)).hasSize(5);
    }
    assertThat(api.requests())
        .extracting(request -> request.header("Authorization"))
        .containsExactly("Bearer t1", "Bearer t2", "Bearer t3");
  }

  @Test
  @DisplayName("edge 49: each page of a POST list has an idempotency key of its own")
  void idempotencyKeysPerPage() {
    try (ApiClient client = api.client().build()) {
      assertThat(client
              .request("/names")
              .method("POST")
              .body(Map.of("q", "x"))
              .idempotencyKey("Idempotency-Key")
              .pagination(FakeApi.CURSOR)
              .list(String.class))
          .hasSize(5);
    }
    assertThat(api.requests())
        .extracting((Request request) -> request.header("Idempotency-Key"))
        .doesNotHaveDuplicates()
        .doesNotContainNull();
  }

  @Test
  @DisplayName("edge 50: a client closed in the middle says so at the next page")
  void closedClient() {
    ApiClient client = api.client().build();
    PagedIterator<String> names =
        client.list("/names", String.class, FakeApi.CURSOR).iterator();
    assertThat(names.next() + names.next()).isEqualTo("ab");
    client.close();
    assertThatThrownBy(names::hasNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(api.asked()).isEqualTo(1);
  }

  @Test
  @DisplayName("edge 106: a POST list is repeated where it is declared to be a read, else not")
  void postLists() {
    FakeApi flaky = new FakeApi().on("/names", 503, "").on("/names", "{'items': ['a']}");
    RetryPolicy once =
        new RetryPolicy.Builder().maxRetries(1).backoff(retry -> Duration.ZERO).build();
    try (ApiClient client = flaky.client().retryPolicy(once).build()) {
      ApiRequest search =
          client.request("/names").body(Map.of("q", "x")).pagination(FakeApi.CURSOR);
      assertThatThrownBy(() -> search.list(String.class).toList())
          .isInstanceOf(PageturnerException.Status.class);
      assertThat(flaky.asked()).isEqualTo(1);
      flaky.on("/names", 503, "").on("/names", "{'items': ['b']}");
      assertThat(search.repeatable().list(String.class)).containsExactly("a");
      assertThat(search.repeatable().list(String.class)).containsExactly("b");
      assertThat(flaky.asked()).isEqualTo(4);
    }
  }

  @Test
  @DisplayName("edge 109: a token that expires in the middle is replaced, the page asked again")
  void expiredToken() {
    FakeApi expiring = new FakeApi()
        .on("/names", "{'items': ['a'], 'next': 'c1'}")
        .on("/names?cursor=c1", 401, "{}")
        .on("/names?cursor=c1", "{'items': ['b']}");
    AtomicInteger tokens = new AtomicInteger();
    try (ApiClient client =
        expiring.client().bearer(() -> "t" + tokens.incrementAndGet()).build()) {
      assertThat(client.list("/names", String.class, FakeApi.CURSOR)).containsExactly("a", "b");
    }
    assertThat(expiring.targets())
        .containsExactly("/names", "/names?cursor=c1", "/names?cursor=c1");
  }
}
