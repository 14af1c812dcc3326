package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.time.Duration;
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
  private static final int SCHEMAS = 30;
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
      values of each other  | {type: object, minProperties: 50, additionalProperties: {oneOf: [ALL]}}
      oneOf of all          | {oneOf: [ALL]}
      anyOf beside allOf    | {allOf: [{type: object}], anyOf: [ALL]}
      members of all        | {type: object, required: [a], properties: {a: {oneOf: [ALL]}}}
      anyOf and members     | {anyOf: [ALL], type: object, required: [a], properties: {a: {anyOf: [ALL]}}}
      oneOf, anyOf, members | {oneOf: [ALL], anyOf: [ALL], type: object, properties: {a: {oneOf: [ALL]}}}
      told apart by kind    | {type: object, required: [kind, c], discriminator: {propertyName: kind}, oneOf: [ALL], properties: {kind: {type: string}, c: {oneOf: [ALL]}}}
      lists of all          | {type: array, minItems: 3, items: {oneOf: [ALL]}}
      nested lists          | {type: object, required: [a], properties: {a: NESTED}}
      a huge minimum        | {type: object, required: [a, b], properties: {a: {type: number, minimum: 1e400}, b: {type: integer, example: 1e999999999}}}
      a tiny step           | {type: object, required: [a], properties: {a: {type: number, minimum: 1e300, multipleOf: 1e-300}}}
      very many digits      | {type: object, required: [a], properties: {a: {type: integer, example: DIGITS, multipleOf: 7}}}
      a long text           | {type: object, required: [a, b], properties: {a: {type: string, minLength: 50000000}, b: {type: string, format: uri, minLength: 50000000}}}
      a long id             | {type: object, required: [id], properties: {id: {type: string, minLength: 50000000}}}
      a slow pattern        | {type: object, required: [a], properties: {a: {type: string, pattern: '^(([a-z ])+.)+[A-Z]([a-z])+$', example: TEXT}}}
      a deep pattern        | {type: object, required: [a], properties: {a: {type: string, pattern: 'PARENTHESES'}}}
      a long pattern        | {type: object, required: [a], properties: {a: {type: string, pattern: '^[a-z]{99999999}$'}}}
      """)
  void aPageOfTwentyIsBounded(String why, String schema) throws Exception {
    Path document = Documents.list(folder, schemas(schema));

    try (MockApi api = MockApi.start(document);
        Response page = new OkHttpClient.Builder()
            .callTimeout(Duration.ofMinutes(5))
            .readTimeout(Duration.ofMinutes(5))
            .build()
            .newCall(new Request.Builder().url(api.baseUrl() + "/things").build())
            .execute()) {
      String body = page.body().string();
      assertThat(page.code()).as(body).isEqualTo(200);
      assertThat(RawJson.parse(body).at("/items").orElseThrow().elements()).hasSize(20);
      assertThat(body).hasSizeLessThan(MOST_CHARACTERS_OF_TWENTY);
    }
  }

  private static String schemas(String schema) {
    return IntStream.range(0, SCHEMAS)
        .mapToObj(i -> "    S" + i + ": "
            + schema
                .replace("ALL", each("{$ref: '#/components/schemas/Sj'}"))
                .replace(
                    "NESTED",
                    "{type: array, minItems: 2, items: ".repeat(40) + "{type: string}"
                        + "}".repeat(40))
                .replace("DIGITS", "9".repeat(1_000_000 / SCHEMAS))
                .replace("TEXT", "a".repeat(60))
                .replace("PARENTHESES", "(".repeat(20_000) + "a" + ")".repeat(20_000))
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
