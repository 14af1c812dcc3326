package dev.pageturner.openapi.mockserver.internal.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {
  private static final List<Long> NUMBERS = List.of(0L, 1L, 9L, 10L, 99L, 12_345L, 999_999L);

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      {type: integer}
      {type: integer, minimum: 1000}
      {type: number}
      {type: string}
      {type: string, example: lamp-0042}
      {type: string, example: usr}
      {type: string, format: uuid}
      {type: string, format: date-time}
      {type: string, format: date}
      {type: string, format: email}
      {type: string, format: uri}
      {type: string, format: int64}
      {type: string, format: byte}
      {type: string, format: ipv4}
      {type: string, maxLength: 8}
      {type: string, minLength: 30}
      {type: string, minLength: 24, maxLength: 24}
      {type: string, pattern: '^usr_[a-z0-9]{8}$', example: usr_1k4x9q2d}
      {type: string, pattern: '^[A-Z][A-Za-z0-9_-]{9,30}$'}
      {type: string, pattern: '^(?:arn):[a-z]+:\\d{12}$'}
      {type: string, pattern: '(?i)^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'}
      {type: [string, integer]}
      {}
      """)
  void everyNumberHasAValueThatTellsIt(String schema) {
    Schema said = Documents.schema(schema);
    Identifier identifier = Identifier.of(List.of(said), "thing");
    Set<RawJson> values = new HashSet<>();

    for (long number : NUMBERS) {
      RawJson value = identifier.value(number);
      String plain = value.kind() == RawJson.Kind.STRING ? value.asString() : value.text();
      assertThat(values.add(value)).as("%s again", value).isTrue();
      assertThat(SchemaCheck.accepts(said, value)).as("%s", value).isTrue();
      assertThat(identifier.number(plain)).hasValue(number);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      {type: integer}                           | 0
      {type: integer}                           | -4
      {type: integer}                           | x
      {type: integer}                           | 99999999999999999999999
      {type: string, example: lamp-0042}        | lamp-42
      {type: string, example: lamp-0042}        | lamp-
      {type: string, example: lamp-0042}        | 0042
      {type: string, format: uuid}              | 00000000-0000-4000-8000-000000000007
      {type: string, format: date-time}         | yesterday
      {type: string, pattern: '^u[a-z]{4}$'}    | u1111
      """)
  void whatWasNeverWrittenIsNoNumber(String schema, String value) {
    assertThat(Identifier.of(List.of(Documents.schema(schema)), "thing").number(value))
        .isEmpty();
  }

  @Test
  void anUnknownPatternStillHasIds() {
    Schema said = Documents.schema("{type: string, pattern: '^(?=.*[a-z]).+$'}");
    Identifier identifier = Identifier.of(List.of(said), "thing");

    assertThat(identifier.value(7)).isEqualTo(RawJson.of("thing-7"));
  }
}
