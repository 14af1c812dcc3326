package dev.pageturner.openapi.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.openapi.model.InvalidDocumentException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostileDocumentsTest {
  private static Path folder() throws URISyntaxException {
    return Path.of(
        HostileDocumentsTest.class.getResource("/conformance/codegen-hostile").toURI());
  }

  static Stream<Path> documents() throws Exception {
    return Files.list(folder()).filter(file -> !file.endsWith("manifest.json")).sorted();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void everyDocumentIsReadOrRefusedInWords(Path file) {
    try {
      assertThat(OpenApiReader.read(file)).isNotNull();
    } catch (InvalidDocumentException e) {
      assertThat(e.problems()).isNotEmpty();
      assertThat(e.getMessage()).startsWith(file.getFileName() + ":");
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "alias-bomb.yaml, aliases expand to more than",
    "not-a-spec.json, not OpenAPI",
    "ref-cycle.json, leads back to itself",
    "ref-cycle.json, a part of itself through allOf",
    "ref-traversal.json, leaves the folder",
    "yaml-merge-dup.yaml, the name stands twice",
    "yaml-tags.yaml, a YAML tag is used"
  })
  void refusalsSayWhy(String name, String message) throws Exception {
    Path file = folder().resolve(name);

    assertThatThrownBy(() -> OpenApiReader.read(file)).hasMessageContaining(message);
  }
}
