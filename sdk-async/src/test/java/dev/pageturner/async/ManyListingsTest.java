package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.rate.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class ManyListingsTest extends ServerCase {
  private static final int LISTINGS = 1000;
  private static final int PAGES = 20;
  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final int MOST_THREADS = 16;

  /** Page {@code n} leads to page {@code n + 1}. */
  private static final class Pages extends Dispatcher {
    final AtomicInteger asked = new AtomicInteger();

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      asked.incrementAndGet();
      HttpUrl url = request.getUrl();
      String cursor = url.queryParameter("cursor");
      int page = cursor == null ? 1 : Integer.parseInt(cursor);
      String next = page < PAGES ? ", 'next': '" + (page + 1) + "'" : "";
      return json("{'items': [" + page + ", 2, 3]" + next + "}")
          .headersDelay(LATENCY.toMillis(), TimeUnit.MILLISECONDS)
          .build();
    }
  }

  @Test
  void thousandListingsRunOnAHandfulOfThreads() throws Exception {
    Pages pages = new Pages();
    server.setDispatcher(pages);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Set<String> ours = ConcurrentHashMap.newKeySet();
    AtomicInteger most = new AtomicInteger();
    RateLimit limit = RateLimit.of(LISTINGS * PAGES, Duration.ofHours(1));
    AsyncApiClient api = AsyncApiClient.of(client(builder().rateLimit(limit)));
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    try {
      watch.scheduleWithFixedDelay(
          () -> most.accumulateAndGet(ours(before, ours), Math::max),
          50,
          50,
          TimeUnit.MILLISECONDS);

      List<CompletableFuture<List<Integer>>> lists = IntStream.range(0, LISTINGS)
          .mapToObj(i -> api.list("/numbers/" + i, Integer.class, CURSOR).toList())
          .toList();
      CompletableFuture.allOf(lists.toArray(CompletableFuture[]::new)).get(180, TimeUnit.SECONDS);

      assertThat(lists).allSatisfy(list -> assertThat(list.join()).hasSize(3 * PAGES));
      assertThat(pages.asked).hasValue(LISTINGS * PAGES);
      assertThat(most.get()).as(ours.toString()).isBetween(1, MOST_THREADS);
    } finally {
      watch.shutdownNow();
    }
  }

  /** Threads of ours, and those on which OkHttp would send. */
  private static int ours(Set<Thread> before, Set<String> names) {
    int count = 0;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      String name = thread.getName();
      boolean serving = name.startsWith("MockWebServer");
      boolean okHttp = name.startsWith("OkHttp http") || name.startsWith("pageturner-");
      if (!before.contains(thread) && !serving && okHttp) {
        names.add(name.replaceAll("[0-9]", ""));
        count++;
      }
    }
    return count;
  }
}
