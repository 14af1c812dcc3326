package dev.pageturner.openapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}: {1}, nullable {2}")
  @CsvSource(delimiter = '|', textBlock = """
      {type: string}                       | string         | false
      {type: string, nullable: true}       | string         | true
      {type: [string, 'null']}             | string         | true
      {type: [string, integer]}            | string,integer | false
      {type: string, x-nullable: true}     | string         | true
      {type: string, enum: [a, null]}      | string         | true
      {type: 'null'}                       |                | true
      {}                                   |                | false
      true                                 |                | false
      {type: string, nullable: 'true'}     | string         | false
      """)
  void typesAndNullAreReadInEveryVersionsSpelling(String written, String types, boolean nullable) {
    Schema schema = schema(written);

    assertThat(String.join(",", schema.types())).isEqualTo(types == null ? "" : types);
    assertThat(schema.nullable()).isEqualTo(nullable);
  }

  @Test
  void enumValuesAreAsWritten() {
    assertThat(schema("{enum: [on, 1, null, '', 1.0]}").enumValues())
        .extracting(value -> ((ScalarNode) value).kind() + ":" + ((ScalarNode) value).value())
        .containsExactly("STRING:on", "NUMBER:1", "NULL:null", "STRING:", "NUMBER:1.0");
    assertThat(schema("{const: x}").enumValues()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {discriminator: kind}                                                     | kind |
      {discriminator: {propertyName: kind}}                                     | kind |
      {discriminator: {propertyName: kind, mapping: {a: A, b: '#/info'}}}       | kind | a b
      {discriminator: {propertyName: kind, mapping: {a: A, b: Nothing, c: 3}}}  | kind | a
      """)
  void discriminatorsAreReadInBothSpellings(String written, String property, String mapping) {
    Discriminator discriminator = schema(written).discriminator().orElseThrow();

    assertThat(discriminator.property()).isEqualTo(property);
    assertThat(String.join(" ", discriminator.mapping().keySet()))
        .isEqualTo(mapping == null ? "" : mapping);
  }

  @Test
  void additionalPropertiesAreASchemaOrClosed() {
    assertThat(schema("{additionalProperties: {type: integer}}").additionalProperties())
        .hasValueSatisfying(values -> assertThat(values.types()).containsExactly("integer"));
    assertThat(schema("{additionalProperties: false}").closed()).isTrue();
    assertThat(schema("{additionalProperties: true}").closed()).isFalse();
  }

  @Test
  void aKeywordOfTheWrongKindIsNotThere() {
    Schema schema =
        schema("{properties: [], items: 3, required: yes, allOf: {}, enum: a, discriminator: []}");

    assertThat(schema.properties()).isEmpty();
    assertThat(schema.required()).isEmpty();
    assertThat(schema.allOf()).isEmpty();
    assertThat(schema.enumValues()).isEmpty();
    assertThat(schema.discriminator()).isEmpty();
  }

  private Schema schema(String written) {
    return Documents.yaml(folder, """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths: {}
            components: {schemas: {A: %s}}
            """.formatted(written)).schemas().get("A");
  }
}
