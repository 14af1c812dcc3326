package dev.pageturner.samples.async;

import dev.pageturner.ApiClient;
import dev.pageturner.async.AsyncApiClient;
import dev.pageturner.rate.RateLimit;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lists ids and fetches each detail, at most ten at a time, all of it under one rate limit.
 *
 * <p>The list is read as the details are done: pages that nobody is ready for are not fetched.
 */
public final class ConcurrentDetails {
  private static final int AT_A_TIME = 10;

  private ConcurrentDetails() {}

  /** Runs against a server of its own. */
  public static void main(String[] args) throws Exception {
    try (TicketsApi server = TicketsApi.start();
        ApiClient client = ApiClient.newBuilder()
            .baseUrl(server.url())
            .rateLimit(RateLimit.of(200, Duration.ofSeconds(1)))
            .build()) {
      System.out.println(details(AsyncApiClient.of(client)) + " tickets");
    }
  }

  static int details(AsyncApiClient api) throws Exception {
    AtomicInteger done = new AtomicInteger();
    CompletableFuture<?> end = api.list("/tickets", Ticket.class)
        .forEachAsync(
            AT_A_TIME,
            listed -> api.get("/tickets/" + listed.id, Ticket.class).thenAccept(ticket -> {
              System.out.println(ticket);
              done.incrementAndGet();
            }));
    end.get();
    return done.get();
  }
}
