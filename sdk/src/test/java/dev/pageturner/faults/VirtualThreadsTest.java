package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.testing.TestedApi;
import dev.pageturner.testing.TestedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * A virtual thread that is pinned keeps one of a few carriers: then not all of these could wait.
 */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads before 21")
class VirtualThreadsTest extends ServerCase {
  private static final int PATIENCE_SECONDS = 120;

  private static Executor virtualThreads() throws Exception {
    return (Executor)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  @Test
  void fiveThousandWaitForPermitsTogether() throws Exception {
    server.enqueue(json("{}"));
    CountDownLatch waiting = new CountDownLatch(5_000);
    Duration aeon = Duration.ofDays(1_000);
    RateLimit limit = RateLimit.of(1, Duration.ofHours(1)).maxWait(aeon);
    TestedApi api = tested(ApiClient.newBuilder()
        .baseUrl(server.url("/").toString())
        .rateLimit(limit)
        .listener(event -> {
          if (event instanceof TraversalEvent.Waiting) {
            waiting.countDown();
          }
        })
        .build());
    api.get("/x", RawJson.class);

    Executor threads = virtualThreads();
    TestedRequest patient = api.request("/x").timeout(aeon);
    List<CompletableFuture<RawJson>> calls = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      calls.add(CompletableFuture.supplyAsync(() -> patient.get(RawJson.class), threads));
    }

    assertThat(waiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    api.close();
    assertThat(calls)
        .allSatisfy(call -> assertThat(call.handle((value, failure) -> failure.getCause())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS))
            .isInstanceOf(PageturnerException.class));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void hundredWaitForAnswersTogether() throws Exception {
    CountDownLatch asked = new CountDownLatch(100);
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        asked.countDown();
        boolean all = asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return all ? json("{}") : answer(404, "{}");
      }
    });
    TestedApi api = client();
    Executor threads = virtualThreads();
    List<CompletableFuture<RawJson>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      calls.add(CompletableFuture.supplyAsync(() -> api.get("/x", RawJson.class), threads));
    }

    assertThat(calls)
        .allSatisfy(call ->
            assertThat(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS).text()).isEqualTo("{}"));
  }
}
