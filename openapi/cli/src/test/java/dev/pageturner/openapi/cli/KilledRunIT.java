package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.json.RawJson;
import dev.pageturner.lines.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KilledRunIT {
  private static final int ITEMS = 2000;
  private static final int PAGE_SIZE = 10;

  @TempDir
  private Path folder;

  private List<String> command(ItemsApi api, Path output, String... prefix) {
    List<String> command = new ArrayList<>(List.of(prefix));
    command.addAll(Jar.command(
        "get",
        api.url("/items"),
        "-o",
        output.toString(),
        "--checkpoint",
        folder.resolve("checkpoint").toString(),
        "--checkpoint-every",
        "20ms",
        "--resume"));
    return command;
  }

  @ParameterizedTest(name = "{0}, {1} kills, seed {2}")
  @CsvSource({"items.jsonl, 10, 1", "items.jsonl.gz, 5, 2"})
  void aRunThatIsKilledLosesAndDoublesNothing(String name, int kills, long seed) throws Exception {
    Path output = folder.resolve(name);
    Path err = folder.resolve("err");
    Random random = new Random(seed);
    AtomicReference<Process> running = new AtomicReference<>();
    AtomicInteger left = new AtomicInteger();
    try (ItemsApi api = ItemsApi.start(ITEMS, PAGE_SIZE)) {
      api.before = request -> {
        Process process = running.get();
        if (process != null && left.decrementAndGet() == 0) {
          process.destroyForcibly();
        }
        return null;
      };
      int killed = 0;
      for (int kill = 0; kill < kills; kill++) {
        left.set(1 + random.nextInt(ITEMS / PAGE_SIZE / kills));
        // The process may ask before it is known here: then it counts from its next request on.
        running.set(Jar.start(err, command(api, output)));
        killed += Jar.codeOf(running.get()) == 137 ? 1 : 0;
      }
      assertThat(killed).isEqualTo(kills);
      running.set(null);
      int code = Jar.run(folder.resolve("out"), err, command(api, output));
      assertThat(code).as(Files.readString(err)).isZero();
    }
    List<String> lines =
        JsonLines.from(output).as(RawJson.class).map(RawJson::text).toList();
    assertThat(lines).isEqualTo(ItemsApi.lines(0, ITEMS));
  }

  @Test
  void anInterruptKeepsTheCheckpoint() throws Exception {
    assumeTrue(canInterrupt(), "no env --default-signal here: SIGINT is not tested");
    Path output = folder.resolve("items.jsonl");
    Path err = folder.resolve("err");
    AtomicReference<Process> running = new AtomicReference<>();
    try (ItemsApi api = ItemsApi.start(200, PAGE_SIZE)) {
      api.before = request -> {
        if (request.getTarget().contains("c150") && running.get() != null) {
          interrupt(running.get());
        }
        return null;
      };
      // A shell that starts the tests in the background has signals ignored for all below it.
      running.set(Jar.start(err, command(api, output, "env", "--default-signal=INT")));
      assertThat(Jar.codeOf(running.get())).as(Files.readString(err)).isEqualTo(130);
      assertThat(Files.readString(err)).contains("Interrupted after 150 items.");
      assertThat(Files.readAllLines(output)).isEqualTo(ItemsApi.lines(0, 150));
      running.set(null);
      assertThat(Jar.run(folder.resolve("out"), err, command(api, output))).isZero();
      assertThat(Files.readAllLines(output)).isEqualTo(ItemsApi.lines(0, 200));
    }
  }

  private static boolean canInterrupt() {
    try {
      return new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Sends SIGINT, and answers the request only once the process is gone. */
  private static void interrupt(Process process) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      Jar.codeOf(process);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
