package dev.pageturner.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.ConformanceFiles;
import dev.pageturner.json.RawJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesWriterTest {
  @TempDir
  Path folder;

  /** An item. */
  public record Item(String text, Double number) {}

  private static List<RawJson> read(Path file) {
    List<RawJson> items = new ArrayList<>();
    JsonLines.from(file).as(RawJson.class).forEach(items::add);
    return items;
  }

  private static RawJson json(int value) {
    return RawJson.of(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"naughty.jsonl", "naughty.jsonl.gz"})
  void whatIsWrittenIsReadAgain(String name) throws IOException {
    byte[] list = ConformanceFiles.bytes("naughty-strings/blns.json");
    List<String> naughty =
        RawJson.parse(new String(list, UTF_8)).get("cases").orElseThrow().elements().stream()
            .map(RawJson::asString)
            .toList();
    Path file = folder.resolve(name);
    assertThat(JsonLines.write(file, naughty, String.class)).isEqualTo(naughty.size());
    List<String> again = new ArrayList<>();
    JsonLines.from(file).as(String.class).forEach(again::add);
    assertThat(again).isEqualTo(naughty);
    assertThat(Files.readAllBytes(file)[0] == 0x1f).isEqualTo(name.endsWith(".gz"));
  }

  @Test
  void eachItemIsOneLineWhateverItsAdapterWrites() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonLines.write(
        out, List.of(RawJson.parse("{\n\"a\":\r\n[1,\n2]}"), RawJson.of("x\ny")), RawJson.class);
    assertThat(out.toString(UTF_8)).isEqualTo("{ \"a\":  [1, 2]}\n\"x\\u000ay\"\n");
  }

  @Test
  void halfASurrogatePairIsKeptAsAnEscape() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonLines.write(out, List.of(new Item("a\ud800", 1.0)), Item.class);
    assertThat(out.toString(UTF_8))
        .isEqualTo("{\"number\":1.0,\"text\":\"a\\ud800\"}\n"
            .replace(
                "{\"number\":1.0,\"text\":\"a\\ud800\"}",
                "{\"text\":\"a\\ud800\",\"number\":1.0}"));
  }

  @Test
  void anItemThatCannotBeWrittenLeavesNothingBehind() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonLinesWriter<Item> writer = JsonLinesWriter.of(Item.class).to(out)) {
      writer.write(new Item("a", 1.0));
      assertThatThrownBy(() -> writer.write(new Item("b", Double.NaN)))
          .isInstanceOf(PageturnerException.Content.class)
          .hasMessage("item 2 cannot be written at $.number");
      writer.write(new Item("c", null));
      assertThat(writer.count()).isEqualTo(2);
    }
    assertThat(out.toString(UTF_8))
        .isEqualTo("{\"text\":\"a\",\"number\":1.0}\n{\"text\":\"c\"}\n");
  }

  @Test
  void anAdapterThatWritesNoJsonIsFoundOut() {
    JsonAdapter<Item> broken = new JsonAdapter<>() {
      @Override
      public Item fromJson(JsonReader reader) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void toJson(JsonWriter writer, Item value) throws IOException {
        try (BufferedSink sink = writer.valueSink()) {
          sink.writeUtf8("{} {}");
        }
      }
    };
    Moshi moshi = new Moshi.Builder().add(Item.class, broken).build();
    try (JsonLinesWriter<Item> writer =
        JsonLinesWriter.of(Item.class).moshi(moshi).to(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> writer.write(new Item("secret", null)))
          .isInstanceOf(PageturnerException.Content.class)
          .hasMessage("item 1: its adapter wrote no JSON: expected nothing after the value");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.jsonl", "out.jsonl.gz"})
  void aCrashIsFollowedByGoingOnAfterTheLastPosition(String name) {
    Path file = folder.resolve(name);
    long position;
    try (JsonLinesWriter<RawJson> writer = JsonLinesWriter.of(RawJson.class).create(file)) {
      writer.write(json(1));
      writer.write(json(2));
      writer.flush();
      position = writer.position();
      writer.write(json(99));
    }
    try (JsonLinesWriter<RawJson> writer =
        JsonLinesWriter.of(RawJson.class).append(file, position)) {
      assertThat(writer.position()).isEqualTo(position);
      writer.write(json(3));
    }
    assertThat(read(file)).containsExactly(json(1), json(2), json(3));
  }

  @Test
  void aFileShorterThanThePositionIsAnError() throws IOException {
    Path file = Files.writeString(folder.resolve("short.jsonl"), "1\n");
    assertThatThrownBy(() -> JsonLinesWriter.of(RawJson.class).append(file, 5))
        .isInstanceOf(PageturnerException.Storage.class)
        .hasMessageContaining("has 2 bytes, fewer than the 5");
    assertThat(file).hasContent("1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.jsonl", "out.jsonl.gz"})
  void appendingGoesOnAtTheEnd(String name) {
    Path file = folder.resolve(name);
    for (int i = 1; i <= 3; i++) {
      try (JsonLinesWriter<RawJson> writer = JsonLinesWriter.of(RawJson.class).append(file)) {
        writer.write(json(i));
      }
    }
    assertThat(read(file)).containsExactly(json(1), json(2), json(3));
  }

  @Test
  void appendingCompletesALineWithoutEndAndRefusesACutOne() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "1\n" + "2".repeat(10_000));
    try (JsonLinesWriter<RawJson> writer = JsonLinesWriter.of(RawJson.class).append(file)) {
      writer.write(json(3));
    }
    assertThat(read(file)).hasSize(3);
    Path cut = Files.writeString(folder.resolve("cut.jsonl"), "12\n{\"a\":");
    assertThatThrownBy(() -> JsonLinesWriter.of(RawJson.class).append(cut))
        .isInstanceOf(PageturnerException.Content.class)
        .hasMessageEndingWith("cut.jsonl: the last line is cut; to drop it go on after byte 3");
    try (JsonLinesWriter<RawJson> writer = JsonLinesWriter.of(RawJson.class).append(cut, 3)) {
      writer.write(json(13));
    }
    assertThat(read(cut)).containsExactly(json(12), json(13));
  }

  @Test
  void aFileWithoutItemsIsWholeToo() throws IOException {
    Path file = folder.resolve("empty.jsonl.gz");
    assertThat(JsonLines.write(file, List.<RawJson>of(), RawJson.class)).isZero();
    assertThat(Files.size(file)).isPositive();
    assertThat(read(file)).isEmpty();
  }

  @Test
  void aFileIsReplacedWholeOrNotAtAll() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "0\n");
    Iterable<RawJson> failing = () -> Stream.of(1, 2, 3)
        .map(i -> {
          assertThat(read(file)).containsExactly(json(0));
          if (i == 3) {
            throw new IllegalStateException("source failed");
          }
          return json(i);
        })
        .iterator();
    assertThatThrownBy(() -> JsonLines.write(file, failing, RawJson.class))
        .hasMessage("source failed");
    assertThat(file).hasContent("0\n");
    JsonLines.write(file, List.of(json(1)), RawJson.class);
    assertThat(file).hasContent("1\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("real.jsonl"), "0\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), file);
    JsonLines.write(link, List.of(json(1)), RawJson.class);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("1\n");
  }

  @Test
  void aClosedWriterRefuses() {
    JsonLinesWriter<RawJson> writer =
        JsonLinesWriter.of(RawJson.class).to(new ByteArrayOutputStream());
    writer.close();
    writer.close();
    assertThatThrownBy(() -> writer.write(json(1))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFolderThatDoesNotExistIsAnError() {
    Path file = folder.resolve("none").resolve("a.jsonl");
    assertThatThrownBy(() -> JsonLines.write(file, List.of(json(1)), RawJson.class))
        .isInstanceOf(PageturnerException.Storage.class);
    assertThatThrownBy(() -> JsonLinesWriter.of(RawJson.class).create(file))
        .isInstanceOf(PageturnerException.Storage.class);
  }
}
