package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainTest {
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

  @Test
  void whatWasRecognisedIsSaidAsOptionsThatDoTheSame() {
    assertThat(cli.run("get", api.url("/items"), "--explain")).isZero();
    assertThat(cli.err())
        .contains("Recognised, since the body has a cursor at $.next_cursor")
        .contains("As options: --items '$.items' --next '$.next_cursor' --send query:cursor")
        .contains("Ends when $.next_cursor is absent, null, false or empty")
        .contains(
            "Ended: the list is complete: the cursor $.next_cursor is null on the last page.");
    int code = cli.run(
        "get",
        api.url("/items"),
        "--items",
        "$.items",
        "--next",
        "$.next_cursor",
        "--send",
        "query:cursor");
    assertThat(code).isZero();
    assertThat(cli.lines()).isEqualTo(ItemsApi.lines(0, 5));
  }

  @Test
  void aDryRunIsTheFirstRequestAsCurl() {
    int code = cli.run(
        "get",
        "https://api.example.com/v1/things?q=it's",
        "-d",
        "{\"a\":1.50}",
        "-H",
        "X-Team: red",
        "--pagination",
        "offset",
        "--page-size",
        "50",
        "--total-items",
        "$.total",
        "--max-items",
        "120",
        "--dry-run");
    assertThat(code).isZero();
    assertThat(cli.out())
        .startsWith("curl 'https://api.example.com/v1/things?q=it%27s&limit=50&offset=0' \\\n")
        .contains("-H 'X-Team: red'", "-H 'Content-Type: application/json'")
        .contains("--data-raw '{\"a\":1.50}'")
        .contains("# Ends after a page without items, or after as many items as $.total says.")
        .endsWith("# Ends after 120 items in any case.\n");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      --pagination detect                        | The first response decides how the list pages
      --pagination one-page                      | Ends after one page.
      --pagination link-header                   | Ends when no Link header has rel=next.
      --pagination hal                           | Ends when $._links.next.href is absent, null, false or empty.
      --pagination page-number --is-last $.last  | Ends when $.last is true.
      --pagination page-number --total-pages $.p | Ends after a page without items, or after as many pages as $.p says.
      --pagination page-number --size-param n --end-rule short-page | fewer items than asked for
      --pagination cursor --end-rule repeated-cursor | when the cursor is the one just sent
      --pagination cursor --end-rule empty-string-is-a-cursor --end-rule blank-cursor | is absent, null, false, blank.
      --pagination cursor --has-more $.m         | or when $.m is false.
      --pagination after-last-item               | Ends when last item's $.id is absent, null, false or empty, or after a page without items.
      --pagination offset --end-status 404 --end-status 400 | at status 400 or 404 after the first page
      """)
  void theStopRuleIsASentence(String options, String sentence) {
    String[] args = ("get " + api.url("/items") + " --dry-run " + options).split(" ");
    assertThat(cli.run(args)).isZero();
    assertThat(cli.out().lines().filter(line -> line.startsWith("# ")))
        .singleElement()
        .asString()
        .contains(sentence)
        .endsWith(".");
    assertThat(api.requests).isEmpty();
  }
}
