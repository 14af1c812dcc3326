package dev.pageturner.samples.spring;

import dev.pageturner.ApiClient;
import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the shop and the service, asks the service, and stops both. */
public final class Demo {
  private Demo() {}

  /** Runs. */
  public static void main(String... args) throws Exception {
    Path document =
        Path.of(Objects.requireNonNull(Demo.class.getResource("/shop.yaml"), "shop.yaml")
            .toURI());
    try (MockApi shop =
            MockApi.start(document, MockOptions.newBuilder().items(1000).build());
        ConfigurableApplicationContext service = start(shop.baseUrl());
        ApiClient api = ApiClient.create(url(service))) {
      // The service gives out as many as it is asked for, and does not say whether there are more.
      int colleagues = api.request("/colleagues")
          .query("limit", 30)
          .list()
          .acceptIncomplete()
          .toList()
          .size();
      System.out.println(
          colleagues + " colleagues, in " + shop.requests().size() + " requests to the shop");
      long lines =
          api.request("/colleagues.jsonl").jsonLines(Colleague.class).stream().count();
      System.out.println(lines + " lines, in " + shop.requests().size() + " requests to the shop");
    }
  }

  /** Starts the service on any free port, for a shop at that address. */
  static ConfigurableApplicationContext start(String shopUrl) {
    return new SpringApplicationBuilder(Service.class)
        .properties("server.port=0", "server.address=127.0.0.1")
        .properties("spring.main.banner-mode=off", "logging.level.root=warn")
        .properties("spring.main.lazy-initialization=true")
        .properties("shop.url=" + shopUrl)
        .run();
  }

  static String url(ConfigurableApplicationContext service) {
    return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + "/";
  }
}
