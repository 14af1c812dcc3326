package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An item is not of its type the first time only: a deployment, another replica. */
class FailingItemTest {
  private static final int PAGES = 4;
  private static final int SIZE = 3;

  private record Item(int v) {}

  /** Pages by number, with a total or a cursor; one item of one page is bad once. */
  private static final class Api implements Interceptor {
    private final int bad;
    private final AtomicInteger left = new AtomicInteger(1);

    Api(int bad) {
      this.bad = bad;
    }

    @Override
    public Response intercept(Chain chain) {
      String asked = chain.request().url().queryParameter("page");
      int page = asked == null ? 1 : Integer.parseInt(asked);
      boolean breaks = (bad / SIZE) + 1 == page && left.getAndDecrement() > 0;
      String items = IntStream.range((page - 1) * SIZE, Math.min(page, PAGES) * SIZE)
          .mapToObj(i -> "{\"v\":" + (breaks && i == bad ? "[]" : i) + "}")
          .collect(Collectors.joining(","));
      String next = page < PAGES ? "\"" + (page + 1) + "\"" : "null";
      String body =
          "{\"items\":[" + items + "],\"total\":" + PAGES * SIZE + ",\"next\":" + next + "}";
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(200)
          .message("")
          .body(ResponseBody.create(body, MediaType.get("application/json")))
          .build();
    }
  }

  private static final List<Pagination> WAYS = List.of(
      Pagination.pageNumber("page", 1).items("$.items").totalItems("$.total"),
      Pagination.pageNumber("page", 1).items("$.items"),
      Pagination.cursor("$.next", "page").items("$.items"),
      Pagination.detect());

  @ParameterizedTest(name = "prefetch {0}")
  @ValueSource(ints = {0, 1, 2, 3})
  void itemThatFailsOnceAndIsAskedForAgainLosesNoPage(int prefetch) {
    for (Pagination way : WAYS) {
      for (int buffered : new int[] {1 << 20, 1}) {
        for (int bad = 0; bad < PAGES * SIZE; bad++) {
          check(way, prefetch, buffered, bad);
        }
      }
    }
  }

  private static void check(Pagination way, int prefetch, int buffered, int bad) {
    String how = way + ", item " + bad + ", " + buffered + " bytes buffered";
    Api server = new Api(bad);
    try (ApiClient client = ApiClient.newBuilder()
            .baseUrl("https://h/")
            .okHttpClient(new OkHttpClient.Builder().addInterceptor(server).build())
            .maxBufferedPage(buffered)
            .build();
        PagedIterator<Item> items =
            client.list("/x", Item.class, way).prefetch(prefetch).iterator()) {
      List<Integer> got = new ArrayList<>();
      int failures = 0;
      boolean more = true;
      while (more) {
        try {
          more = items.hasNext();
          if (more) {
            got.add(items.next().v());
          }
        } catch (PageturnerException e) {
          failures++;
          assertThat(failures).as(how).isEqualTo(1);
          assertThat(e.checkpoint().orElseThrow().items()).as(how).isEqualTo(bad);
        }
      }
      assertThat(got).as(how).isEqualTo(IntStream.range(0, PAGES * SIZE).boxed().toList());
      assertThat(failures).as(how).isEqualTo(1);
      assertThat(items.stopReason()).as(how).contains(StopReason.END_OF_LIST);
    }
  }
}
