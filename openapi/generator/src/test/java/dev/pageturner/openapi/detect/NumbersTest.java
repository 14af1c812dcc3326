package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What evidence weighs is said in one table, {@link Sign}, and nowhere else. */
class NumbersTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/pageturner/openapi/detect");

  /** The table itself, the reader of the other one, and the endings of English words. */
  private static final Set<String> EXEMPT = Set.of("Sign.java", "Name.java", "Vocabulary.java");

  private static final Pattern TEXTS_AND_COMMENTS = Pattern.compile(
      "(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'");
  private static final Pattern BOUND = Pattern.compile("static final int MAX_\\w+ = [0-9_]+;");
  private static final Pattern NUMBER = Pattern.compile(
      "(?<![\\w.])(?![012][LlDd]?(?![\\w.]))[0-9][0-9_]*(?:\\.[0-9]+)?[LlDdFf]?|(?<![\\w)])\\.[0-9]+");

  @Test
  void noRuleHasNumbersOfItsOwn() throws IOException {
    assumeTrue(Files.isDirectory(SOURCES), "no sources below " + SOURCES.toAbsolutePath());
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(files
              .filter(file -> !EXEMPT.contains(file.getFileName().toString()))
              .sorted()
              .flatMap(file -> numbers(file).stream()))
          .as("numbers that are no Sign: weights and thresholds go there, bounds are called MAX_…")
          .isEmpty();
    }
  }

  private static List<String> numbers(Path file) {
    String code =
        BOUND.matcher(TEXTS_AND_COMMENTS.matcher(read(file)).replaceAll("")).replaceAll("");
    return NUMBER
        .matcher(code)
        .results()
        .map(found -> file.getFileName() + ": " + lineAround(code, found.start()))
        .toList();
  }

  private static String lineAround(String code, int at) {
    return code.substring(code.lastIndexOf('\n', at) + 1, code.indexOf('\n', at))
        .strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void eachSignSaysWhatIsSeen() {
    assertThat(Sign.values()).allSatisfy(sign -> assertThat(sign.meaning()).isNotBlank());
  }
}
