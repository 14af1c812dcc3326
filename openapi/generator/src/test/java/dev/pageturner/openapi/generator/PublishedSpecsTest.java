package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.openapi.testing.Compilation;
import dev.pageturner.openapi.testing.PublishedSpecs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients of published documents, both that wait and that don't, compile. Here those of small ones;
 * of all of them with the profile {@code specs}.
 */
class PublishedSpecsTest {
  private static final long ALL = 50_000_000;
  private static final long LARGEST = Long.getLong("specs.largest", 400_000);

  static Stream<Arguments> documents() {
    Stream<Arguments> all = PublishedSpecs.all().stream()
        .filter(file -> size(file) <= LARGEST || LARGEST > ALL)
        .map(file -> Arguments.of(file.getFileName().toString(), file));
    return PublishedSpecs.all().isEmpty() ? Stream.of(Arguments.of("none", Path.of(""))) : all;
  }

  private static long size(Path file) {
    if (!file.getParent().equals(PublishedSpecs.folder().orElseThrow())) {
      return Long.MAX_VALUE / 2; // One of many files.
    }
    try (var in = Files.newInputStream(file)) {
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(in).transferTo(java.io.OutputStream.nullOutputStream())
          : Files.size(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
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
