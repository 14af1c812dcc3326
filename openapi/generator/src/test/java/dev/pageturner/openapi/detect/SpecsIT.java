package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.parse.JsonLines;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.openapi.testing.PublishedSpecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Detection over published API descriptions, scored against what the owners' own SDKs do: once with
 * the extensions that some of the documents have, and once without reading them, as they give the
 * answer away. No document may fall below its own floor, in no figure and in neither run.
 *
 * <p>The documents are not part of this repository: they are looked for in the folder that the
 * system property {@code pageturner.specs} names, or in {@code shared/specs} beside the checkout.
 * Without them the tests are skipped. The large ones are scored with the profile {@code specs}.
 */
class SpecsIT {
  /** What each document must reach, in the order of {@link #FIGURES}; the dash is no figure. */
  private static final String FLOORS = """
      # document              precision recall style items request_param next
      stripe                  1.000     1.000  1.000 1.000 1.000         1.000
      openai                  1.000     1.000  1.000 1.000 1.000         1.000
      lithic                  1.000     1.000  1.000 1.000 1.000         -
      kubernetes              1.000     1.000  1.000 1.000 1.000         1.000
      asana                   1.000     1.000  1.000 1.000 1.000         1.000
      square                  1.000     1.000  1.000 1.000 1.000         1.000
      twilio-conversations-v1 1.000     1.000  1.000 1.000 -             1.000
      linode                  1.000     1.000  1.000 1.000 1.000         -
      unitycatalog            1.000     1.000  1.000 1.000 1.000         1.000
      datadog-v1              1.000     1.000  1.000 1.000 1.000         -
      azure-keyvault          1.000     1.000  1.000 1.000 -             1.000
      autorest-paging         1.000     1.000  1.000 1.000 -             1.000
      aws-lambda              1.000     1.000  1.000 1.000 1.000         1.000
      aws-batch               1.000     1.000  1.000 1.000 1.000         1.000
      google-dlp              1.000     1.000  1.000 1.000 1.000         1.000
      digitalocean            1.000     1.000  1.000 1.000 1.000         1.000
      box                     1.000     1.000  1.000 1.000 1.000         1.000
      discord                 1.000     1.000  1.000 1.000 1.000         -
      bitbucket               1.000     1.000  1.000 1.000 -             1.000
      airflow-v2              1.000     1.000  1.000 1.000 1.000         -
      spotify                 1.000     1.000  1.000 1.000 1.000         1.000
      okta                    1.000     1.000  1.000 1.000 -             1.000
      klaviyo                 1.000     1.000  1.000 1.000 -             1.000
      """;

  private static final List<String> FIGURES =
      List.of("precision", "recall", "style", "items", "request_param", "next");

  /** How a document is read. */
  enum Extensions {
    READ {
      @Override
      List<Detection> detect(ApiDocument document) {
        return PaginationDetector.detect(document);
      }
    },
    IGNORED {
      @Override
      List<Detection> detect(ApiDocument document) {
        return PaginationDetector.detectWithoutExtensions(document);
      }
    };

    abstract List<Detection> detect(ApiDocument document);
  }

  private record Run(String document, Extensions extensions) {}

  private static final Map<Run, ScoreCard> CARDS = new LinkedHashMap<>();
  private static final Set<String> LABELLED = new HashSet<>();

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
      LABELLED.add(entry.getKey());
      Path file = document(folder.get(), entry.getKey());
      if (!PublishedSpecs.isOfThisBuild(file)) {
        continue;
      }
      ApiDocument document = OpenApiReader.read(file);
      for (Extensions extensions : Extensions.values()) {
        CARDS.put(
            new Run(entry.getKey(), extensions),
            ScoreCard.of(entry.getValue(), extensions.detect(document)));
      }
    }
    CARDS.forEach((run, card) ->
        System.out.printf("%-26s %-8s %s%n", run.document(), run.extensions(), card));
  }

  private static Path document(Path folder, String name) throws IOException {
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

  private static Stream<List<String>> rows() {
    return FLOORS
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(" +")));
  }

  static Stream<Arguments> floors() {
    return rows()
        .filter(row -> CARDS.containsKey(new Run(row.get(0), Extensions.READ)))
        .flatMap(row -> Stream.of(Extensions.values())
            .map(extensions -> Arguments.of(row.get(0), extensions, row.subList(1, row.size()))));
  }

  @ParameterizedTest(name = "{0}, extensions {1}")
  @MethodSource("floors")
  void noDocumentFallsBelowItsFloor(String document, Extensions extensions, List<String> floors) {
    ScoreCard card = CARDS.get(new Run(document, extensions));
    List<String> below = new ArrayList<>();
    for (int i = 0; i < FIGURES.size(); i++) {
      String figure = ScoreCard.cell(card.figure(FIGURES.get(i)));
      boolean reached = floors.get(i).equals("-")
          ? figure.equals("-")
          : !figure.equals("-") && Double.parseDouble(figure) >= Double.parseDouble(floors.get(i));
      if (!reached) {
        below.add(FIGURES.get(i) + " " + figure + ", floor " + floors.get(i));
      }
    }

    assertThat(below).as("%s", card.errors()).isEmpty();
  }

  @Test
  void eachDocumentHasItsFloor() {
    assertThat(rows().map(row -> row.get(0))).containsExactlyInAnyOrderElementsOf(LABELLED);
  }
}
