package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.retry.Backoff;
import dev.pageturner.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedFaultsTest {
  private MockApi api;
  private ApiClient client;

  @BeforeEach
  void start() {
    api = Shop.start(100);
    client = ApiClient.newBuilder()
        .baseUrl(api.baseUrl())
        .retryPolicy(RetryPolicy.standard()
            .newBuilder()
            .maxRetries(3)
            .backoff(Backoff.exponential(Duration.ofMillis(1), Duration.ofMillis(2)))
            .build())
        .build();
  }

  @AfterEach
  void stop() {
    client.close();
    api.close();
  }

  private PagedIterable<RawJson> list(String id) {
    Detection list = Shop.list(id);
    return Shop.walk(client, list, list.pagination().orElseThrow());
  }

  static Stream<Arguments> survived() {
    return Stream.of(
        Arguments.of("a status", Fault.status(503)),
        Arguments.of("a status twice", Fault.status(500).times(2)),
        Arguments.of("too many requests", Fault.status(429).retryAfter(0)),
        Arguments.of("a cut body", Fault.cutBody()),
        Arguments.of("a reset", Fault.reset()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("survived")
  void aListIsWholeAfter(String name, Fault fault) {
    List<RawJson> expected = list("listUsers").toList();
    api.clearRequests();
    api.list("listUsers").failOnPage(3, fault);

    assertThat(list("listUsers").toList()).isEqualTo(expected);
    assertThat(api.requests("listUsers").size()).isGreaterThan(5);
  }

  static Stream<Arguments> fatal() {
    return Stream.of(
        Arguments.of("a status", Fault.status(404), "STATUS"),
        Arguments.of("a length too small", Fault.wrongLength(), "PARSE"),
        Arguments.of("a page of HTML", Fault.htmlPage(), "PARSE"),
        Arguments.of("an expired cursor", Fault.expiredCursor(), "STATUS"),
        Arguments.of("a duplicate cursor", Fault.duplicateCursor(), "LOOP"),
        Arguments.of("a cyclic cursor", Fault.cyclicCursor(), "LOOP"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fatal")
  void aListFailsAfter(String name, Fault fault, String kind) {
    api.list("listUsers").failOnPage(3, fault);

    assertThatThrownBy(() -> list("listUsers").toList())
        .isInstanceOfSatisfying(PageturnerException.class, e -> {
          assertThat(e.kind().toString()).contains(kind);
          assertThat(e.checkpoint()).isPresent();
        });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "listUsers",
        "listProducts",
        "listWebhooks",
        "listEvents",
        "searchOrders",
        "listExports",
        "listOrders"
      })
  void anEmptyPageInTheMiddleLosesNothing(String id) {
    List<RawJson> expected = list(id).toList();
    api.clearRequests();
    api.list(id).failOnPage(3, Fault.emptyPage());

    assertThat(list(id).toList()).isEqualTo(expected);
    assertThat(api.requests(id)).hasSize(6);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"listProducts", "listWebhooks", "listOrders"})
  void aLinkToAnotherHostIsServed(String id) {
    api.list(id).failOnPage(2, Fault.nextLinkTo("https://elsewhere.example"));

    assertThatThrownBy(() -> list(id).toList())
        .isInstanceOf(PageturnerException.Paging.class)
        .hasMessageContaining("elsewhere.example");
  }

  @ParameterizedTest(name = "{0}: {1} items")
  @CsvSource({"listUsers, 100", "listCustomers, 105", "listInvoices, 105", "listPayments, 100"})
  void itemsInsertedWhilePagingShiftCountedListsOnly(String id, int items) {
    api.list(id).failOnPage(3, Fault.insertItems(5));

    List<RawJson> seen = list(id).toList();

    assertThat(seen).hasSize(items);
    assertThat(seen.stream().distinct()).hasSize(100);
  }

  @ParameterizedTest(name = "{0}: {1} items")
  @CsvSource({"listUsers, 100", "listCustomers, 95", "listInvoices, 95", "listPayments, 100"})
  void itemsDeletedWhilePagingHideOthersInCountedListsOnly(String id, int items) {
    api.list(id).failOnPage(3, Fault.deleteItems(5));

    assertThat(list(id).toList()).hasSize(items).doesNotHaveDuplicates();
  }

  @Test
  void aSlowDripArrivesWhole() {
    List<RawJson> expected = list("listWebhooks").toList();
    api.list("listWebhooks").failOnPage(2, Fault.slowDrip(500, Duration.ofNanos(1)));

    assertThat(list("listWebhooks").toList()).isEqualTo(expected);
  }

  @Test
  void closingDoesNotWaitForADelay() {
    api.list("listUsers").failOnPage(1, Fault.delay(Duration.ofDays(1)).always());
    Thread reader = new Thread(() -> {
      try {
        list("listUsers").toList();
      } catch (PageturnerException e) {
        // The server went away.
      }
    });
    reader.start();
    while (api.requests("listUsers").isEmpty()) {
      Thread.onSpinWait();
    }
    api.close();
    client.close();

    assertThat(reader).satisfies(thread -> thread.join(Duration.ofSeconds(30).toMillis()));
    assertThat(reader.isAlive()).isFalse();
  }

  static Stream<Arguments> impossible() {
    Function<String, Stream<Arguments>> counted = id -> Stream.of(
        Arguments.of(id, Fault.duplicateCursor()),
        Arguments.of(id, Fault.cyclicCursor()),
        Arguments.of(id, Fault.emptyPage()),
        Arguments.of(id, Fault.nextLinkTo("https://elsewhere.example")));
    return Stream.of("listCustomers", "listInvoices", "listPayments").flatMap(counted);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("impossible")
  void aFaultThatTheStyleHasNoPlaceForIsRefused(String id, Fault fault) {
    assertThatThrownBy(() -> api.list(id).failOnPage(2, fault))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't happen");
  }

  @Test
  void faultsOfPagesAreRefusedByOperationsThatHaveNone() {
    assertThatThrownBy(() -> api.operation("getHealth").failNext(Fault.emptyPage()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no list");
  }

  @Test
  void anyOperationCanFail() {
    api.operation("GET /health").failOnRequest(2, Fault.status(500).times(4));

    assertThat(client.request("/health").get(RawJson.class)).isNotNull();
    assertThatThrownBy(() -> client.request("/health").get(RawJson.class))
        .isInstanceOf(PageturnerException.Status.class);
    assertThat(client.request("/health").get(RawJson.class)).isNotNull();
  }

  @Test
  void whatIsNoListSaysWhichListsThereAre() {
    assertThatThrownBy(() -> api.list("GET /health"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GET /users");
    assertThatThrownBy(() -> api.list("GET /nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no operation");
  }
}
