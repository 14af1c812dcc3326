package dev.pageturner.samples.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.async.AsyncApiClient;
import org.junit.jupiter.api.Test;

class AsyncSamplesTest {
  @Test
  void eachDetailIsFetched() throws Exception {
    try (TicketsApi server = TicketsApi.start();
        ApiClient client = ApiClient.create(server.url())) {
      assertThat(ConcurrentDetails.details(AsyncApiClient.of(client))).isEqualTo(100);
    }
  }

  @Test
  void reactorTakesThePagesItNeeds() throws Exception {
    try (TicketsApi server = TicketsApi.start();
        ApiClient client = ApiClient.create(server.url())) {
      assertThat(PagesToReactor.sums(AsyncApiClient.of(client))).containsExactly(210, 610, 1010);
    }
  }
}
