package dev.pageturner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a {@code package-info.java} says on imports.
 *
 * @param imports the packages that it imports, by their short names; empty where it says everything
 * @param importedBy the packages that import it; empty where it says everything
 */
record PackageInfo(Optional<Set<String>> imports, Optional<Set<String>> importedBy) {
  private static final Path SOURCES = Path.of("src", "main", "java", "dev", "pageturner");
  private static final Pattern LINE = Pattern.compile("\\n \\*");
  private static final Pattern ARROWS =
      Pattern.compile("Imports: (.*?)\\. Imported by: (.*?)\\.[ /]");
  private static final Pattern NAME = Pattern.compile("\\{@code ([a-z.]+)}|(the root package)");

  /** {@return what all packages say, by their short names} */
  static Map<String, PackageInfo> all() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .collect(
              Collectors.toMap(PackageInfo::nameOf, PackageInfo::read, (a, b) -> a, TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(Path file) {
    return SOURCES.relativize(file.getParent()).toString().replace('/', '.').replace('\\', '.');
  }

  private static PackageInfo read(Path file) {
    try {
      String text = LINE.matcher(Files.readString(file)).replaceAll("").replaceAll("\\s+", " ");
      Matcher arrows = ARROWS.matcher(text);
      if (arrows.find()) {
        return new PackageInfo(names(arrows.group(1)), names(arrows.group(2)));
      } else if (nameOf(file).isEmpty()) {
        return new PackageInfo(Optional.empty(), Optional.empty()); // The root imports all.
      }
      throw new IllegalStateException(file + " does not say what it imports and who imports it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Set<String>> names(String text) {
    if (text.startsWith("everything")) {
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group(2) == null ? name.group(1) : "");
    }
    return Optional.of(names);
  }
}
