package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.openapi.testing.Compilation;
import dev.pageturner.openapi.testing.PublishedSpecs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients of published documents, both that wait and that don't, compile. Here those of small ones;
 * of all of them with the profile {@code specs}.
 */
class PublishedSpecsTest {
  static Stream<Arguments> documents() {
    List<Path> documents = PublishedSpecs.documents();
    return documents.isEmpty()
        ? Stream.of(Arguments.of("none", Path.of("")))
        : documents.stream().map(file -> Arguments.of(file.getFileName().toString(), file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void theClientCompiles(String name, Path document) {
    assumeTrue(PublishedSpecs.folder().isPresent(), PublishedSpecs.MISSING);
    long start = System.nanoTime();

    Generated generated = Generator.of("com.example").async(true).generate(document);

    long generating = System.nanoTime() - start;
    Compilation compiled = Compilation.of(generated.files());
    System.out.printf(
        "%-32s %5d files, generated in %5d ms, compiled in %6d ms%n",
        name,
        generated.files().size(),
        generating / 1_000_000,
        (System.nanoTime() - start - generating) / 1_000_000);
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.warnings()).isEmpty();
    assertThat(generated.files())
        .extracting(file -> file.path().toLowerCase(java.util.Locale.ROOT))
        .doesNotHaveDuplicates();
  }
}
