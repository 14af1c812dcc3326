package dev.pageturner.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Path SNIPPETS = Path.of(
      "src", "main", "java", "dev", "pageturner", "samples", "readme", "ReadmeSnippets.java");

  @Test
  void eachJavaBlockIsCompiled() throws IOException {
    assertThat(found(README, "(?ms)^```java\\n(.*?)^```$"))
        .isNotEmpty()
        .containsExactlyElementsOf(
            found(SNIPPETS, "(?ms)^ *// readme:start\\n(.*?)^ *// readme:end$"));
  }

  @Test
  void eachPaginationOfTheTableIsCompiled() throws IOException {
    String compiled = withoutBlanks(Files.readString(SNIPPETS));
    assertThat(found(README, "`((?:Pagination\\.|new Pagination\\.)[^`]*\\(.*?)`"))
        .hasSizeGreaterThan(10)
        .allSatisfy(style -> assertThat(compiled).contains(withoutBlanks(style)));
  }

  @ParameterizedTest
  @MethodSource("links")
  void eachLinkLeadsToAFile(String link) {
    assertThat(README.resolveSibling(link)).exists();
  }

  static List<String> links() throws IOException {
    return found(README, "]\\(((?!https?:|#)[^)#]+)[^)]*\\)");
  }

  private static List<String> found(Path file, String pattern) throws IOException {
    Stream<MatchResult> all =
        Pattern.compile(pattern).matcher(Files.readString(file)).results();
    return all.map(match -> match.group(1).stripTrailing().stripIndent()).toList();
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s+", "");
  }
}
