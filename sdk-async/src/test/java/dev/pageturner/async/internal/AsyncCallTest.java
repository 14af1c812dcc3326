package dev.pageturner.async.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.auth.Authorization;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.Pause;
import dev.pageturner.internal.http.Transport;
import dev.pageturner.internal.http.TransportSettings;
import dev.pageturner.internal.time.Scheduler;
import dev.pageturner.internal.url.Origin;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.retry.RetryBudget;
import dev.pageturner.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Retries that a timer holds, and what becomes of them when their call is cancelled. */
@Timeout(60)
class AsyncCallTest {
  private final MockWebServer server = new MockWebServer();
  private final CancelHandle cancel = new CancelHandle();
  private final BlockingQueue<Timer> timers = new LinkedBlockingQueue<>();

  /** A task that runs when the test says so, even if it was taken back: as one that had begun. */
  private record Timer(Runnable task, CountDownLatch takenBack) {}

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private AsyncTransport transport(Scheduler scheduler) {
    return new AsyncTransport(sender(scheduler), 1);
  }

  private Transport sender(Scheduler scheduler) {
    HttpUrl url = server.url("/");
    TransportSettings settings = new TransportSettings(
        Origin.of(url),
        Set.of(),
        (Authorization request) -> {},
        Set.of(),
        null,
        RateLimit.of(2, Duration.ofHours(1)).maxWait(Duration.ZERO),
        RetryPolicy.standard(),
        RetryBudget.standard(),
        Pause.real(),
        scheduler);
    return new Transport(new OkHttpClient(), settings);
  }

  private CompletableFuture<String> get(AsyncTransport transport, CancelHandle cancel) {
    ApiCall call =
        new ApiCall("GET", server.url("/x"), Headers.of(), null, false, null, null, Set.of());
    return transport.send(
        call, event -> {}, (response, sent, exchange) -> response.body().string(), cancel);
  }

  private Runnable hold(Runnable task) {
    Timer timer = new Timer(task, new CountDownLatch(1));
    timers.add(timer);
    return timer.takenBack()::countDown;
  }

  /** Waits for the only thread that sends: it has the timer and has not let go of the call yet. */
  private static void afterWhatIsUnderWay(AsyncTransport transport) throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    transport.threads().execute(free::countDown);
    free.await();
  }

  private static MockResponse status(int status) {
    return new MockResponse.Builder().code(status).build();
  }

  @Test
  void retryIsTakenBackWhenTheCallIsCancelledWhileItWaits() throws Exception {
    server.enqueue(status(503));
    server.enqueue(status(200));
    AsyncTransport transport = transport((delay, task) -> hold(task));
    CompletableFuture<String> cancelled = get(transport, cancel);
    Timer timer = timers.take();
    afterWhatIsUnderWay(transport);

    cancel.cancel();

    assertThat(timer.takenBack().getCount()).isZero();
    assertThatThrownBy(cancelled::join).hasMessageContaining("cancelled");
    // Neither its slot nor its permit is lost: there is one of each.
    timer.task().run();
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(get(transport, new CancelHandle()).join()).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void retryIsTakenBackWhenTheCallIsCancelledWhileItIsScheduled() throws Exception {
    server.enqueue(status(503));
    AsyncTransport transport = transport((delay, task) -> {
      cancel.cancel();
      return hold(task);
    });
    CompletableFuture<String> cancelled = get(transport, cancel);

    timers.take().takenBack().await();

    assertThatThrownBy(cancelled::join).hasMessageContaining("cancelled");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void callThatNoThreadTakesFailsAndLosesNeitherSlotNorPermit() {
    server.enqueue(status(200));
    server.enqueue(status(200));
    Queue<Error> failures = new ArrayDeque<>(
        List.of(new OutOfMemoryError("no thread"), new OutOfMemoryError("no thread")));
    AsyncTransport transport = new AsyncTransport(sender(Scheduler.system()), 1, task -> {
      if (!failures.isEmpty()) {
        throw failures.remove();
      }
      task.run();
    });

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(get(transport, cancel)::join).hasRootCauseMessage("no thread");
    }

    // There is one slot, and there are two permits.
    assertThat(get(transport, cancel).join()).isEmpty();
    assertThat(get(transport, cancel).join()).isEmpty();
  }

  @Test
  void retryThatCannotBeScheduledIsTheEndOfTheCall() {
    server.enqueue(status(503));
    AsyncTransport transport = transport((delay, task) -> {
      throw new IllegalStateException("no timer");
    });

    assertThatThrownBy(get(transport, cancel)::join).hasRootCauseMessage("no timer");
  }
}
