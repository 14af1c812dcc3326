package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
  @Test
  void valuesThatCameLaterAreKept() {
    Compiled models = Models.compiled("Status: {type: string, enum: [on, 'off']}\n");

    Object later = models.read("Status", "'paused'");

    assertThat(Compiled.get(later, "value")).isEqualTo("paused");
    assertThat(Compiled.get(later, "isListed")).isEqualTo(false);
    assertThat(models.roundTrip("Status", "'paused'")).isEqualTo("'paused'");
    assertThat(models.read("Status", "'on'")).isEqualTo(models.constant("Status", "ON"));
    assertThat(models.read("Status", "'on'")).hasToString("on");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      ['', a, null]                          | EMPTY A
      [ASC, asc, DESC, desc]                 | ASC ASC2 DESC DESC2
      ['=', '>', '<', '>=', '!=']            | EQUAL GREATER LESS GREATER_EQUAL NOT_EQUAL
      [a, b, a]                              | A B
      [Etc/GMT+0, Etc/GMT-0]                 | ETC_GMT_PLUS_0 ETC_GMT_0
      [15m, 1g, '-created']                  | _15M _1G CREATED
      [class, values, valueOf]               | CLASS VALUES VALUE_OF
      [2024-01-01, 1.5]                      | _2024_01_01 _1_5
      """)
  void constantsAreNamedLikeTheirValues(String values, String names) {
    Compiled models = Models.compiled("E: {type: [string, 'null'], enum: " + values + "}\n");

    assertThat(models.constants("E")).containsExactly(names.split(" "));
  }

  @Test
  void booleansAmongTextStayWhatTheyAre() {
    Compiled models = Models.compiled("E: {type: string, enum: [true, local, remote, false]}\n");

    assertThat(models.roundTrip("E", "true")).isEqualTo("true");
    assertThat(models.roundTrip("E", "'local'")).isEqualTo("'local'");
    assertThat(models.read("E", "true")).isEqualTo(models.constant("E", "TRUE"));
  }

  @Test
  void numbersAreNumbers() {
    Compiled models =
        Models.compiled("E: {type: integer, enum: [0, -1, 9223372036854775807, 1, 1]}\n");

    assertThat(models.read("E", "-1")).isEqualTo(models.constant("E", "MINUS_1"));
    assertThat(models.roundTrip("E", "12")).isEqualTo("12");
  }

  @Test
  void unquotedNumbersInAListOfTextAreText() {
    Compiled models = Models.compiled("E: {type: string, enum: [1, 2, '2', x]}\n");

    assertThat(models.constants("E")).containsExactly("_1", "_2", "X");
    assertThat(models.roundTrip("E", "'1'")).isEqualTo("'1'");
  }

  @Test
  void titlesNameConstants() {
    Compiled models = Models.compiled("""
        Type:
          type: integer
          oneOf:
            - {title: GUILD_TEXT, const: 0, description: A text channel}
            - {title: DM, const: 1}
        """);

    assertThat(models.constants("Type")).containsExactly("GUILD_TEXT", "DM");
    assertThat(models.roundTrip("Type", "1")).isEqualTo("1");
  }

  @Test
  void listedValuesOrAnyTextAreTheListedValues() {
    Compiled models = Models.compiled("""
        Model:
          anyOf:
            - {type: string}
            - {type: string, enum: [small, large]}
        """);

    assertThat(models.roundTrip("Model", "'huge'")).isEqualTo("'huge'");
    assertThat(models.constants("Model")).containsExactly("SMALL", "LARGE");
  }

  @Test
  void numbersAreComparedByValue() {
    Compiled models = Models.compiled("E: {type: number, enum: [1, 0.5]}\n");

    Object one = models.read("E", "1.0");

    assertThat(one).isEqualTo(models.constant("E", "_1")).hasSameHashCodeAs(models.read("E", "1"));
    assertThat(Compiled.get(one, "isListed")).isEqualTo(true);
    assertThat(models.roundTrip("E", "1.0")).isEqualTo("1.0");
  }

  @Test
  void equalListsOfValuesAreOneType() throws Exception {
    Compiled models = Models.compiled("""
        Order: {type: object, properties: {state: {type: string, enum: [open, done]}, mode: {enum: [x, y]}}}
        Task: {type: object, properties: {status: {type: string, enum: [done, open]}, mode: {enum: [x, z]}}}
        Mode: {enum: [x, y]}
        """);

    assertThat(models.type("Order").getMethod("state").getReturnType())
        .isEqualTo(models.type("Task").getMethod("status").getReturnType());
    assertThat(models.type("Order").getMethod("mode").getReturnType())
        .isEqualTo(models.type("Mode"))
        .isNotEqualTo(models.type("Task").getMethod("mode").getReturnType());
  }

  @Test
  void threeThousandValuesCompile() {
    String values = IntStream.range(0, 3000)
        .mapToObj(i -> "value-with-a-rather-long-name-" + i)
        .collect(Collectors.joining(", "));
    Compiled models = Models.compiled("E: {type: string, enum: [" + values + "]}\n");

    assertThat(models.roundTrip("E", "'value-with-a-rather-long-name-2999'"))
        .isEqualTo("'value-with-a-rather-long-name-2999'");
  }
}
