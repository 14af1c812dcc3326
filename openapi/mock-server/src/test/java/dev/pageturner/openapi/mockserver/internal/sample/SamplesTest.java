package dev.pageturner.openapi.mockserver.internal.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {
  private static RawJson value(Schema schema, long seed) {
    return new Samples(false).of(schema).value(Draw.of(seed, "series", seed * 31));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      {type: string, minLength: 40, maxLength: 41}
      {type: string, maxLength: 3}
      {type: string, maxLength: 0}
      {type: string, format: date-time}
      {type: string, format: uuid, example: not a uuid}
      {type: string, pattern: '^[A-Z]{3}-\\d{2,}$'}
      {type: string, enum: [a, b, null]}
      {const: 7}
      {type: integer, minimum: 5, maximum: 5}
      {type: integer, exclusiveMinimum: 5, exclusiveMaximum: 7}
      {type: integer, multipleOf: 7, minimum: 100, maximum: 106}
      {type: integer, maximum: -3}
      {type: number, exclusiveMinimum: 0, maximum: 0.5}
      {type: number, multipleOf: 0.01, minimum: 3.33, maximum: 3.34}
      {type: boolean}
      {type: 'null'}
      {type: [string, 'null'], format: date}
      {type: array, items: {type: integer}, minItems: 3, maxItems: 3}
      {type: array, items: {enum: [a, b, c]}, uniqueItems: true, minItems: 3}
      {type: array, maxItems: 0}
      {type: object, required: [a, ghost], properties: {a: {type: string}, b: {type: integer}}}
      {type: object, additionalProperties: {type: integer}, minProperties: 3}
      {type: object, additionalProperties: false, properties: {a: {type: string}}}
      {allOf: [{type: object, required: [a], properties: {a: {type: string}}}, {properties: {a: {maxLength: 2}}}]}
      {oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: string}, a: {type: string}}}]}
      {oneOf: [{type: integer}, {type: number}, {type: string}]}
      {anyOf: [{type: object, required: [a], properties: {a: {type: integer}}}, {type: 'null'}]}
      {type: object, properties: {k: {oneOf: [{type: string, maxLength: 2}, {type: string, minLength: 4}]}}, required: [k]}
      {type: object, required: [child], properties: {child: {anyOf: [{$ref: '#/components/schemas/It'}, {type: 'null'}]}}}
      {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/It'}}, name: {type: string}}}
      """)
  void everyValueIsAllowed(String yaml) {
    Schema schema = Documents.schema(yaml);
    for (long seed = 0; seed < 100; seed++) {
      RawJson value = value(schema, seed);
      assertThat(SchemaCheck.accepts(schema, value))
          .as("seed %s: %s", seed, value)
          .isTrue();
    }
  }

  @Test
  void theSameSeedGivesTheSameValue() {
    String yaml =
        "{type: object, required: [a, b], properties: {a: {type: string}, b: {type: number}}}";

    assertThat(value(Documents.schema(yaml), 5)).isEqualTo(value(Documents.schema(yaml), 5));
    assertThat(value(Documents.schema(yaml), 5)).isNotEqualTo(value(Documents.schema(yaml), 6));
  }

  @Test
  void aMemberOfOneNameHasOneValueInAllSchemas() {
    var schemas = Documents.schemas("""
        {Short: {type: object, required: [n], properties: {n: {type: integer}}},
         Long: {type: object, required: [x, n], properties: {x: {type: string}, n: {type: integer}}}}
        """);

    assertThat(value(schemas.get("Short"), 3).get("n"))
        .isEqualTo(value(schemas.get("Long"), 3).get("n"));
  }

  @Test
  void aSchemaWithoutFiniteValueIsCutOff() {
    Schema schema = Documents.schema(
        "{type: object, required: [next], properties: {next: {$ref: '#/components/schemas/It'}}}");

    assertThat(value(schema, 1).text().length()).isLessThan(1_000);
  }

  @Test
  void aSchemaThatBranchesIntoItselfStaysSmall() {
    Schema schema = Documents.schema("""
        {type: object, properties: {a: {$ref: '#/components/schemas/It'}, b: {$ref: '#/components/schemas/It'},
        c: {type: array, items: {$ref: '#/components/schemas/It'}}, d: {type: object, additionalProperties: {$ref: '#/components/schemas/It'}}}}
        """.replace("\n", " "));
    for (long seed = 0; seed < 50; seed++) {
      assertThat(value(schema, seed).text().length()).isLessThan(20_000);
    }
  }

  @Test
  void schemasThatRequireEachOtherStaySmall() {
    StringBuilder yaml = new StringBuilder("{");
    for (int i = 0; i < 8; i++) {
      yaml.append("T")
          .append(i)
          .append(": {type: object, required: [id, a, b, c, d], properties: {");
      yaml.append("id: {type: integer}");
      for (int j = 0; j < 4; j++) {
        String ref = "{$ref: '#/components/schemas/T" + (i * 3 + j) % 8 + "'}";
        String member = j % 2 == 0 ? ref : "{type: array, minItems: 2, items: " + ref + "}";
        yaml.append(", ").append("abcd".charAt(j)).append(": ").append(member);
      }
      yaml.append("}}, ");
    }
    var schemas = Documents.schemas(yaml.append("Z: {}}").toString());
    for (long seed = 0; seed < 20; seed++) {
      RawJson value = value(schemas.get("T" + seed % 8), seed);
      assertThat(value.text().length()).isLessThan(50_000);
      assertThat(value.get("id")).isPresent();
      assertThat(value.get("d")).as("no member is left out for another").isPresent();
    }
  }

  @Test
  void alternativesThatRequireEachOtherStaySmall() {
    var schemas = Documents.schemas("""
        {And: {type: object, required: [left, right], properties: {left: {$ref: '#/components/schemas/Any'}, right: {$ref: '#/components/schemas/Any'}}},
         Or: {type: object, required: [all], properties: {all: {type: array, minItems: 3, items: {$ref: '#/components/schemas/Any'}}}},
         Any: {oneOf: [{$ref: '#/components/schemas/And'}, {$ref: '#/components/schemas/Or'}]}}
        """);
    for (long seed = 0; seed < 20; seed++) {
      assertThat(value(schemas.get("Any"), seed).text().length()).isLessThan(50_000);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{type: array, minItems: 5000000, items: {type: string}}",
        "{type: array, minItems: 5000000000000, uniqueItems: true, items: {type: integer}}",
        "{type: array, minItems: 2000, items: {type: array, minItems: 2000, items: {type: integer}}}",
        "{type: object, minProperties: 5000000, additionalProperties: {type: integer}}",
        "{type: string, minLength: 900000000}",
        "{type: number, minimum: 1e999999999}",
        "{type: integer, minimum: 99999999999999999999, multipleOf: 7}"
      })
  void whatHasToBeHugeIsNot(String yaml) {
    assertThat(value(Documents.schema(yaml), 1).text().length()).isLessThan(60_000);
  }

  @Test
  void aDiscriminatorNamesTheAlternative() {
    var schemas = Documents.schemas("""
        {Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}},
         Dog: {type: object, required: [kind], properties: {kind: {type: string}, barks: {type: boolean}}},
         Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}],
               discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}}}
        """);
    for (long seed = 0; seed < 50; seed++) {
      String kind = value(schemas.get("Pet"), seed).get("kind").orElseThrow().asString();
      assertThat(kind).isIn("cat", "Dog");
    }
  }

  @Test
  void whatIsForRequestsOnlyIsLeftOut() {
    Schema schema = Documents.schema(
        "{type: object, properties: {secret: {type: string, writeOnly: true}, name: {type: string}}}");
    List<RawJson> values = java.util.stream.LongStream.range(0, 50)
        .mapToObj(seed -> value(schema, seed))
        .toList();

    assertThat(values).noneMatch(value -> value.get("secret").isPresent());
    assertThat(values).anyMatch(value -> value.get("name").isPresent());
    assertThat(values).anyMatch(value -> value.get("name").isEmpty());
  }
}
