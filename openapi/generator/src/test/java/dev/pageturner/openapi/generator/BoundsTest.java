package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.sources.SourceFile;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that would use up the machine. The time is a guard against hanging. */
@Timeout(300)
class BoundsTest {
  private static final int SCHEMAS = 10;

  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a.json.gz, '{\"openapi\": \"3.0.0\", \"x\": [', '{},'",
    "a.yaml.gz, 'openapi: 3.0.0\nx:\n', '- {}\n'"
  })
  void aCompressedDocumentThatUnpacksToMoreThanTheHeapTakesIsRefused(
      String name, String start, String repeated) throws Exception {
    Path bomb = folder.resolve(name);
    long mostNodes = Runtime.getRuntime().maxMemory() / 512;
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      byte[] thousand = repeated.repeat(1000).getBytes(StandardCharsets.UTF_8);
      for (long nodes = 0; nodes <= mostNodes; nodes += 1000) {
        out.write(thousand);
      }
    }

    assertThatThrownBy(() -> Generator.of("com.example").generate(bomb))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageStartingWith(name + ":")
        .hasMessageMatching("(?s).*larger than \\d+ MiB or \\d+ values, the most for a heap of .*");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      oneOf of all         | {oneOf: [ALL, {type: object, properties: {kI: {type: string}}}]}
      anyOf beside allOf   | {anyOf: [ALL], allOf: [{properties: {mI: {$ref: '#/components/schemas/S0'}}}]}
      allOf and oneOf      | {type: object, properties: {a: {oneOf: [ALL]}, b: {anyOf: [ALL]}}}
      lists of each other  | {type: array, items: {anyOf: [ALL]}}
      """)
  void unionsInCirclesAreBounded(String why, String schema) {
    String all = IntStream.range(0, SCHEMAS)
        .mapToObj(i -> "{$ref: '#/components/schemas/S" + i + "'}")
        .collect(Collectors.joining(", "));
    String schemas = IntStream.range(0, SCHEMAS)
        .mapToObj(i -> "    S" + i + ": "
            + schema.replace("ALL", all).replace("kI", "k" + i).replace("mI", "m" + i) + "\n")
        .collect(Collectors.joining());

    assertThat(characters(schemas)).isLessThan(4_000_000);
  }

  @Test
  void aUnionOfAnyDepthIsBounded() {
    String schemas = IntStream.range(0, 3_000)
        .mapToObj(i -> "    S%d: {oneOf: [{$ref: '#/components/schemas/S%d'}, {type: integer}]}\n"
            .formatted(i, i + 1))
        .collect(Collectors.joining());

    assertThat(characters(schemas + "    S3000: {type: object}\n")).isLessThan(100_000);
  }

  private long characters(String schemas) {
    Path document = Documents.list(folder, schemas);
    return Generator.of("com.example").generate(document).files().stream()
        .map(SourceFile::text)
        .mapToLong(String::length)
        .sum();
  }
}
