package dev.pageturner.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each command of the README of the samples, and compares what it prints. */
class SamplesTest {
  private static final Path README = Path.of("README.md");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final String QUICKSTART = "dev.pageturner.samples.quickstart.Quickstart";
  private static final Pattern BLOCKS = Pattern.compile(
      "(?s)```sh\\nmvn -q -pl samples -am -Dmaven.test.skip test-compile exec:java([^\\n]*)\\n```\\n[^`#]*```text\\n(.*?)```");
  private static final Pattern OPTION =
      Pattern.compile("-Dexec\\.(mainClass|args)=\"?([^ \"]+)\"?");

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("commands")
  void printsWhatTheReadmeSays(String main, String args, String printed) throws Exception {
    String[] all = args.isEmpty() ? new String[0] : args.split(" ");
    assertThat(withoutChance(Printed.by(Class.forName(main), all)))
        .isEqualTo(withoutChance(printed));
  }

  @Test
  void eachMainClassIsInTheReadme() throws IOException {
    String readme = Files.readString(README);
    assertThat(mains())
        .hasSizeGreaterThan(5)
        .allSatisfy(main -> assertThat(readme).contains(main));
  }

  static List<Arguments> commands() throws IOException {
    return BLOCKS
        .matcher(Files.readString(README))
        .results()
        .map(block -> {
          Map<String, String> options = OPTION
              .matcher(block.group(1))
              .results()
              .collect(Collectors.toMap(option -> option.group(1), option -> option.group(2)));
          return arguments(
              options.getOrDefault("mainClass", QUICKSTART),
              options.getOrDefault("args", ""),
              block.group(2));
        })
        .toList();
  }

  /** The classes that a reader runs; those that are started by others have no server of theirs. */
  private static Set<String> mains() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(Files::isRegularFile)
          .filter(SamplesTest::isMain)
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }

  private static boolean isMain(Path file) {
    try {
      Matcher main = Pattern.compile("public final class \\w+ \\{(?s:.*)public static void main\\(")
          .matcher(Files.readString(file));
      return main.find();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Times, moments and what depends on them. */
  private static String withoutChance(String printed) {
    return printed
        .replaceAll("[\\d.]+ (m?s)\\b", "1 $1")
        .replaceAll("after (\\d+ (users|reviews)|its start)", "after a while")
        .replaceAll("(for each.*), \\d+ requests, \\d+ of", "$1, 1 requests, 1 of")
        .replaceAll("\\S*target/", "target/");
  }
}
