package dev.pageturner.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.batch.CheckpointStore;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a checkpoint is the checkpoint, whatever a server calls a cursor. */
class CheckpointTextTest {
  @TempDir
  Path folder;

  private void comesBack(String text) {
    Checkpoint checkpoint = new Checkpoint(Place.of(Position.cursor(text), ""), 3, "r");
    CheckpointStore store = CheckpointStore.file(folder.resolve("checkpoint"));
    store.save(checkpoint);

    assertThat(Checkpoint.parse(checkpoint.toString())).isEqualTo(checkpoint);
    assertThat(store.load()).contains(checkpoint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "\ud800",
        "\udc00\ud800",
        "a\ud83d",
        "\ud83d\ude00\ude00\"\\\n\u00e9\u2028",
        "\ufffe"
      })
  void halfACharacterComesBack(String text) {
    comesBack(text);
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyTextComesBack(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i >= 0; i--) {
      char any = (char) random.nextInt(0x10000);
      text.append(random.nextBoolean() ? any : (char) (0xD7F0 + random.nextInt(0x820)));
    }
    comesBack(text.toString());
  }

  @Test
  void placeOfAListOfChangesComesBack() {
    Since since = new Since(Position.cursor("\ud800"), "token $.t, sent as body $.t", true);
    Place place = Place.startOf(since).withMemory("{\"mark\":\"\udc00\"}");
    Checkpoint checkpoint = new Checkpoint(place, 2, "r");

    assertThat(Checkpoint.parse(checkpoint.toString())).isEqualTo(checkpoint);
    assertThat(checkpoint.toString()).startsWith("{\"pageturner\":3").doesNotContain("\n");
  }
}
