package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.parse.JsonLines;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.openapi.testing.PublishedSpecs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Detection over published API descriptions, scored against what the owners' own SDKs do. The
 * extensions that give the answer away are not read.
 *
 * <p>The documents are not part of this repository: they are looked for in the folder that the
 * system property {@code pageturner.specs} names, or in {@code shared/specs} beside the checkout.
 * Without them the tests are skipped.
 */
class SpecsIT {
  private static final Map<String, ScoreCard> CARDS = new LinkedHashMap<>();

  @BeforeAll
  static void detect() throws Exception {
    Optional<Path> folder = PublishedSpecs.folder();
    assumeTrue(folder.isPresent(), PublishedSpecs.MISSING);
    Map<String, List<ObjectNode>> labels =
        JsonLines.read(folder.get().resolve("labels.jsonl")).stream()
            .collect(Collectors.groupingBy(
                label -> label.text("spec").orElseThrow(),
                LinkedHashMap::new,
                Collectors.toList()));
    for (Map.Entry<String, List<ObjectNode>> entry : labels.entrySet()) {
      Path file = document(folder.get(), entry.getKey());
      CARDS.put(
          entry.getKey(),
          ScoreCard.of(
              entry.getValue(),
              PaginationDetector.detectWithoutExtensions(OpenApiReader.read(file))));
    }
    CARDS.forEach((name, card) -> System.out.printf("%-26s %s%n", name, card));
  }

  private static Path document(Path folder, String name) throws Exception {
    Path own = folder.resolve(name);
    try (Stream<Path> files = Files.list(Files.isDirectory(own) ? own : folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Files.isDirectory(own)
              ? file.toString().endsWith(".v2.yaml")
              : file.getFileName().toString().startsWith(name + "."))
          .findFirst()
          .orElseThrow();
    }
  }

  private static double mean(Function<ScoreCard, OptionalDouble> figure) {
    return CARDS.values().stream()
        .map(figure)
        .flatMapToDouble(OptionalDouble::stream)
        .average()
        .orElseThrow();
  }

  @Test
  void whatIsCalledPaginatedIsPaginated() {
    assertThat(mean(ScoreCard::precision)).as("%s", errors()).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void whatIsPaginatedIsFound() {
    assertThat(mean(ScoreCard::recall)).as("%s", errors()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void styleAndItemsAreRight() {
    assertThat(mean(card -> card.share("style"))).as("%s", errors()).isGreaterThanOrEqualTo(0.97);
    assertThat(mean(card -> card.share("items"))).as("%s", errors()).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void requestAndNextAreRight() {
    assertThat(mean(card -> card.share("request_param")))
        .as("%s", errors())
        .isGreaterThanOrEqualTo(0.98);
    assertThat(mean(card -> card.share("next"))).as("%s", errors()).isGreaterThanOrEqualTo(0.95);
  }

  private static Map<String, List<String>> errors() {
    return CARDS.entrySet().stream()
        .filter(entry -> !entry.getValue().errors().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().errors()));
  }
}
