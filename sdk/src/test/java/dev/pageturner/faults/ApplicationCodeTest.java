package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.content.Download;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.http.Bounds;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.testing.TestedApi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code of the application that throws, and servers that stall under it. */
@Timeout(60)
class ApplicationCodeTest extends ServerCase {
  private static final TraversalListener BROKEN = event -> {
    throw new IllegalStateException("a bug");
  };

  private RawServer stalled() throws IOException {
    return closing(new RawServer((socket, out) -> {
      out.write(("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n0123456789").getBytes());
      out.flush();
      new CountDownLatch(1).await();
    }));
  }

  @Test
  void listenerThatThrowsBreaksNoCall() {
    server.enqueue(status(503));
    server.enqueue(json("{'id': 1}"));
    TestedApi api = tested(builder().listener(BROKEN).build());

    assertThat(api.get("/user", RawJson.class).text()).contains("id");
  }

  @Test
  void listenerThatThrowsSilencesNoOther() {
    server.enqueue(status(503));
    server.enqueue(json("{'id': 1}"));
    List<TraversalEvent> events = new CopyOnWriteArrayList<>();
    TestedApi api = tested(builder().listener(BROKEN.and(events::add)).build());

    api.get("/user", RawJson.class);

    assertThat(events).hasAtLeastOneElementOfType(TraversalEvent.Retrying.class);
  }

  @Test
  void tokenThatFailsAfterStatus401IsAFailureOfTheCredentials() {
    server.enqueue(status(401));
    AtomicInteger asked = new AtomicInteger();
    TestedApi api = tested(builder()
        .bearer(() -> {
          if (asked.incrementAndGet() == 2) {
            throw new IllegalStateException("sealed");
          }
          return "t";
        })
        .build());

    assertThat(failure(() -> api.get("/user", RawJson.class)).kind()).isEqualTo(Kind.CALLBACK);
  }

  @Test
  void callWatchOutlivesAListenerOfOkHttpThatThrows() throws Exception {
    OkHttpClient own = new OkHttpClient.Builder()
        .eventListener(new EventListener() {
          @Override
          public void canceled(Call call) {
            throw new AssertionError("a bug");
          }
        })
        .build();
    TestedApi api = tested(builder(stalled().url()).okHttpClient(own).build());
    for (int i = 0; i < 2; i++) {
      PageturnerException failure =
          failure(() -> api.request("/file").timeout(Duration.ofMillis(200)).get(RawJson.class));
      assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    }
  }

  @Test
  void downloadThatIsClosedEarlyDoesNotWaitForTheRest() throws Exception {
    ApiClient api = closing(builder(stalled().url())
        .okHttpClient(new OkHttpClient.Builder().readTimeout(Duration.ZERO).build())
        .build());
    Download download = api.request("/file").download("GET");

    assertThat(download.stream().read()).isEqualTo('0');
    download.close(); // The test's own time limit is what would notice.
  }

  @Test
  void whatIsHeldWholeIsBoundedByTheHeap() {
    assertThat(new Bounds(1, Long.MAX_VALUE, 1).whole())
        .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory() / 8);
    assertThat(new Bounds(1, 1_000, 1).whole()).isEqualTo(1_000);
  }

  @Test
  void gzipThatUnpacksToMoreThanIsHeldWholeIsAnError() throws Exception {
    String zeros = "\"" + "0".repeat(5_000_000) + "\"";
    server.enqueue(bytes(gzip(zeros), "Content-Encoding", "gzip"));
    server.enqueue(bytes(gzip(zeros), "Content-Encoding", "gzip"));
    ApiClient api = closing(builder().maxBody(4_000_000).build());

    assertThat(failure(() -> api.request("/text").text("GET")).kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(failure(() -> api.get("/object", RawJson.class)).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void headersOfAnAnswerAreFoundInAnyCase() {
    server.enqueue(json("{}").newBuilder().addHeader("X-Total", "7").build());

    assertThat(client().request("/user").send("GET", RawJson.class).headers().get("x-TOTAL"))
        .containsExactly("7");
  }
}
