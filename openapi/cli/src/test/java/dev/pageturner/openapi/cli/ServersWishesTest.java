package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that want cookies back, say "busy" in their own way, or repeat themselves by right. */
class ServersWishesTest {
  private final Cli cli = new Cli();
  private ItemsApi api;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(5, 2);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private int get(String... more) {
    List<String> args = new ArrayList<>(List.of("get", api.url("/items"), "-q"));
    args.addAll(Arrays.asList(more));
    return cli.run(args.toArray(String[]::new));
  }

  @Test
  void aStatusOfTheServersOwnIsTriedAgain() {
    AtomicInteger left = new AtomicInteger();
    api.before = request -> left.getAndDecrement() > 0
        ? new MockResponse.Builder().code(460).addHeader("Retry-After", "0").build()
        : null;
    left.set(1);
    assertThat(get()).isEqualTo(1);
    left.set(1);
    assertThat(get("--retry-status", "460", "--retry-status", "461"))
        .as(cli.err())
        .isZero();
    assertThat(cli.lines()).hasSize(5);
  }

  @Test
  void aStatusThatIsNoErrorIsNotTriedAgain() {
    assertThat(get("--retry-status", "204")).isEqualTo(2);
    assertThat(cli.err()).contains("204");
  }

  @Test
  void aSessionIsKeptInCookies() {
    api.before = request -> {
      boolean first = request.getUrl().queryParameter("cursor") == null;
      String cookie = request.getHeaders().get("Cookie");
      return first || "sid=abc".equals(cookie) ? null : ItemsApi.status(400);
    };
    assertThat(get()).isEqualTo(1);
    var pages = api.before;
    api.before = request -> request.getUrl().queryParameter("cursor") == null
        ? ItemsApi.json("{\"items\":[1,2],\"next_cursor\":\"c4\"}")
            .newBuilder()
            .addHeader("Set-Cookie", "sid=abc; Path=/")
            .build()
        : pages.apply(request);
    assertThat(get("--cookies")).as(cli.err()).isZero();
    assertThat(cli.lines()).hasSize(3);
    assertThat(cli.err()).doesNotContain("abc");
  }

  @Test
  void pagesMayBeAlikeByRight() {
    AtomicInteger page = new AtomicInteger();
    api.before = request -> ItemsApi.json("{\"items\":[{\"v\":0},{\"v\":0}],\"next_cursor\":"
        + (page.incrementAndGet() < 7 ? page : "null") + "}");
    String[] by = {"--next", "$.next_cursor", "--send", "query:cursor", "--max-same-pages", "9"};
    assertThat(get(by[0], by[1], by[2], by[3])).isEqualTo(1);
    page.set(0);
    assertThat(get(by)).as(cli.err()).isZero();
    assertThat(cli.lines()).hasSize(14);
  }
}
