package dev.pageturner.samples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.openapi.mockserver.Fault;
import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.retry.RetryPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ServiceTest {
  private static MockApi shop;
  private static ConfigurableApplicationContext service;
  private static ApiClient api;

  @BeforeAll
  static void start() {
    Path document = Path.of("..", "..", "openapi", "specs", "shop.yaml");
    shop = MockApi.start(document, MockOptions.newBuilder().items(250).build());
    service = Demo.start(shop.baseUrl());
    api = ApiClient.newBuilder()
        .baseUrl(Demo.url(service))
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  @AfterAll
  static void stop() {
    api.close();
    service.close();
    shop.close();
  }

  @BeforeEach
  void forget() {
    shop.clearRequests();
  }

  @Test
  void fewColleaguesCostTheShopFewPages() {
    assertThat(
            api.request("/colleagues").query("limit", 30).list(Colleague.class).toList())
        .hasSize(30)
        .doesNotHaveDuplicates();
    assertThat(shop.requests("GET /users")).hasSize(2).allSatisfy(request -> {
      assertThat(request.query("active")).contains("true");
      assertThat(request.header("Authorization")).contains("Bearer none");
    });
  }

  @Test
  void allColleaguesComeAsLines() {
    assertThat(api.request("/colleagues.jsonl").jsonLines(Colleague.class).toList())
        .hasSize(250)
        .doesNotHaveDuplicates();
  }

  @Test
  void failureOfTheShopIsABadGateway() {
    shop.operation("GET /users").failNext(Fault.status(403));
    assertThatExceptionOfType(PageturnerException.Status.class)
        .isThrownBy(() -> api.list("/colleagues", Colleague.class).toList())
        .satisfies(failure -> {
          assertThat(failure.status()).isEqualTo(502);
          assertThat(failure.body()).asString().contains("status 403");
        });
  }
}
