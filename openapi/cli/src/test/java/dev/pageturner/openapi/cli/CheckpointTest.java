package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import dev.pageturner.lines.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private final Cli cli = new Cli();
  private ItemsApi api;
  private Path output;
  private Path checkpoint;

  @TempDir
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(250, 20);
    output = folder.resolve("items.jsonl");
    checkpoint = folder.resolve("items.checkpoint");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private int run(String... more) {
    List<String> args = new ArrayList<>(List.of(
        "get", api.url("/items"), "-o", output.toString(), "--checkpoint", checkpoint.toString()));
    args.addAll(List.of(more));
    return cli.run(args.toArray(String[]::new));
  }

  private List<String> written() {
    return JsonLines.from(output).as(RawJson.class).map(RawJson::text).toList();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"items.jsonl", "items.jsonl.gz"})
  void afterAFailureExactlyTheRestFollows(String name) {
    output = folder.resolve(name);
    api.failAt("c140", 404);
    assertThat(run("--checkpoint-every", "0s")).isEqualTo(1);
    assertThat(cli.err())
        .contains("status 404 from /items?cursor=c140")
        .contains("Stopped after 140 items. To go on: the same command with --resume.");
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 140));

    api.heal();
    api.requests.clear();
    assertThat(run("--resume")).isZero();
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 250));
    assertThat(api.targets()).first().isEqualTo("/items?cursor=c140");
    assertThat(api.requests).hasSize(6);
    assertThat(cli.err()).startsWith("250 items, 6 pages read");
  }

  @Test
  void whatCameAfterTheCheckpointIsCutOff() throws IOException {
    api.failAt("c140", 404);
    run();
    Files.writeString(output, "{\"half\": ", StandardOpenOption.APPEND);
    api.heal();
    assertThat(run("--resume")).isZero();
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 250));
  }

  @Test
  void aRunThatIsStoppedKeepsEachItemItWrote() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    api.before = request -> {
      if (request.getTarget().contains("c60")) {
        reached.countDown();
        await(never);
      }
      return null;
    };
    Thread stopper = new Thread(() -> {
      await(reached);
      cli.stop.request();
    });
    stopper.start();
    assertThat(run()).isEqualTo(130);
    never.countDown();
    stopper.join();
    assertThat(cli.err()).contains("Interrupted after 60 items.").doesNotContain("pageturner:");
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 60));

    api.heal();
    assertThat(new Cli()
            .run(
                "get",
                api.url("/items"),
                "-o",
                output.toString(),
                "--checkpoint",
                checkpoint.toString(),
                "--resume"))
        .isZero();
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 250));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aCheckpointIsNotOverwrittenUnasked() throws IOException {
    api.failAt("c140", 404);
    run();
    String kept = Files.readString(checkpoint);
    assertThat(run()).isEqualTo(2);
    assertThat(cli.err()).contains("--resume").hasLineCount(1);
    assertThat(checkpoint).hasContent(kept);
    assertThat(written()).hasSize(140);
  }

  @Test
  void aCompleteListIsNotReadAgain() {
    assertThat(run("--resume")).isZero();
    api.requests.clear();
    assertThat(run("--resume")).isZero();
    assertThat(cli.err()).startsWith("Complete already").hasLineCount(1);
    assertThat(api.requests).isEmpty();
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 250));
  }

  @Test
  void moreItemsThanLastTimeFollowThoseThatAreThere() {
    run("--max-items", "50");
    run("--max-items", "50", "--resume");
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 50));
    run("--max-items", "75", "--resume");
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 75));
    assertThat(run("--resume")).isZero();
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 250));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"'', 1", "--prefetch 2, 3"})
  void pagesOfEarlierRunsCount(String more, int maxPages) {
    String[] options = more.isEmpty() ? new String[0] : more.split(" ");
    for (int pages : new int[] {maxPages, maxPages, maxPages + 4}) {
      runToPage(pages, options);
      assertThat(written()).isEqualTo(ItemsApi.lines(0, 20 * pages));
    }
    api.requests.clear();
    runToPage(2, options);
    assertThat(api.requests).isEmpty();
    assertThat(run("--resume")).isZero();
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 250));
  }

  private void runToPage(int pages, String... more) {
    List<String> args = new ArrayList<>(List.of("--resume", "--max-pages", "" + pages));
    args.addAll(List.of(more));
    assertThat(run(args.toArray(String[]::new))).as(cli.err()).isZero();
  }

  @ParameterizedTest(name = "after {0} items")
  @ValueSource(ints = {41, 50, 60})
  void aPageThatWasBegunBeforeCountsOnce(int items) {
    run("--max-items", "" + items);
    runToPage(3);
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 60));
    runToPage(4);
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 80));
  }

  @Test
  void pagesBeforeAFailureCount() {
    api.failAt("c40", 404);
    assertThat(run("--max-pages", "4")).isEqualTo(1);
    api.heal();
    runToPage(4);
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 80));
  }

  @Test
  void pagesBeforeAKilledRunCount() throws IOException {
    assertThat(run("--max-pages", "3", "--checkpoint-every", "0s")).isZero();
    String atTheEnd = Files.readString(checkpoint);
    // What a kill in the middle of page 2 leaves behind.
    Path kept = folder.resolve("kept");
    api.before = request -> {
      if ("c40".equals(request.getUrl().queryParameter("cursor"))) {
        copy(checkpoint, kept);
      }
      return null;
    };
    Files.delete(checkpoint);
    run("--max-pages", "3", "--checkpoint-every", "0s");
    assertThat(checkpoint).hasContent(atTheEnd);
    copy(kept, checkpoint);
    runToPage(3);
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 60));
    assertThat(checkpoint).hasContent(atTheEnd);
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0} pages a run")
  @ValueSource(ints = {1, 3, 5})
  void rawPagesGoOnWithTheNextPage(int pages) {
    int runs = 0;
    do {
      runs++;
      runToPage(pages * runs, "--raw-pages");
      assertThat(written()).hasSizeLessThanOrEqualTo(pages * runs);
    } while (!cli.err().contains("Complete already") && runs < 20);
    assertThat(written()).hasSize(13).doesNotHaveDuplicates();
    assertThat(written().get(12)).contains("\"next_cursor\":null");
  }

  @Test
  void rawPagesGoOnWithThePageThatFailed() {
    api.failAt("c140", 404);
    assertThat(run("--raw-pages")).isEqualTo(1);
    assertThat(written()).hasSize(7);
    assertThat(run("--resume")).isEqualTo(1);
    assertThat(cli.err()).contains("of a run with --raw-pages");
    api.heal();
    assertThat(run("--raw-pages", "--resume")).isZero();
    assertThat(written()).hasSize(13).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      empty     |
      cut       | {"pageturner_get":2,"bytes":12
      other     | {"name":"ada"}
      version   | {"pageturner_get":99,"bytes":1,"items":1,"raw":false,"end":"none"}
      damaged   | {"pageturner_get":2,"bytes":"x","items":1,"raw":false,"end":"none"}
      options   | {"pageturner_get":2,"bytes":0,"items":1,"raw":false,"end":"none","pagination":["--nonsense"],"checkpoint":{"pageturner":2,"request":"a","pagination":"","position":{"start":true},"pages":0,"items":0,"consumed":0}}
      negative  | {"pageturner_get":2,"bytes":-1,"items":1,"raw":false,"end":"none","pagination":[],"checkpoint":{"pageturner":2,"request":"a","pagination":"","position":{"start":true},"pages":0,"items":0,"consumed":0}}
      end       | {"pageturner_get":2,"bytes":0,"items":0,"raw":false,"end":"sure","pagination":[],"checkpoint":{"pageturner":2,"request":"a","pagination":"","position":{"start":true},"pages":0,"items":0,"consumed":0}}
      older     | {"pageturner_get":1,"bytes":0,"items":0,"pages":0,"raw":false,"complete":true,"pagination":[],"checkpoint":{"pageturner":1,"request":"a","position":{"start":true},"consumed":0}}
      """)
  void aDamagedCheckpointIsAnErrorAndNeverAFreshStart(String name, String text) throws IOException {
    Files.writeString(output, "{}\n");
    Files.writeString(checkpoint, text == null ? "" : text);
    assertThat(run("--resume")).isEqualTo(1);
    assertThat(cli.err()).startsWith("pageturner: the checkpoint ").hasLineCount(1);
    assertThat(output).hasContent("{}\n");
    assertThat(api.requests).isEmpty();
  }

  @Test
  void aCheckpointOfAnotherListIsRefused() {
    api.failAt("c140", 404);
    run();
    api.heal();
    api.requests.clear();
    assertThat(cli.run(
            "get",
            api.url("/items?active=true"),
            "-o",
            output.toString(),
            "--checkpoint",
            checkpoint.toString(),
            "--resume"))
        .isEqualTo(1);
    assertThat(cli.err()).contains("another list");
    assertThat(api.requests).isEmpty();
    assertThat(written()).hasSize(140);
  }

  @Test
  void anOutputThatLostItsEndIsAnError() throws IOException {
    api.failAt("c140", 404);
    run();
    Files.writeString(output, "{}\n");
    assertThat(run("--resume")).isEqualTo(1);
    assertThat(cli.err()).contains("has 3 bytes, fewer than");
  }

  @Test
  void aPlaceThatTheServerForgotIsSaidToBeOne() {
    api.failAt("c140", 404);
    run();
    api.before = request -> new MockResponse.Builder().code(410).build();
    assertThat(run("--resume")).isEqualTo(1);
    assertThat(cli.err())
        .contains("status 410", "To go on: the same command again.", "may have forgotten");
  }

  private void complete() {
    assertThat(run("--resume")).isZero();
    api.requests.clear();
  }

  @Test
  void aCompleteRunOverAnotherListIsRefused() {
    complete();
    int code = cli.run(
        "get",
        api.url("/items?active=true"),
        "-o",
        output.toString(),
        "--checkpoint",
        checkpoint.toString(),
        "--resume");
    assertThat(code).isEqualTo(1);
    assertThat(cli.err()).contains("another list").doesNotContain("Complete already");
    assertThat(api.requests).isEmpty();
  }

  @Test
  void aCompleteRunWhoseOutputIsGoneIsNoCompleteRun() throws IOException {
    complete();
    Files.delete(output);
    assertThat(run("--resume")).isEqualTo(1);
    assertThat(cli.err()).contains("is missing", "to start again, delete").hasLineCount(1);
    assertThat(api.requests).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "{}\n"})
  void aCompleteRunWhoseOutputHasChangedIsNoCompleteRun(String added) throws IOException {
    complete();
    if (added.isEmpty()) {
      Files.writeString(output, "{}\n");
    } else {
      Files.writeString(output, added, StandardOpenOption.APPEND);
    }
    assertThat(run("--resume")).isEqualTo(1);
    assertThat(cli.err()).contains("bytes, not the").hasLineCount(1);
    assertThat(api.requests).isEmpty();
  }

  @Test
  void aCompleteRunToAnotherOutputIsNoCompleteRun() {
    complete();
    output = folder.resolve("other.jsonl");
    assertThat(run("--resume")).isEqualTo(1);
    assertThat(output).doesNotExist();
  }

  @Test
  void itemsFromAnotherPlaceAreNotAddedToThoseThatAreThere() {
    complete();
    assertThat(run("--resume", "--items", "$.others")).isEqualTo(1);
    assertThat(cli.err()).contains("of a run with other --items");
    assertThat(written()).isEqualTo(ItemsApi.lines(0, 250));
  }

  @Test
  void aCompleteRunUnderAnotherPaginationIsAskedAgain() {
    complete();
    assertThat(run("--resume", "--items", "$.items", "--next", "none")).isNotZero();
    assertThat(cli.err()).doesNotContain("Complete already");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"offset", "page"})
  void pagesThatWereSmallerForTheLastItemsAreGoneOnWith(String by) {
    ItemsApi numbered = api;
    numbered.before = request -> numbers(request.getUrl(), by.equals("page"));
    String[] how = {
      "--next", by, "--send", "query:" + by, "--items", "$.items", "--size-param", "limit"
    };
    assertThat(runBy(how, "--page-size", "50", "--max-items", "30", "--resume")).isZero();
    assertThat(runBy(how, "--page-size", "50", "--max-items", "35", "--resume")).isZero();
    assertThat(runBy(how, "--resume", "--page-size", "50")).as(cli.err()).isZero();
    assertThat(written())
        .isEqualTo(IntStream.range(0, 120).mapToObj(String::valueOf).toList());
  }

  private int runBy(String[] how, String... more) {
    return run(Stream.concat(Stream.of(how), Stream.of(more)).toArray(String[]::new));
  }

  private static MockResponse numbers(HttpUrl url, boolean pages) {
    int size = Integer.parseInt(Objects.requireNonNullElse(url.queryParameter("limit"), "20"));
    String said = url.queryParameter(pages ? "page" : "offset");
    int from = said == null ? 0 : Integer.parseInt(said);
    int start = pages ? Math.max(0, from - 1) * size : from;
    String items = IntStream.range(start, Math.min(120, start + size))
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(","));
    boolean more = start + size < 120;
    return ItemsApi.json("{\"items\":[" + items + "],\"has_more\":" + more + "}");
  }

  @Test
  void anEmptyRawPageIsWrittenOnce() {
    api.before = request -> ItemsApi.json(
        request.getUrl().queryParameter("cursor") == null
            ? "{\"items\":[],\"next_cursor\":\"a\"}"
            : "{\"items\":[2],\"next_cursor\":null}");
    runToPage(1, "--raw-pages");
    assertThat(run("--raw-pages", "--resume")).as(cli.err()).isZero();
    assertThat(written()).hasSize(2).doesNotHaveDuplicates();
  }
}
