package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.sources.SourceFile;
import dev.pageturner.openapi.testing.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that attack a generator: text in them becomes neither code nor a path. */
class HostileDocumentsTest {
  private static final Pattern COMMENTS_AND_STRINGS =
      Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  static Stream<Path> documents() throws Exception {
    Path folder = Path.of(
        HostileDocumentsTest.class.getResource("/conformance/codegen-hostile").toURI());
    return Files.list(folder).filter(file -> !file.endsWith("manifest.json")).sorted();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  @Timeout(60)
  void whatIsGeneratedCompilesAndHoldsNothingForeign(Path document) {
    List<SourceFile> files;
    try {
      files = Generator.of("com.example").async(true).generate(document).files();
    } catch (InvalidDocumentException e) {
      assertThat(e.getMessage()).startsWith(document.getFileName() + ":");
      return;
    }
    // The marker is declared nowhere: code that names it does not compile.
    assertThat(Compilation.of(files).errors()).isEmpty();
    for (SourceFile file : files) {
      assertThat(file.path()).matches("com/example/[A-Za-z_][A-Za-z0-9_]{0,110}\\.java");
      assertThat(file.path()).doesNotMatch("(?i).*/(con|prn|aux|nul|com\\d|lpt\\d)\\.java");
      String code = COMMENTS_AND_STRINGS.matcher(file.text()).replaceAll("");
      assertThat(code).doesNotContain("PwnedMarker.").matches("[\\x20-\\x7e\\n]*");
      assertThat(file.text())
          .doesNotContainPattern("[\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
    }
  }
}
