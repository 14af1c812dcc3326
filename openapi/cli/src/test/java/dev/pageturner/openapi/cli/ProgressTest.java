package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final Cli cli = new Cli();
  private final AtomicLong now = new AtomicLong();
  private ItemsApi api;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(1000, 100);
    cli.nanos = now::get;
    // Each page takes two seconds, by the clock that the command is given.
    api.before = request -> {
      now.addAndGet(Duration.ofSeconds(2).toNanos());
      return null;
    };
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aLineComesEveryFewSecondsWhereThereIsNoTerminal() {
    assertThat(cli.run("get", api.url("/items"))).isZero();
    assertThat(cli.err().lines())
        .containsExactly(
            "200 of 1,000 items, 3 pages, 33 items/s",
            "500 of 1,000 items, 6 pages, 42 items/s",
            "800 of 1,000 items, 9 pages, 44 items/s",
            "1,000 items, 10 pages read, 20.0 s; the list is complete");
  }

  @Test
  void aTerminalHasABarThatIsGoneAtTheEnd() {
    cli.terminal = true;
    cli.environment.put("TERM", "xterm");
    assertThat(cli.run("get", api.url("/items"))).isZero();
    assertThat(cli.err())
        .contains("\r\u001b[K\u001b[?7l[============            ]"
            + " 500 of 1,000 items, 6 pages, 42 items/s\u001b[?7h")
        .endsWith("\r\u001b[K1,000 items, 10 pages read, 20.0 s; the list is complete\n");
    assertThat(cli.err().split("\n")).hasSize(1);
    assertThat(cli.lines()).hasSize(1000);
  }

  @Test
  void theBarFillsWithWhatIsAskedFor() {
    assertThat(cli.run("get", api.url("/items"), "--progress", "bar", "--max-items", "500"))
        .isZero();
    assertThat(cli.err()).contains("400 of 500 items").doesNotContain("1,000");
  }

  @Test
  void aDumbTerminalHasLines() {
    cli.terminal = true;
    cli.environment.put("TERM", "dumb");
    cli.run("get", api.url("/items"));
    assertThat(cli.err()).doesNotContain("\r").hasLineCount(4);
  }

  @Test
  void quietSaysNothingUnlessItFails() {
    assertThat(cli.run("get", api.url("/items"), "-q")).isZero();
    assertThat(cli.err()).isEmpty();
    api.failAt("c100", 403);
    assertThat(cli.run("get", api.url("/items"), "-q")).isEqualTo(1);
    assertThat(cli.err()).contains("status 403");
  }

  @Test
  void theBarSaysWhyItWaits() {
    boolean[] failed = {false};
    api.before = request -> {
      boolean first = !failed[0];
      failed[0] = true;
      return first
          ? new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build()
          : null;
    };
    assertThat(cli.run("get", api.url("/items"), "--progress", "bar")).isZero();
    assertThat(cli.err()).contains("before it tries again");
  }

  @Test
  void anUnknownTotalHasNoBarToFill() {
    api.before = request -> ItemsApi.json("[1,2]");
    assertThat(cli.run("get", api.url("/items"), "--pagination", "one-page", "--progress", "bar"))
        .isZero();
    assertThat(cli.err()).doesNotContain("[=", " of ");
  }
}
