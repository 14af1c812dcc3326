package dev.pageturner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.testing.PromptSockets;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pages cost in memory, measured in bytes and never in time. */
class PageMemoryTest {
  private static final int PAGE_SIZE = 100;
  private static final int ROUNDS = 8;
  private static final Pagination CURSOR = Pagination.cursor("$.next", "cursor").items("$.data");

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.setServerSocketFactory(new PromptSockets());
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** An item of about 760 bytes. */
  static final class Item {
    long id;
    String name;
    String text;
    List<String> tags;
    String url;
  }

  /** A page as a loop by hand decodes it. */
  static final class ItemPage {
    List<Item> data;
    String next;
  }

  private static String page(long from, int items, String next) {
    StringBuilder json = new StringBuilder("{\"data\":[");
    for (long id = from; id < from + items; id++) {
      json.append(id > from ? "," : "").append("{\"id\":").append(id);
      json.append(",\"name\":\"item ").append(id).append("\",\"text\":\"");
      json.append("All work and no play. ".repeat(28));
      json.append("\",\"tags\":[\"one\",\"two\"],\"url\":\"https://example.com/")
          .append(id);
      json.append("\"}");
    }
    return json.append("],\"next\":").append(next).append('}').toString();
  }

  @Test
  void pageOfAHundredThousandItemsIsReadNoFasterThanItIsConsumed() {
    Buffer body = new Buffer().writeUtf8("[0");
    for (int i = 1; i < 100_000; i++) {
      body.writeUtf8(",{\"id\":").writeDecimalLong(1_000_000_000L + i).writeUtf8("}");
    }
    long length = body.writeUtf8("]").size();
    server.enqueue(new MockResponse.Builder().body(body).build());
    AtomicLong read = new AtomicLong();
    Pagination onePage = Pagination.onePage().items("$");

    try (ApiClient api = counting(read);
        PagedIterator<Object> items = api.list("/big", Object.class, onePage).iterator()) {
      long most = 0;
      for (long count = 1; items.hasNext(); count++) {
        items.next();
        long consumed = count * length / 100_000;
        most = Math.max(most, read.get() - consumed);
      }
      assertThat(read).hasValue(length);
      // A segment of Okio in the reader's buffer, one in OkHttp's, and one for rounding.
      assertThat(most).isLessThanOrEqualTo(3 * 8192);
    }
  }

  private ApiClient counting(AtomicLong read) {
    OkHttpClient client = new OkHttpClient.Builder()
        .addInterceptor(chain -> counted(chain.proceed(chain.request()), read))
        .build();
    return ApiClient.newBuilder()
        .baseUrl(server.url("/").toString())
        .okHttpClient(client)
        .maxBufferedPage(64 << 10)
        .build();
  }

  private static Response counted(Response response, AtomicLong read) {
    ResponseBody body = response.body();
    ForwardingSource counting = new ForwardingSource(body.source()) {
      @Override
      public long read(Buffer sink, long byteCount) throws IOException {
        long count = super.read(sink, byteCount);
        read.addAndGet(Math.max(0, count));
        return count;
      }
    };
    return response
        .newBuilder()
        .body(ResponseBody.create(Okio.buffer(counting), body.contentType(), body.contentLength()))
        .build();
  }

  @Test
  void itemsAllocateLittleMoreThanInALoopByHand() throws Exception {
    server.setDispatcher(new Pages(100));
    OkHttpClient client = new OkHttpClient();
    JsonAdapter<ItemPage> adapter = new Moshi.Builder().build().adapter(ItemPage.class);
    try (ApiClient api = ApiClient.newBuilder()
        .baseUrl(server.url("/").toString())
        .okHttpClient(client)
        .build()) {
      long loop = Long.MAX_VALUE;
      long ours = Long.MAX_VALUE;
      // The least of several: what is loaded and compiled once is allocated once.
      for (int round = 0; round < ROUNDS; round++) {
        long[] allocated = new long[2];
        // Okio's pool of segments is split by threads, and the server's own share it: both have the
        // same part, in the next round another one.
        Thread thread = new Thread(() -> {
          allocated[0] = measured(() -> loop(client, adapter));
          allocated[1] = measured(() -> listed(api));
        });
        thread.start();
        thread.join();
        loop = Math.min(loop, allocated[0]);
        ours = Math.min(ours, allocated[1]);
        assertThat(allocated).doesNotContain(0);
      }
      assertThat((double) ours / loop).isLessThanOrEqualTo(1.15);
    }
  }

  /** {@return the bytes that this thread allocates for all items; 0 if some are missing} */
  private static long measured(Callable<Integer> all) {
    try {
      long before = AllocatedBytes.ofThisThread();
      return all.call() == 100 * PAGE_SIZE ? AllocatedBytes.ofThisThread() - before : 0;
    } catch (Exception e) {
      return 0;
    }
  }

  private static int listed(ApiClient api) {
    int listed = 0;
    for (Item item : api.list("/items", Item.class, CURSOR)) {
      listed += item.id >= 0 ? 1 : 0;
    }
    return listed;
  }

  private int loop(OkHttpClient client, JsonAdapter<ItemPage> adapter) throws IOException {
    int count = 0;
    String cursor = "0";
    while (cursor != null) {
      Request request =
          new Request.Builder().url(server.url("/items?cursor=" + cursor)).build();
      try (Response response = client.newCall(request).execute()) {
        ItemPage page = adapter.fromJson(response.body().source());
        count += page.data.size();
        cursor = page.next;
      }
    }
    return count;
  }

  /** As many pages, their cursors being their numbers. */
  private static final class Pages extends Dispatcher {
    private final int count;

    Pages(int count) {
      this.count = count;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String cursor = request.getUrl().queryParameter("cursor");
      int number = cursor == null ? 0 : Integer.parseInt(cursor);
      String next = number + 1 < count ? "\"" + (number + 1) + "\"" : "null";
      return new MockResponse.Builder()
          .body(page((long) number * PAGE_SIZE, PAGE_SIZE, next))
          .build();
    }
  }

  /** The JVM's count, reached by reflection since the module does not read its management. */
  private static final class AllocatedBytes {
    static long ofThisThread() throws ReflectiveOperationException {
      try {
        Object bean = Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
        return (long) Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getCurrentThreadAllocatedBytes")
            .invoke(bean);
      } catch (ClassNotFoundException | NoSuchMethodException e) {
        assumeTrue(false, "this JVM does not count allocated bytes");
        throw e;
      }
    }
  }
}
