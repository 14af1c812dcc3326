package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  private final Cli cli = new Cli();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      get                                                  | Missing required parameter
      got                                                  | Unmatched argument
      ``                                                   | which command?
      get ftp://example.com                                | http:// or https://
      get http://                                          | and a host
      get http://u:p@example.com                           | --user
      get http://h --checkpoint c -o -                     | needs -o
      help me                                              | Unknown subcommand
      get http://h --frobnicate                            | Unknown option
      get http://h --pagination cursors                    | link-header
      get http://h --next $.next                           | --send
      get http://h --send query:c                          | --next
      get http://h --next $.a --send smoke:c               | query-members
      get http://h --next $.a --send query:c --send header:d | in one way
      get http://h --next $.a --next $.b --send query:c    | as many
      get http://h --next link --send query:c              | cannot travel
      get http://h --next page:x --send query:p            | starts at a number
      get http://h --items $..x                            | not supported
      get http://h --has-more $.a --is-last $.b            | exclude
      get http://h --end-rule tired                        | short-page
      get http://h --end-status 200                        | status
      get http://h --extra-item --pagination offset | --page-size
      get http://h --size-max 10                           | --size-param
      get http://h --page-size 10                          | --size-param
      get http://h --page-size 0 --size-param n            | at least 1
      get http://h --max-items -1                          | at least 0
      get http://h --max-items many                        | --max-items
      get http://h --rate 50                               | 50/1s
      get http://h --rate 0/1s                             | 50/1s
      get http://h --rate 5/0s                             | 50/1s
      get http://h --timeout soon                          | 500ms
      get http://h --retries -1                            | -1
      get http://h -d {                                    | not JSON
      get http://h -d @/no/such/file                       | cannot be read
      get http://h -H nonsense                             | Name: value
      get http://h --bearer @/no/such/file                 | cannot be read
      get http://h --bearer env:NO_SUCH_VARIABLE           | NO_SUCH_VARIABLE
      get http://h --bearer a --user b:c                   | exclude
      get http://h --user b                                | USER:PASSWORD
      get http://h --api-key X-Key=1                       | header:NAME=SECRET
      get http://h --scope a                               | --oauth2-client-credentials
      get http://h --oauth2-client-credentials http://t.example/t --client-id a --client-secret b | https
      get http://h --oauth2-client-credentials https://t.example/t | --client-id
      get http://h --allow-origin nowhere                  | origin
      get http://h --checkpoint c                          | needs -o
      get http://h --resume                                | needs --checkpoint
      get http://h --raw-pages --max-items 3               | --max-pages
      get http://h --raw-pages --prefetch 3                | exclude
      get http://h --max-same-pages 0                      | at least 1
      get http://h --retry-status 200                      | 200
      get http://h --retry-status busy                     | --retry-status
      get http://h --progress loud                         | --progress
      detect                                               | Missing required parameter
      detect /no/such/file                                 | no file
      export /no/such/file x                               | no file
      check                                                | Missing required parameter
      check /no/such/file                                  | no file
      check http://u:p@example.com                         | --user
      check http://h --mock                                | for a document
      check http://h --param a=b                           | for a document
      check http://h -X DELETE                             | may write
      check http://h --only speed                          | complete, unique
      check http://h --only order --skip order             | no check
      check http://h --max-requests 0                      | at least 1
      check http://h --page-size 10                        | --size-param
      check http://h --other-filter x                      | NAME=VALUE
      check http://h --fail-on note                        | --fail-on
      generate x --out y                                   | --package
      generate /no/such/file --package a --out b           | no file
      completion fish                                      | bash
      """)
  void whatIsNotUnderstoodIsOneLineAndExit2(String line, String said) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ");
    assertThat(cli.run(args)).as(cli.err()).isEqualTo(2);
    assertThat(cli.err()).contains(said).hasLineCount(1).endsWith("--help)\n");
    assertThat(cli.out()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"get", "export", "detect", "check", "generate", "mock", "completion"})
  void helpHasExamples(String command) {
    assertThat(cli.run(command, "--help")).isZero();
    assertThat(cli.out()).contains("Usage: pageturner " + command, "Examples:", "  pageturner ");
    assertThat(cli.err()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"help", "help get", "help mock"})
  void helpIsACommandToo(String line) {
    assertThat(cli.run(line.split(" "))).isZero();
    assertThat(cli.out()).startsWith("Usage: " + line.replace("help", "pageturner"));
    assertThat(cli.out()).contains("Examples:");
  }

  @Test
  void helpKeepsTheFormsOfValuesInOnePiece() {
    cli.run("export", "--help");
    assertThat(cli.out())
        .contains(" last-item:$.id, ", " body:/start, ", " VALUE: a,b.", " is then \\,.");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "--token-alone",
        "--keep",
        "--following-path",
        "--rewrite-links",
        "--overlap",
        "--items lines",
        "link-object:",
        "--has-more",
        "--total-items",
        "--cookies",
        "--retry-status",
        "--max-same-pages",
        "--accept-incomplete",
        "--events",
        "--sync",
        "--sync-at"
      })
  void eachWayToPageHasAnExample(String option) {
    cli.run("get", "--help");
    String help = cli.out();
    assertThat(help.substring(help.indexOf("Examples:"))).contains(option);
  }

  @Test
  void aWrongSecretIsNotRepeated() {
    assertThat(cli.run("get", "http://h", "-H", "Authorization: b\u0007ad-s3cret"))
        .isEqualTo(2);
    assertThat(cli.err()).doesNotContain("s3cret").hasLineCount(1);
  }

  @Test
  void completionKnowsCommandsAndOptions() {
    assertThat(cli.run("completion", "bash")).isZero();
    assertThat(cli.out()).startsWith("#!").contains("--checkpoint", "export", "link-header");
  }
}
