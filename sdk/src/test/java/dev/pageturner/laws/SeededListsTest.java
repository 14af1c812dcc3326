package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.pageturner.ApiClient;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.retry.RetryPolicy;
import dev.pageturner.testing.ConformanceFile;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any list, in pages of any size, by any dialect, from a server of any habits: the same items. */
class SeededListsTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static PagedIterable<Raw> list(SeededServer server, ApiClient client, Pagination how) {
    return client.request(server.path()).pagination(how).list(Raw.class);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void givesTheItemsOnceInOrderByOneRequestPerPage(long seed) {
    Random random = new Random(seed);
    SeededServer server = new SeededServer(random);
    try (ApiClient client = client(server, random.nextBoolean() ? 1 << 20 : 1)) {
      PagedIterable<Raw> list = list(server, client, server.pagination());
      assertThat(list.map(Raw::json).toList()).isEqualTo(server.items());
      assertThat(server.requests()).isEqualTo(server.pages());

      int taken = random.nextInt(server.items().size() + 1);
      PagedIterator<Raw> first = list.iterator();
      for (int i = 0; i < taken; i++) {
        assertThat(first.next().json()).isEqualTo(server.items().get(i));
      }
      Checkpoint stored = Checkpoint.parse(first.checkpoint().toString());
      assertThat(list.startFrom(stored).map(Raw::json).toList())
          .isEqualTo(server.items().subList(taken, server.items().size()));
      assertThat(list.prefetch(1 + random.nextInt(3)).map(Raw::json).toList())
          .isEqualTo(server.items());
    }
  }

  private static ApiClient client(SeededServer server, int maxBufferedPage) {
    return ApiClient.newBuilder()
        .baseUrl("https://h/")
        .okHttpClient(new OkHttpClient.Builder().addInterceptor(server).build())
        .moshi(new Moshi.Builder().add(new Raw.Adapter()).build())
        .retryPolicy(RetryPolicy.none())
        .maxBufferedPage(maxBufferedPage)
        .build();
  }

  /** {@return strings that were trouble to somebody, as JSON} */
  static List<String> naughty() {
    return ((List<?>) ConformanceFile.read("naughty-strings/blns.json").get("cases"))
        .stream().map(String.class::cast).filter(text -> !text.isEmpty()).toList();
  }
}
