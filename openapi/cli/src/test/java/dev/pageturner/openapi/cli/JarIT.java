package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarIT {
  @TempDir
  private Path folder;

  @Test
  void theItemsAreOnStandardOutputAndTheSummaryOnStandardError() throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    try (ItemsApi api = ItemsApi.start(250, 100)) {
      assertThat(Jar.run(out, err, Jar.command("get", api.url("/items")))).isZero();
    }
    assertThat(Files.readAllLines(out)).isEqualTo(ItemsApi.lines(0, 250));
    assertThat(Files.readString(err)).startsWith("250 items, 3 pages read").hasLineCount(1);
  }

  @Test
  void headEndsItQuietly() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash here: pipes are not tested");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    try (ItemsApi api = ItemsApi.start(100_000, 100)) {
      String command = quoted(Jar.command("get", api.url("/items")));
      List<String> piped =
          List.of("/bin/bash", "-c", command + " | head -n 1; echo ${PIPESTATUS[0]}");
      assertThat(Jar.run(out, err, piped)).isZero();
      assertThat(api.requests).hasSizeLessThan(1000);
    }
    assertThat(Files.readAllLines(out)).containsExactly(ItemsApi.item(0), "0");
    assertThat(Files.readString(err)).isEmpty();
  }

  @Test
  void aTerminalSeesABarAndAFileTheItems() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script here: no terminal");
    Path out = folder.resolve("out");
    Path seen = folder.resolve("seen");
    try (ItemsApi api = ItemsApi.start(250, 100)) {
      String command = quoted(Jar.command("get", api.url("/items"), "--rate", "1/1s"));
      List<String> inTerminal = List.of(
          "/usr/bin/env",
          "TERM=xterm",
          "/usr/bin/script",
          "-qec",
          command + " > '" + out + "'",
          "/dev/null");
      assertThat(Jar.run(seen, folder.resolve("err"), inTerminal)).isZero();
    }
    assertThat(Files.readAllLines(out)).isEqualTo(ItemsApi.lines(0, 250));
    assertThat(Files.readString(seen))
        .containsPattern("\\[=========               \\] 100 of 250 items,"
            + " waits [0-9.]+ s for the rate limit, 1 pages, ")
        .containsPattern(
            "\\r\\u001b\\[K250 items, 3 pages read, [0-9.]+ s; the list is complete\\r\\n$");
  }

  private static String quoted(List<String> command) {
    return command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }

  @Test
  void aWrongArgumentIsOneLine() throws Exception {
    Path err = folder.resolve("err");
    assertThat(Jar.run(folder.resolve("out"), err, Jar.command("get", "x"))).isEqualTo(2);
    assertThat(Files.readString(err)).hasLineCount(1).doesNotContain("Exception");
  }

  @Test
  void everythingFromElsewhereIsNamedInTheNotices() throws IOException {
    try (JarFile jar = new JarFile(Jar.FILE.toFile())) {
      String notices = text(jar, "META-INF/THIRD-PARTY.txt");
      List<String> known = notices
          .lines()
          .filter(line -> line.matches("  [a-z0-9.]+ {2,}.*"))
          .map(line -> line.strip().split(" ")[0].replace('.', '/') + "/")
          .toList();
      assertThat(jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
              .filter(name -> !name.startsWith("dev/pageturner/"))
              .filter(name -> known.stream().noneMatch(name::startsWith)))
          .isEmpty();
      assertThat(known)
          .allMatch(name -> jar.getEntry(name) != null
              || jar.stream().anyMatch(entry -> entry.getName().startsWith(name)));
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(
        jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
