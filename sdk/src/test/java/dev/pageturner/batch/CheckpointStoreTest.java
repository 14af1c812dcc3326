package dev.pageturner.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint is kept whole or not at all, and what is loaded is distrusted. */
class CheckpointStoreTest {
  private static final Checkpoint OLD =
      new Checkpoint(Place.of(Position.cursor("c\u00e9 \ud83d\ude00+/="), ""), 7, "fingerprint");
  private static final Checkpoint NEW =
      new Checkpoint(Place.of(Position.offset(300), ""), 0, "fingerprint");

  @TempDir
  private Path directory;

  private Path file;
  private CheckpointStore store;

  @BeforeEach
  void makeAStore() {
    file = directory.resolve("users.checkpoint");
    store = CheckpointStore.file(file);
  }

  @AfterEach
  void forgetTheInterrupt() {
    Thread.interrupted();
  }

  @Test
  void noFileIsNoCheckpoint() {
    assertThat(store.load()).isEmpty();
    store.clear();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void whatIsSavedIsLoaded() {
    store.save(OLD);
    assertThat(store.load()).contains(OLD);

    store.save(NEW);
    assertThat(CheckpointStore.file(file).load()).contains(NEW);
    assertThat(directory).isDirectoryContaining(file::equals);
    assertThat(names()).containsExactly("users.checkpoint");
  }

  @Test
  void clearForgets() {
    store.save(OLD);

    store.clear();

    assertThat(store.load()).isEmpty();
    assertThat(names()).isEmpty();
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(path -> path.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatAKilledWriterLeftBehindDoesNoHarm() throws IOException {
    store.save(OLD);
    Path left = directory.resolve(".users.checkpoint.tmp");
    Files.writeString(left, "{\"pagetur");

    assertThat(store.load()).contains(OLD);

    store.save(NEW);
    assertThat(store.load()).contains(NEW);
    assertThat(names()).containsExactly("users.checkpoint");

    Files.writeString(left, "{\"pagetur");
    store.clear();
    assertThat(names()).isEmpty();
  }

  @Test
  void aLinkInThePlaceOfTheFreshFileIsNotFollowed() throws IOException {
    Path other = Files.writeString(directory.resolve("other"), "precious");
    Files.createSymbolicLink(directory.resolve(".users.checkpoint.tmp"), other);

    store.save(NEW);

    assertThat(other).hasContent("precious");
    assertThat(file).isRegularFile();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "{}",
        "[]",
        "null",
        "7",
        "not json",
        "{\"pageturner\":1}",
        "{\"pageturner\":2,\"request\":\"f\",\"position\":{\"start\":true},\"consumed\":0}",
        "{\"pageturner\":1,\"request\":\"f\",\"position\":{\"start\":true},\"consumed\":0} x",
        "{\"pageturner\":1,\"request\":\"f\",\"position\":{\"start\":true},\"consumed\":-1}",
        "{\"pageturner\":1,\"request\":null,\"position\":{\"start\":true},\"consumed\":0}",
        "{\"pageturner\":1,\"request\":\"f\",\"position\":{\"cursor\":[]},\"consumed\":0}",
        "{\"pageturner\":1,\"request\":\"f\",\"position\":{},\"consumed\":0}",
        "{\"pageturner\":1,\"request\":\"f\",\"position\":{\"page\":1e99},\"consumed\":0}"
      })
  void whatIsNoCheckpointIsAnErrorThatNamesTheFile(String content) throws IOException {
    Files.writeString(file, content);

    assertBad();
    assertThat(file).hasContent(content);
  }

  private void assertBad() {
    assertThatThrownBy(store::load)
        .isInstanceOf(PageturnerException.BadCheckpoint.class)
        .hasMessageContaining("users.checkpoint");
  }

  @Test
  void aCheckpointCutAnywhereIsAnError() throws IOException {
    byte[] whole = OLD.toString().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertBad();
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damageIsAnErrorOrLeavesACheckpoint(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] damaged = OLD.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i <= seed % 4; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    Files.write(file, damaged);

    Optional<Checkpoint> loaded;
    try {
      loaded = store.load();
    } catch (PageturnerException.BadCheckpoint e) {
      assertThat(e).hasMessageContaining("users.checkpoint");
      return;
    }
    assertThat(loaded).isPresent();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noiseIsAnError(long seed) throws IOException {
    byte[] noise = new byte[1 + (int) seed * 7];
    new Random(seed).nextBytes(noise);
    Files.write(file, noise);

    assertBad();
  }

  @Test
  void nestingIsAnError() throws IOException {
    Files.writeString(file, "{\"x\":" + "[".repeat(100_000));

    assertBad();
  }

  @Test
  void aFileThatIsTooLargeIsAnErrorAndIsNotReadWhole() throws IOException {
    Files.write(file, new byte[(4 << 20) + 1]);
    assertBad();

    Files.writeString(file, " ".repeat((1 << 20) + 1));
    assertBad();
  }

  @Test
  void aLongCursorIsKept() {
    Checkpoint checkpoint =
        new Checkpoint(Place.of(Position.cursor("\u20ac".repeat(1_000_000)), ""), 1, "f");

    store.save(checkpoint);

    assertThat(store.load()).contains(checkpoint);
  }

  @Test
  void aCheckpointThatCouldNotBeLoadedDoesNotReplaceOneThatCan() {
    store.save(OLD);
    Checkpoint tooLong = new Checkpoint(Place.of(Position.cursor("x".repeat(1 << 20)), ""), 1, "f");

    assertThatThrownBy(() -> store.save(tooLong))
        .isInstanceOf(PageturnerException.BadCheckpoint.class)
        .hasMessageContaining("users.checkpoint")
        .hasMessageNotContaining("xxx");
    assertThat(store.load()).contains(OLD);
  }

  @Test
  void anInterruptDoesNotKeepACheckpointFromBeingSavedOrLoaded() {
    Thread.currentThread().interrupt();

    store.save(NEW);

    assertThat(store.load()).contains(NEW);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void aDirectoryThatDoesNotExistIsAStorageError() {
    CheckpointStore nowhere = CheckpointStore.file(directory.resolve("no/such/file"));

    assertThat(nowhere.load()).isEmpty();
    assertThatThrownBy(() -> nowhere.save(NEW))
        .isInstanceOf(PageturnerException.Storage.class)
        .hasMessageContaining("could not be written");
  }

  @Test
  void aDirectoryInThePlaceOfTheFileIsAStorageError() throws IOException {
    Files.createDirectories(file.resolve("inner"));

    assertThatThrownBy(store::load)
        .isInstanceOf(PageturnerException.Storage.class)
        .hasMessageContaining("could not be read");
    assertThatThrownBy(() -> store.save(NEW)).isInstanceOf(PageturnerException.Storage.class);
    assertThatThrownBy(store::clear).isInstanceOf(PageturnerException.Storage.class);
  }

  @Test
  void aPathWithoutANameIsRefused() {
    assertThatThrownBy(() -> CheckpointStore.file(directory.getRoot()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void memoryKeepsTheLastCheckpoint() {
    CheckpointStore memory = CheckpointStore.memory();
    assertThat(memory.load()).isEmpty();

    memory.save(OLD);
    memory.save(NEW);
    assertThat(memory.load()).contains(NEW);

    memory.clear();
    assertThat(memory.load()).isEmpty();
  }
}
