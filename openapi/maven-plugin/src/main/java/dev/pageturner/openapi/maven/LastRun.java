package dev.pageturner.openapi.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one execution of the goal read and wrote when it last ran, kept in a file below
 * {@code target}.
 *
 * <p>A line for the settings, and one for each file that was read or written, with what it held. As
 * long as all of that is still so, to run again would write the same. What was written and is not
 * wanted after a change is removed, unless somebody else changed it.
 */
final class LastRun {
  private static final String SETTINGS = "settings ";
  private static final String READ = "read ";
  private static final String WROTE = "wrote ";

  private final Path file;

  LastRun(Path file) {
    this.file = file;
  }

  /** {@return whether the settings, all inputs and all outputs are as they were} */
  boolean isStillRight(String settings) throws IOException {
    List<String> lines = lines();
    if (lines.isEmpty() || !lines.get(0).equals(SETTINGS + settings)) {
      return false;
    }
    for (String line : lines.subList(1, lines.size())) {
      String rest = line.startsWith(READ) ? line.substring(READ.length()) : written(line);
      int gap = rest.indexOf(' ');
      if (gap < 0 || !rest.substring(0, gap).equals(Digest.of(Path.of(rest.substring(gap + 1))))) {
        return false;
      }
    }
    return true;
  }

  private List<String> lines() throws IOException {
    return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  private static String written(String line) {
    return line.startsWith(WROTE) ? line.substring(WROTE.length()) : "";
  }

  /** Takes note of a run that is complete, and removes what the one before it left behind. */
  void save(String settings, Collection<Path> inputs, Collection<Path> outputs) throws IOException {
    List<Path> wanted = outputs.stream().map(Path::toAbsolutePath).toList();
    for (Map.Entry<Path, String> old : outputs().entrySet()) {
      if (!wanted.contains(old.getKey()) && Digest.of(old.getKey()).equals(old.getValue())) {
        remove(old.getKey());
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(SETTINGS + settings);
    for (Path each : inputs) {
      lines.add(READ + Digest.of(each) + ' ' + each.toAbsolutePath());
    }
    for (Path each : wanted) {
      lines.add(WROTE + Digest.of(each) + ' ' + each);
    }
    write(lines);
  }

  private Map<Path, String> outputs() throws IOException {
    Map<Path, String> outputs = new LinkedHashMap<>();
    for (String line : lines()) {
      String rest = written(line);
      int gap = rest.indexOf(' ');
      if (gap > 0) {
        outputs.put(Path.of(rest.substring(gap + 1)), rest.substring(0, gap));
      }
    }
    return outputs;
  }

  /** The folders of a package that is empty now go, too. */
  private static void remove(Path output) throws IOException {
    Files.deleteIfExists(output);
    try {
      for (Path at = output.getParent(); at != null; at = at.getParent()) {
        Files.deleteIfExists(at);
      }
    } catch (FileSystemException e) {
      // Here is something that stays.
    }
  }

  private void write(List<String> lines) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  /**
   * Believes the last run no more, as the next one may break off in the middle; only what it wrote
   * is still known.
   */
  void forget() throws IOException {
    List<String> kept = new ArrayList<>(List.of(SETTINGS));
    lines().stream().filter(line -> line.startsWith(WROTE)).forEach(kept::add);
    write(kept);
  }
}
