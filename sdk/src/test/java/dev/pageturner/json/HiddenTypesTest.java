package dev.pageturner.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.pageturner.lines.JsonLines;
import java.io.ByteArrayOutputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that Moshi has no access to are decoded all the same, or refused in words. */
class HiddenTypesTest {
  record Nested(
      String id,
      int size,
      @com.squareup.moshi.Json(name = "is") List<Leaf> leaves) {
    Nested {
      if (size < 0) {
        throw new IllegalArgumentException("size < 0");
      }
    }
  }

  private record Leaf(Leaf next, RawJson raw) {}

  private record Box<T>(T content, List<T> all) {}

  private static final Moshi MOSHI =
      new Moshi.Builder().add(ExactJson.factory()).build();

  @Test
  void aRecordThatIsNotPublicIsReadAndWritten() throws Exception {
    JsonAdapter<Nested> adapter = MOSHI.adapter(Nested.class);
    String json = "{\"id\":\"a\",\"size\":2,\"is\":[{\"next\":{\"raw\":1.0}},null]}";

    Nested nested = adapter.fromJson("{\"unknown\":[1]," + json.substring(1));

    assertThat(nested.leaves())
        .containsExactly(new Leaf(new Leaf(null, RawJson.parse("1.0")), null), null);
    assertThat(adapter.toJson(nested)).isEqualTo(json);
    assertThat(adapter.fromJson("null")).isNull();
  }

  @Test
  void aLocalRecordIsReadAndWritten() throws Exception {
    record Local(long id) {}

    assertThat(MOSHI.adapter(Local.class).fromJson("{\"id\":7}")).isEqualTo(new Local(7));
    assertThat(MOSHI.adapter(Local.class).toJson(new Local(7))).isEqualTo("{\"id\":7}");
  }

  @Test
  void aHiddenRecordMayHaveTypeArguments() throws Exception {
    JsonAdapter<Box<Leaf>> adapter = MOSHI.adapter(
        Types.newParameterizedTypeWithOwner(HiddenTypesTest.class, Box.class, Leaf.class));

    Box<Leaf> box = adapter.fromJson("{\"content\":{\"raw\":1},\"all\":[{\"raw\":2}]}");

    assertThat(box.content()).isEqualTo(new Leaf(null, RawJson.of(1)));
    assertThat(box.all()).containsExactly(new Leaf(null, RawJson.of(2)));
  }

  @Test
  void whatARecordRefusesAndWhatIsMissingIsSaid() {
    JsonAdapter<Nested> adapter = MOSHI.adapter(Nested.class);

    assertThatThrownBy(() -> adapter.fromJson("{\"size\":-1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size < 0");
    assertThatThrownBy(() -> adapter.fromJson("{\"id\":\"a\"}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessageContaining("'size' missing");
  }

  @Test
  void linesOfHiddenRecordsAreWritten() {
    record Row(int id) {}
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    JsonLines.write(out, List.of(new Row(1), new Row(2)), Row.class);

    assertThat(out).hasToString("{\"id\":1}\n{\"id\":2}\n");
  }

  @TempDir
  Path folder;

  @Test
  void aTypeInAClosedPackageOfAModuleIsRefusedWithTheRemedy() throws Exception {
    for (String kind : List.of("record Row(int id) {}", "class Row { private int id; }")) {
      Class<?> type = closed(kind);

      assertThatThrownBy(() -> MOSHI.adapter(type))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("shut.model.Row cannot be read or written")
          .hasMessageContaining("opens shut.model to dev.pageturner.sdk, com.squareup.moshi;");
    }
  }

  private Class<?> closed(String declaration) throws Exception {
    Path source = Files.createDirectories(folder.resolve("src/shut/model")).resolve("Row.java");
    Files.writeString(source, "package shut.model; public " + declaration);
    Path module = Files.writeString(folder.resolve("src/module-info.java"), "module shut {}");
    Path classes = folder.resolve("classes");
    Path javac = Path.of(System.getProperty("java.home"), "bin", "javac");
    Process compiler = new ProcessBuilder("" + javac, "-d", "" + classes, "" + source, "" + module)
        .inheritIO()
        .start();
    assertThat(compiler.waitFor()).isZero();
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration().resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("shut"));
    return boot.defineModulesWithOneLoader(configuration, getClass().getClassLoader())
        .findLoader("shut")
        .loadClass("shut.model.Row");
  }
}
