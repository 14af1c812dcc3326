package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each numbered edge case of paging is named by some test. */
class EdgeCaseCoverageTest {
  private static final Pattern NAMED = Pattern.compile("\\bedges? (\\d+(?:,\\s\\d+)*)");

  @Test
  void noneIsForgotten() throws IOException {
    Set<Integer> wanted = new TreeSet<>();
    IntStream.concat(IntStream.rangeClosed(1, 58), IntStream.rangeClosed(91, 113))
        .forEach(wanted::add);
    wanted.add(115);
    assertThat(named()).containsAll(wanted);
  }

  private static Set<Integer> named() throws IOException {
    Set<Integer> numbers = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher matcher = NAMED.matcher(Files.readString(file));
        while (matcher.find()) {
          for (String number : matcher.group(1).split(",\\s")) {
            numbers.add(Integer.parseInt(number));
          }
        }
      }
    }
    return numbers;
  }
}
