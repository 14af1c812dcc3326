package dev.pageturner.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.auth.Authorization;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.rate.Permit;
import dev.pageturner.internal.rate.QueuedRateLimit;
import dev.pageturner.internal.rate.Waiter;
import dev.pageturner.internal.time.Scheduler;
import dev.pageturner.internal.url.Origin;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.retry.RetryBudget;
import dev.pageturner.retry.RetryPolicy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PermitWaitTest {
  private static final HttpUrl URL = HttpUrl.get("http://localhost/names");
  private final CountDownLatch inLine = new CountDownLatch(1);
  private final RateLimit limit = RateLimit.of(2, Duration.ofHours(1));
  private final QueuedRateLimit permits = QueuedRateLimit.of(limit);
  private final CancelHandle cancel = new CancelHandle();

  private CallExchange exchange() {
    TransportSettings settings = new TransportSettings(
        Origin.of(URL),
        Set.of(),
        (Authorization request) -> {},
        Set.of(),
        null,
        limit,
        RetryPolicy.none(),
        RetryBudget.standard(),
        Pause.real(),
        Scheduler.system());
    ApiCall call = new ApiCall("GET", URL, Headers.of(), null, false, null, null, Set.of());
    return new CallExchange(settings, call, event -> {});
  }

  private void wait(QueuedRateLimit from) {
    assertThatThrownBy(() -> PermitWait.acquire(from, Duration.ofHours(2), exchange(), cancel))
        .isInstanceOf(PageturnerException.Cancelled.class);
  }

  /** One who is served first, and who on that occasion gives a permit to the next and ends him. */
  private record Interrupter(Permit held, Thread next) implements Waiter {
    @Override
    public void granted(Permit permit) {
      held.giveBack();
      next.interrupt();
      try {
        next.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void refused(PageturnerException.RateLimited refusal) {
      throw new AssertionError(refusal);
    }
  }

  @Test
  void aPermitThatReachesACallWhichWasInterruptedIsGivenBack() throws Exception {
    Permit one = permits.acquire();
    Permit other = permits.acquire();
    Thread thread = new Thread(() -> wait(permits.listener(wait -> inLine.countDown())));
    permits.reserve(new Interrupter(other, thread));
    thread.start();
    inLine.await();

    one.giveBack();

    assertThat(thread.isAlive()).isFalse();
    assertThat(permits.acquire(Duration.ZERO)).isNotNull();
  }

  @Test
  void aWaitForEverIsNoOverflow() throws Exception {
    cancel.cancel();
    cancel.await(ChronoUnit.FOREVER.getDuration());

    assertThat(cancel.isCancelled()).isTrue();
  }
}
