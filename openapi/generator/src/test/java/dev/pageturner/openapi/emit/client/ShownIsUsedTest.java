package dev.pageturner.openapi.emit.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.DetectionLines;
import dev.pageturner.openapi.detect.Overrides;
import dev.pageturner.openapi.detect.PaginationDetector;
import dev.pageturner.openapi.emit.Rendering;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.openapi.parse.TreeReader;
import dev.pageturner.openapi.spelling.PaginationReader;
import dev.pageturner.openapi.spelling.PaginationWords;
import dev.pageturner.openapi.testing.Compilation;
import dev.pageturner.pagination.Pagination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown of a list is what is used: lines, overrides, words and code are one pagination. */
class ShownIsUsedTest {
  @TempDir
  private Path folder;

  static Stream<Path> documents() throws Exception {
    Path tests =
        Path.of(ShownIsUsedTest.class.getResource("/walked.yaml").toURI()).getParent();
    Path shop = Path.of("").toAbsolutePath().resolveSibling("specs").resolve("shop.yaml");
    Stream<Path> ours = Stream.of("dialects", "generated")
        .flatMap(each -> files(tests.resolve(each)))
        .sorted();
    return Stream.concat(Stream.of(shop, tests.resolve("walked.yaml")), ours);
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Detection> detections(Path document) {
    return PaginationDetector.detect(OpenApiReader.read(document));
  }

  private static List<Pagination> used(List<Detection> detections) {
    return detections.stream().flatMap(one -> one.pagination().stream()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void overridesThatAreWrittenMeanWhatIsUsed(Path document) throws IOException {
    List<Detection> detections = detections(document);
    Path written = Files.writeString(folder.resolve("o.yaml"), Overrides.write(detections));
    Overrides overrides = Overrides.of(TreeReader.read(written));

    assertThat(overrides.problems()).isEmpty();
    assertThat(overrides.problems(detections)).isEmpty();
    assertSame(overrides.apply(detections), detections);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void linesThatAreShownMeanWhatIsUsed(Path document) throws IOException {
    List<Detection> detections = detections(document);
    String lines = detections.stream()
        .filter(Detection::isPaginated)
        .map(one -> "  \"" + one.operation().method() + " " + one.operation().path() + "\": "
            + facts(DetectionLines.of(one)) + "\n")
        .collect(Collectors.joining("", "operations:\n  none: false\n", ""));
    Path written = Files.writeString(folder.resolve("lines.yaml"), lines);
    Overrides overrides = Overrides.of(TreeReader.read(written));

    assertThat(overrides.problems()).isEmpty();
    assertSame(overrides.apply(detections), detections);
  }

  /** {@return what of a line says how the list pages, rather than what it is about or why} */
  private static String facts(String line) {
    int style = line.indexOf("\"style\"");
    int end = line.indexOf(",\"confidence\"");
    String facts = line.substring(style, end);
    return "{" + facts.replaceAll(",\"\\w+\":null", "").replaceAll("\"\\w+\":null,", "") + "}";
  }

  private static void assertSame(List<Detection> said, List<Detection> detections) {
    for (int i = 0; i < detections.size(); i++) {
      Optional<Pagination> used = detections.get(i).pagination();
      assertThat(said.get(i).pagination())
          .as(detections.get(i).operation().method() + " "
              + detections.get(i).operation().path())
          .isEqualTo(used);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void wordsMeanWhatIsUsed(Path document) {
    for (Pagination used : used(detections(document))) {
      assertThat(PaginationReader.read(
              PaginationWords.of(used), Pagination.detect(), name -> "--" + name))
          .isEqualTo(used);
    }
  }

  @Test
  void codeMeansWhatIsUsed() throws Exception {
    List<Pagination> used = new ArrayList<>();
    documents().forEach(document -> used.addAll(used(detections(document))));
    TypeSpec.Builder type = TypeSpec.classBuilder("Used").addModifiers(Modifier.PUBLIC);
    for (int i = 0; i < used.size(); i++) {
      type.addField(FieldSpec.builder(Pagination.class, "P" + i, Modifier.PUBLIC, Modifier.STATIC)
          .initializer("$L", PaginationCode.of(used.get(i)))
          .build());
    }
    Class<?> compiled =
        Compilation.of(List.of(Rendering.of("com.example", type.build()))).load("com.example.Used");

    assertThat(used).hasSizeGreaterThan(100);
    for (int i = 0; i < used.size(); i++) {
      assertThat(compiled.getField("P" + i).get(null)).isEqualTo(used.get(i));
    }
  }
}
