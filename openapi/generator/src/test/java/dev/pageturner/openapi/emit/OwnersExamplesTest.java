package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.openapi.testing.PublishedSpecs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples that owners publish in their documents are what their servers send: models read
 * them. Of the published documents those that are small in each build, all of them with the profile
 * {@code specs}.
 */
class OwnersExamplesTest {
  @TempDir
  private Path folder;

  @Test
  void oddExamplesAreReadAndTold() throws Exception {
    Path document = Path.of(
        OwnersExamplesTest.class.getResource("/examples/odd-examples.yaml").toURI());

    ExampleCount count = ExampleCount.of(folder, OpenApiReader.read(document));

    assertThat(count.refused()).isEmpty();
    assertThat(count.all()).isEqualTo(8);
    assertThat(count.withoutDeviation()).isEqualTo(1);
  }

  @Test
  void publishedExamplesAreRead() throws Exception {
    List<Path> documents = PublishedSpecs.documents();
    assumeTrue(!documents.isEmpty(), PublishedSpecs.MISSING);
    long all = 0;
    long read = 0;
    long exact = 0;
    for (Path document : documents) {
      String name = document.getFileName().toString();
      ExampleCount count = ExampleCount.of(folder.resolve(name), OpenApiReader.read(document));
      System.out.printf(
          "%-32s %5d examples, %5d read, %5d without a deviation%n",
          name, count.all(), count.read(), count.withoutDeviation());
      count.refused().stream().limit(5).forEach(System.out::println);
      all += count.all();
      read += count.read();
      exact += count.withoutDeviation();
    }
    System.out.printf(
        "%d examples: %.4f read, %.4f without a deviation%n",
        all, (double) read / all, (double) exact / all);
    assertThat((double) read / all).isGreaterThanOrEqualTo(0.99);
  }
}
