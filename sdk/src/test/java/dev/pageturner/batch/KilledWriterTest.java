package dev.pageturner.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.io.BufferedReader;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kotlin.Unit;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it saves leaves the old checkpoint or the new one. */
class KilledWriterTest {
  private static final int KILLS = 6;

  /** Saves one checkpoint after the other, and says so behind each. */
  static final class Writer {
    private Writer() {}

    @SuppressWarnings("InfiniteLoopStatement")
    public static void main(String[] args) {
      CheckpointStore store = CheckpointStore.file(Path.of(args[0]));
      long next = store.load().map(Checkpoint::consumed).orElse(0L);
      while (true) {
        next++;
        store.save(checkpoint(next));
        System.out.println(next);
      }
    }
  }

  /** Its text is long, so that writing it takes a while, and shows in each part which one it is. */
  static Checkpoint checkpoint(long number) {
    String cursor = (number + ",").repeat(50_000);
    return new Checkpoint(Place.of(Position.cursor(cursor), ""), number, "fingerprint");
  }

  @Test
  void aKilledWriterLeavesTheOldCheckpointOrTheNewOne(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("users.checkpoint");
    Random random = new Random(42);
    long saved = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long known = saveUntilKilled(file, 1 + random.nextInt(6), random.nextInt(10_000));

      Checkpoint left = CheckpointStore.file(file).load().orElseThrow();

      assertThat(left.consumed()).isGreaterThanOrEqualTo(known).isGreaterThan(saved);
      assertThat(left).isEqualTo(checkpoint(left.consumed()));
      saved = left.consumed();
      try (Stream<Path> files = Files.list(directory)) {
        assertThat(files.count()).isLessThanOrEqualTo(2);
      }
    }
  }

  /** {@return the last checkpoint that the process said was saved} */
  private static long saveUntilKilled(Path file, int saves, int looks) throws Exception {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".tmp");
    Process writer = start(file);
    String known = "0";
    try (BufferedReader lines = writer.inputReader()) {
      for (int i = 0; i < saves; i++) {
        known = lines.readLine();
      }
      // Some kills come at any moment, most in the middle of a save.
      for (int i = 0; i < looks && Files.notExists(fresh); i++) {
        Thread.onSpinWait();
      }
    } finally {
      writer.destroyForcibly().waitFor();
    }
    return Long.parseLong(known);
  }

  private static Process start(Path file) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java, "-Xshare:auto", "-cp", classPath(), Writer.class.getName(), file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String classPath() throws URISyntaxException {
    List<String> places = new ArrayList<>();
    for (Class<?> type :
        List.of(Writer.class, CheckpointStore.class, Moshi.class, Buffer.class, Unit.class)) {
      URL place = type.getProtectionDomain().getCodeSource().getLocation();
      places.add(Path.of(place.toURI()).toString());
    }
    return String.join(File.pathSeparator, places);
  }
}
