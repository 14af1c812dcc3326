package dev.pageturner.openapi.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastRunTest {
  @TempDir
  Path folder;

  private Path input;
  private Path missed;
  private Path output;
  private LastRun lastRun;

  @BeforeEach
  void run() throws Exception {
    input = Files.writeString(folder.resolve("an api.yaml"), "openapi: 3.1.0");
    missed = folder.resolve("not there.yaml");
    output = Files.writeString(folder.resolve("Client.java"), "class Client {}");
    lastRun = new LastRun(folder.resolve("target/pageturner/default.txt"));
    lastRun.save("async=true", List.of(input, missed), List.of(output));
  }

  @Test
  void nothingHasChanged() throws Exception {
    assertThat(lastRun.isStillRight("async=true")).isTrue();
  }

  @Test
  void settingsHaveChanged() throws Exception {
    assertThat(lastRun.isStillRight("async=false")).isFalse();
  }

  @Test
  void inputWithTheSameTimeAndLengthHasChanged() throws Exception {
    var time = Files.getLastModifiedTime(input);
    Files.writeString(input, "openapi: 3.1.1");
    Files.setLastModifiedTime(input, time);

    assertThat(lastRun.isStillRight("async=true")).isFalse();
  }

  @Test
  void outputWasEditedOrIsGone() throws Exception {
    Files.writeString(output, "class Client { }");
    assertThat(lastRun.isStillRight("async=true")).isFalse();

    Files.delete(output);
    assertThat(lastRun.isStillRight("async=true")).isFalse();
  }

  @Test
  void aReferenceThatLedToNothingLeadsToAFileNow() throws Exception {
    Files.writeString(missed, "{}");

    assertThat(lastRun.isStillRight("async=true")).isFalse();
  }

  @Test
  void whatIsNotWantedAnyMoreIsRemovedWithItsFolder() throws Exception {
    Path old = Files.createDirectories(folder.resolve("old/com/example")).resolve("Old.java");
    Files.writeString(old, "class Old {}");
    lastRun.save("package=old", List.of(input), List.of(old, output));

    lastRun.forget();
    assertThat(old).exists(); // The next run may break off.
    lastRun.save("package=new", List.of(input), List.of(output));

    assertThat(folder.resolve("old")).doesNotExist();
    assertThat(output).exists();
    assertThat(input).exists();
    assertThat(lastRun.isStillRight("package=new")).isTrue();
  }

  @Test
  void whatSomebodyElseChangedStays() throws Exception {
    Files.writeString(output, "class Client { int mine; }");

    lastRun.save("package=new", List.of(input), List.of());

    assertThat(output).hasContent("class Client { int mine; }");
  }

  @Test
  void nothingIsKnownOfARunThatIsForgotten() throws Exception {
    lastRun.forget();

    assertThat(lastRun.isStillRight("async=true")).isFalse();
  }

  @Test
  void noteThatIsCutIsNotBelieved() throws Exception {
    Files.writeString(folder.resolve("target/pageturner/default.txt"), "settings async=true\nabc");

    assertThat(lastRun.isStillRight("async=true")).isFalse();
  }
}
