package dev.pageturner.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private UsersApi server;

  @BeforeEach
  void start() throws Exception {
    server = UsersApi.start(1000);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int run(String... args) {
    return new Export(out, new PrintStream(err, true, StandardCharsets.UTF_8)).run(args);
  }

  @Test
  void eachItemIsOneLineAndNothingElseIsOnStandardOutput() {
    assertThat(run(server.url() + "users?active=%7Byes}&x={y}")).isEqualTo(Export.OK);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(1000)
        .element(999)
        .isEqualTo(
            "{\"id\":9007199254741992,\"name\":\"User 999\",\"email\":\"user999@example.com\"}");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("the body has a cursor at $.next_cursor")
        .endsWith("1,000 items in 7 pages" + System.lineSeparator());
  }

  @Test
  void anErrorOfTheServerIsSaidInOneLine() {
    assertThat(run(server.url() + "nobody")).isEqualTo(Export.FAILED);
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
