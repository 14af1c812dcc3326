package dev.pageturner.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.samples.shop.Shop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private MockApi shop;

  @BeforeEach
  void start() {
    shop = Shop.open(MockOptions.newBuilder().items(1000).pageSize(100));
  }

  @AfterEach
  void stop() {
    shop.close();
  }

  private int run(String... args) {
    return new Export(out, new PrintStream(err, true, StandardCharsets.UTF_8)).run(args);
  }

  @Test
  void eachItemIsOneLineAndNothingElseIsOnStandardOutput() {
    assertThat(run(shop.url("/users") + "?cursor=&x={y}&z=%7Bz}")).isEqualTo(Export.OK);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(1000)
        .element(999)
        .asString()
        .startsWith("{\"email\":\"")
        .contains("\"id\":\"usr_")
        .endsWith("}");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("the body has a cursor at $.meta.next_cursor")
        .endsWith("1,000 items in 10 pages" + System.lineSeparator());
  }

  @Test
  void anErrorOfTheServerIsSaidInOneLine() {
    assertThat(run(shop.url("/nobody").toString())).isEqualTo(Export.FAILED);
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("Stopped after 0 items: status 404 from ")
        .hasLineCount(1);
  }

  @Test
  void whatIsNoUrlIsRefused() {
    assertThat(run("ftp://example.com/users")).isEqualTo(Export.USAGE);
    assertThat(run("one", "two")).isEqualTo(Export.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Give one URL");
  }
}
