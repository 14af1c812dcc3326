package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far the end of a list can be believed, as it is told and as it is exited with. */
class EndsTest {
  private static final String DOUBTFUL = "{\"items\":[1,2],\"continuation\":\"abc\"}";
  private static final String[] WRONG_PATH = {"--next", "$.meta.next", "--send", "query:cursor"};

  private final Cli cli = new Cli();
  private ItemsApi api;
  private Path output;
  private Path checkpoint;

  @TempDir
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(5, 2);
    output = folder.resolve("items.jsonl");
    checkpoint = folder.resolve("items.checkpoint");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private void answer(String json) {
    api.before = request -> ItemsApi.json(json);
  }

  /** Pages of two items, whose next cursor is where nobody would look who was told otherwise. */
  private void listByMeta() {
    api.before = EndsTest::pageByMeta;
  }

  private static MockResponse pageByMeta(RecordedRequest request) {
    String cursor = request.getUrl().queryParameter("cursor");
    int at = cursor == null ? 1 : Integer.parseInt(cursor);
    String next = at + 2 > 5 ? "null" : "\"" + (at + 2) + "\"";
    String items = at == 5 ? "5" : at + "," + (at + 1);
    return ItemsApi.json("{\"data\":[" + items + "],\"meta\":{\"next_cursor\":" + next + "}}");
  }

  private int get(String... more) {
    List<String> args = new ArrayList<>(List.of("get", api.url("/items")));
    args.addAll(Arrays.asList(more));
    return cli.run(args.toArray(String[]::new));
  }

  private int getToFile(String... more) {
    List<String> args = new ArrayList<>(
        List.of("-o", output.toString(), "--checkpoint", checkpoint.toString(), "--resume"));
    args.addAll(Arrays.asList(more));
    return get(args.toArray(String[]::new));
  }

  private String end() throws IOException {
    return RawJson.parse(Files.readString(checkpoint)).get("end").orElseThrow().asString();
  }

  @Test
  void onlyAProvedEndIsCalledComplete() throws IOException {
    assertThat(getToFile("--explain")).isZero();
    assertThat(cli.err())
        .contains("; the list is complete\n")
        .contains("Ended: the list is complete: the cursor $.next_cursor is null");
    assertThat(end()).isEqualTo("proved");
  }

  @Test
  void ofAnAssumedEndNothingSaysThatThereIsMore() throws IOException {
    answer("[1,2]");
    assertThat(getToFile("--explain")).isZero();
    assertThat(cli.err())
        .contains("2 items, 1 page read")
        .contains("Ended: nothing says that there is more")
        .doesNotContain("complete");
    assertThat(end()).isEqualTo("assumed");
    assertThat(getToFile()).isZero();
    assertThat(output).hasContent("1\n2");
    assertThat(api.requests).hasSize(2);
  }

  @Test
  void anEndInDoubtHasACodeOfItsOwnAndIsSaidWhenQuiet() throws IOException {
    answer(DOUBTFUL);
    assertThat(getToFile("-q")).isEqualTo(4);
    assertThat(cli.err())
        .contains("Warning: it is in doubt whether the list is complete: $.continuation")
        .contains("To go by $.continuation: --next '$.continuation' --send query:continuation")
        .contains("--accept-incomplete")
        .contains("To go on: the same command again.");
    assertThat(output).hasContent("1\n2");
    assertThat(end()).isEqualTo("in doubt");
  }

  @Test
  void aRunThatEndedInDoubtAsksAgain() {
    answer(DOUBTFUL);
    getToFile();
    assertThat(getToFile()).isEqualTo(4);
    assertThat(api.requests).hasSize(2);
    answer("{\"items\":[1,2,3],\"continuation\":null}");
    assertThat(getToFile()).isZero();
    assertThat(output).hasContent("1\n2\n3");
  }

  @Test
  void aDoubtThatIsAcceptedIsSaidAllTheSame() throws IOException {
    answer(DOUBTFUL);
    assertThat(getToFile("-q", "--accept-incomplete")).isZero();
    assertThat(cli.err()).contains("Warning: it is in doubt").doesNotContain("--accept");
    assertThat(end()).isEqualTo("in doubt");
    assertThat(getToFile("-q", "--accept-incomplete")).isZero();
    assertThat(api.requests).hasSize(2);
  }

  @Test
  void aContradictedEndFailsAfterAllItems() throws IOException {
    listByMeta();
    assertThat(getToFile(WRONG_PATH)).isEqualTo(1);
    assertThat(cli.err())
        .startsWith("pageturner: the list is not complete: $.meta.next_cursor")
        .contains("To go by $.meta.next_cursor: --next '$.meta.next_cursor' --send query:cursor")
        .doesNotContain("acceptIncomplete");
    assertThat(output).hasContent("1\n2");
    assertThat(end()).isEqualTo("contradicted");
  }

  @Test
  void aContradictionCanBeAccepted() {
    listByMeta();
    String[] said = {"-q", "--accept-incomplete", WRONG_PATH[0], WRONG_PATH[1], WRONG_PATH[2]};
    assertThat(get(said[0], said[1], said[2], said[3], said[4], "query:cursor")).isZero();
    assertThat(cli.err()).contains("Warning: the list is not complete: $.meta.next_cursor");
    assertThat(cli.lines()).containsExactly("1", "2");
  }

  @Test
  void theOptionsThatAreNamedBringTheRest() {
    listByMeta();
    getToFile(WRONG_PATH);
    String line = cli.err()
        .lines()
        .filter(each -> each.startsWith("To go by "))
        .findFirst()
        .orElseThrow();
    String options = line.substring(line.indexOf(": ") + 2).replace("'", "");
    assertThat(getToFile(options.split(" "))).as(cli.err()).isZero();
    assertThat(output).hasContent("1\n2\n3\n4\n5");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"$.total", "header X-Total-Count"})
  void aTotalIsNamedWithTheOptionThatUsesIt(String where) {
    boolean inBody = where.startsWith("$");
    api.before = request -> ItemsApi.json(inBody ? "{\"items\":[1,2],\"total\":9}" : "[1,2]")
        .newBuilder()
        .addHeader(inBody ? "X-Other" : "X-Total-Count", "9")
        .build();
    assertThat(get("--pagination", "one-page", "-q")).isEqualTo(1);
    assertThat(cli.err())
        .contains("To go by " + where + ": --next offset --send query:offset --total-items");
  }

  @Test
  void aRawPageOfAContradictedEndIsWrittenToo() {
    listByMeta();
    String[] said = {WRONG_PATH[0], WRONG_PATH[1], WRONG_PATH[2], WRONG_PATH[3], "--raw-pages"};
    assertThat(getToFile(said)).isEqualTo(1);
    assertThat(output).content().startsWith("{\"data\":[1,2]").hasLineCount(1);
    assertThat(getToFile(said)).isEqualTo(1);
    assertThat(output).content().hasLineCount(1);
  }

  @Test
  void aLimitIsNoEndOfTheList() throws IOException {
    assertThat(getToFile("--max-items", "3")).isZero();
    assertThat(cli.err()).startsWith("3 items, 2 pages read").doesNotContain("complete");
    assertThat(end()).isEqualTo("none");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"get", "export"})
  void theHelpHasEachExitCode(String command) {
    cli.run(command, "--help");
    assertThat(cli.out())
        .contains("  0    the end of the list is proved", "  1    failed", "  2    not understood")
        .contains("  4    it is in doubt", "  130  interrupted, 143 terminated");
  }
}
