package dev.pageturner.async;

import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.rate.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** A program that reads many lists at once; says how many items it saw and threads it took. */
final class ManyListings {
  private ManyListings() {}

  /** Takes the URL of the API, the number of lists, and the requests that the limit allows. */
  public static void main(String[] args) throws Exception {
    int listings = Integer.parseInt(args[1]);
    RateLimit limit = RateLimit.of(Integer.parseInt(args[2]), Duration.ofHours(1));
    AtomicInteger most = new AtomicInteger();
    LongAdder items = new LongAdder();
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    try (ApiClient client =
        ApiClient.newBuilder().baseUrl(args[0]).rateLimit(limit).build()) {
      watch.scheduleWithFixedDelay(
          () -> most.accumulateAndGet(threads(), Math::max), 50, 50, TimeUnit.MILLISECONDS);
      AsyncApiClient api = AsyncApiClient.of(client);
      Pagination cursor = Pagination.cursor("$.next", "cursor").items("$.items");
      List<CompletableFuture<?>> lists = IntStream.range(0, listings)
          .<CompletableFuture<?>>mapToObj(i ->
              api.list("/numbers/" + i, RawJson.class, cursor).forEach(item -> items.increment()))
          .toList();
      CompletableFuture.allOf(lists.toArray(CompletableFuture[]::new)).get(180, TimeUnit.SECONDS);
    } finally {
      watch.shutdownNow();
    }
    System.out.println(items.sum() + " items");
    System.out.println(most.get() + " threads");
  }

  /** Threads of ours, and those on which OkHttp would send. */
  private static int threads() {
    return (int) Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("OkHttp http") || name.startsWith("pageturner-"))
        .count();
  }
}
