package dev.pageturner.openapi.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What one execution of the goal read and wrote when it last ran, kept in a file below
 * {@code target}.
 *
 * <p>A line for the settings, and one for each file that was read or written, with what it held. As
 * long as all of that is still so, to run again would write the same.
 */
final class LastRun {
  private static final String SETTINGS = "settings ";

  private final Path file;

  LastRun(Path file) {
    this.file = file;
  }

  /** {@return whether the settings, all inputs and all outputs are as they were} */
  boolean isStillRight(String settings) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.get(0).equals(SETTINGS + settings)) {
      return false;
    }
    for (String line : lines.subList(1, lines.size())) {
      int gap = line.indexOf(' ');
      if (gap < 0 || !line.substring(0, gap).equals(Digest.of(Path.of(line.substring(gap + 1))))) {
        return false;
      }
    }
    return true;
  }

  /** Takes note of a run that is complete. */
  void save(String settings, Collection<Path> files) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(SETTINGS + settings);
    for (Path each : files) {
      lines.add(Digest.of(each) + ' ' + each.toAbsolutePath());
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  /** Forgets the last run, as the next one may break off in the middle. */
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }
}
