package dev.pageturner.testing;

import dev.pageturner.ApiClient;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.retry.RetryPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;

/** A list of numbers in pages, one of which is cut at an item, a number of times. */
public final class CutPages extends Dispatcher implements AutoCloseable {
  public static final int ITEMS = 9;
  public static final Pagination CURSOR = Pagination.cursor("$.next", "cursor").items("$.items");
  private static final int PAGE = 3;

  private final MockWebServer server = new MockWebServer();
  private final AtomicInteger cutsLeft = new AtomicInteger();
  private volatile int cutItem;
  private volatile boolean within;

  public CutPages() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.setDispatcher(this);
    server.start();
  }

  /** {@return a client without retries, which streams all pages or none} */
  public ApiClient client(boolean streaming) {
    ApiClient.Builder builder =
        ApiClient.newBuilder().baseUrl(server.url("/").toString()).retryPolicy(RetryPolicy.none());
    return (streaming ? builder.maxBufferedPage(1) : builder).build();
  }

  /** Cuts a page before an item or within it, so many times. */
  public CutPages cut(int item, boolean within, int times) {
    this.cutItem = item;
    this.within = within;
    cutsLeft.set(times);
    return this;
  }

  /** {@return how many of the cuts have not come about} */
  public int cutsLeft() {
    return cutsLeft.get();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    HttpUrl url = request.getUrl();
    String cursor = url.queryParameter("cursor");
    int from = cursor == null ? 0 : Integer.parseInt(cursor);
    String items = IntStream.range(from, from + PAGE)
        .mapToObj(i -> "\"" + i + "\"")
        .collect(Collectors.joining(","));
    int next = from + PAGE;
    String page =
        "{\"items\":[" + items + "],\"next\":" + (next < ITEMS ? "\"" + next + "\"" : null) + "}";
    boolean cut = from <= cutItem && cutItem < next && cutsLeft.getAndUpdate(CutPages::fewer) > 0;
    return cut ? cut(page) : new MockResponse.Builder().body(page).build();
  }

  private static int fewer(int cuts) {
    return Math.max(0, cuts - 1);
  }

  private MockResponse cut(String page) {
    int end = page.indexOf("\"" + cutItem + "\"") + (within ? 2 : 0);
    return new MockResponse.Builder()
        .body(page.substring(0, end))
        .setHeader("Content-Length", page.length())
        .onResponseEnd(new SocketEffect.CloseSocket())
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
