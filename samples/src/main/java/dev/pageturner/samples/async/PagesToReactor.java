package dev.pageturner.samples.async;

import dev.pageturner.ApiClient;
import dev.pageturner.async.AsyncApiClient;
import dev.pageturner.page.Page;
import java.util.List;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/**
 * Hands the pages of a list to Reactor, whose operators then ask for as many as they need.
 *
 * <p>RxJava takes a publisher by {@code Flowable.fromPublisher(FlowAdapters.toPublisher(list))},
 * Mutiny by {@code Multi.createFrom().publisher(list)}.
 */
public final class PagesToReactor {
  private PagesToReactor() {}

  /** Runs against a server of its own. */
  public static void main(String[] args) throws Exception {
    try (TicketsApi server = TicketsApi.start();
        ApiClient client = ApiClient.create(server.url())) {
      List<Integer> sums = sums(AsyncApiClient.of(client));
      System.out.println("Sums of the ids of the first pages: " + sums);
    }
  }

  static List<Integer> sums(AsyncApiClient api) {
    Flux<Page<Ticket>> pages =
        JdkFlowAdapter.flowPublisherToFlux(api.list("/tickets", Ticket.class).pages());
    return pages
        .take(3) // Two of the five pages are never fetched.
        .map(page -> page.items().stream().mapToInt(ticket -> ticket.id).sum())
        .collectList()
        .blockOptional()
        .orElseThrow();
  }
}
