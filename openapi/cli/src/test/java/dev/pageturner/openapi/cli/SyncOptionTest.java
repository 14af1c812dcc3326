package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first run lists everything, the next ones what is new. */
class SyncOptionTest {
  private final Map<String, String> pages = new LinkedHashMap<>();
  private ItemsApi api;

  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(1, 1);
    api.before = this::answer;
    file = folder.resolve("names.sync");
    pages.put("", "{'items': ['a', 'b'], 'next': 'c1'}");
    pages.put("cursor=c1", "{'items': ['c'], 'next': null, 'nextSyncToken': 's1'}");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private MockResponse answer(RecordedRequest request) {
    String query = request.getUrl().query();
    String page = pages.get(query == null ? "" : query);
    return new MockResponse.Builder()
        .code(page == null ? 410 : 200)
        .addHeader("Content-Type", "application/json")
        .body(page == null ? "{}" : page.replace('\'', '"'))
        .build();
  }

  private Cli run(String... more) {
    Cli cli = new Cli();
    String[] args = new String[more.length + 4];
    System.arraycopy(more, 0, args, 4, more.length);
    args[0] = "get";
    args[1] = api.url("/names");
    args[2] = "--sync";
    args[3] = file.toString();
    assertThat(cli.run(args)).as("%s", cli.err()).isZero();
    return cli;
  }

  private void changes() {
    pages.put("syncToken=s1", "{'items': ['d'], 'next': 'c2'}");
    pages.put("syncToken=s1&cursor=c2", "{'items': ['e'], 'next': null, 'nextSyncToken': 's2'}");
    pages.put("syncToken=s2", "{'items': [], 'next': null, 'nextSyncToken': 's2'}");
  }

  @Test
  void laterRunsListWhatIsNew() {
    changes();
    assertThat(run().out()).isEqualTo("\"a\"\n\"b\"\n\"c\"\n");
    assertThat(run().out()).isEqualTo("\"d\"\n\"e\"\n");
    assertThat(run().out()).isEmpty();
    assertThat(api.requests).hasSize(5);
  }

  @Test
  void aRunThatFailsIsRepeatedWhole() throws IOException {
    run();
    String before = Files.readString(file);
    pages.put("syncToken=s1", "{'items': ['d'], 'next': 'c2'}");
    pages.put("syncToken=s1&cursor=c2", "{'error': ");

    Cli cli = new Cli();
    assertThat(cli.run("get", api.url("/names"), "--sync", file.toString())).isEqualTo(1);

    assertThat(Files.readString(file)).isEqualTo(before);
    changes();
    assertThat(run().out()).isEqualTo("\"d\"\n\"e\"\n");
  }

  @Test
  void aForgottenTokenIsAFullPullAndSaysSo() {
    run();

    Cli again = run();

    assertThat(again.out()).isEqualTo("\"a\"\n\"b\"\n\"c\"\n");
    assertThat(again.err()).contains("Went on elsewhere: ");
  }

  @Test
  void anEndThatOffersNothingIsAnErrorThatSaysWhatToSay() {
    pages.put("cursor=c1", "{'items': ['c'], 'next': null}");
    Cli cli = new Cli();

    assertThat(cli.run("get", api.url("/names"), "--sync", file.toString())).isEqualTo(1);

    assertThat(cli.err())
        .contains("offers no place to go on from later", "--sync-at", "repeats the run")
        .doesNotContain("--checkpoint");
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsOfferedCanBeSaid() {
    pages.put("", "{'items': ['a'], 'next': null, 'place': 's1'}");
    pages.put("since=s1", "{'items': ['d'], 'next': null, 'place': 's2'}");
    String[] said = {
      "--next",
      "$.next",
      "--send",
      "query:cursor",
      "--items",
      "$.items",
      "--sync-at",
      "$.place",
      "--sync-send",
      "query:since"
    };
    assertThat(run(said).out()).isEqualTo("\"a\"\n");
    assertThat(run(said).out()).isEqualTo("\"d\"\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--max-items 5", "--max-pages 1", "--dry-run", "--events"})
  void nothingThatEndsTheListEarlyGoesWithIt(String option) {
    Cli cli = new Cli();
    String line = "get " + api.url("/names") + " --sync " + file + " " + option;

    assertThat(cli.run(line.split(" "))).isEqualTo(2);

    assertThat(cli.err()).contains("--sync lists to the end");
    assertThat(api.requests).isEmpty();
  }
}
