package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of documents that would use up the machine. The time is a guard against hanging. */
@Timeout(300)
class BoundedPagesTest {
  private static final int SCHEMAS = 12;
  private static final int MOST_CHARACTERS_OF_TWENTY = 1_000_000;

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      require each other    | {type: object, required: [NAMES], properties: {EACH}}
      lists of each other   | {type: object, required: [NAMES], properties: {LISTS}}
      millions of elements  | {type: object, required: [a], properties: {a: {type: array, minItems: 50000000, items: {type: string}}}}
      millions of members   | {type: object, minProperties: 50000000}
      unique millions       | {type: object, required: [a], properties: {a: {type: array, minItems: 50000000, uniqueItems: true, items: {type: boolean}}}}
      a long pattern        | {type: object, required: [a], properties: {a: {type: string, pattern: '^[a-z]{99999999}$'}}}
      """)
  void aPageOfTwentyIsBounded(String why, String schema) throws Exception {
    Path document = Files.writeString(folder.resolve("api.yaml"), """
        openapi: 3.0.0
        info: {title: Bounds, version: '1'}
        paths:
          /things:
            get:
              operationId: listThings
              parameters: [{name: cursor, in: query, schema: {type: string}}]
              responses:
                '200':
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          next_cursor: {type: string}
                          items: {type: array, items: {$ref: '#/components/schemas/S0'}}
        components:
          schemas:
        """ + schemas(schema));

    try (MockApi api = MockApi.start(document);
        Response page = new OkHttpClient.Builder()
            .callTimeout(java.time.Duration.ofMinutes(5))
            .readTimeout(java.time.Duration.ofMinutes(5))
            .build()
            .newCall(new Request.Builder().url(api.baseUrl() + "/things").build())
            .execute()) {
      String body = page.body().string();
      assertThat(page.code()).as(body).isEqualTo(200);
      assertThat(
              dev.pageturner.json.RawJson.parse(body).at("/items").orElseThrow().elements())
          .hasSize(20);
      assertThat(body).hasSizeLessThan(MOST_CHARACTERS_OF_TWENTY);
    }
  }

  private static String schemas(String schema) {
    return IntStream.range(0, SCHEMAS)
        .mapToObj(i -> "    S" + i + ": "
            + schema
                .replace("NAMES", each("rj"))
                .replace("EACH", each("rj: {$ref: '#/components/schemas/Sj'}"))
                .replace(
                    "LISTS",
                    each(
                        "rj: {type: array, minItems: 9, items: {$ref: '#/components/schemas/Sj'}}"))
            + "\n")
        .collect(Collectors.joining());
  }

  private static String each(String pattern) {
    return IntStream.range(0, SCHEMAS)
        .mapToObj(j -> pattern.replace("j", Integer.toString(j)))
        .collect(Collectors.joining(", "));
  }
}
