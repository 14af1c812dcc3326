package dev.pageturner.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.Moshi;
import dev.pageturner.internal.content.Parameters;
import dev.pageturner.internal.content.Values;
import dev.pageturner.json.ExactJson;
import dev.pageturner.json.RawJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the vectors leave open. */
class ParameterStylesTest {
  public record Box(int width, String note) {}

  private static final Values VALUES =
      new Values(new Moshi.Builder().add(ExactJson.factory()).build().adapter(Object.class));

  @ParameterizedTest(name = "{1} of {0} in a query: {3}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      # JSON                    | form            | explode | query
      []                        | FORM            | true    | ``
      []                        | FORM            | false   | ``
      {}                        | DEEP_OBJECT     | true    | ``
      {"a":null}                | FORM            | true    | ``
      ""                        | FORM            | true    | c=
      [""]                      | FORM            | true    | c=
      [1,null,2]                | FORM            | true    | c=1&c=2
      {"R":1,"G":[2]}           | FORM            | true    | R=1&G=%5B2%5D
      {"R":1,"G":2}             | FORM            | false   | c=R,1,G,2
      {"R":1,"G":2}             | SPACE_DELIMITED | false   | c=R%201%20G%202
      {"R":1,"G":2}             | PIPE_DELIMITED  | false   | c=R%7C1%7CG%7C2
      [1,2]                     | TAB_DELIMITED   | false   | c=1%092
      [1,2]                     | PIPE_DELIMITED  | true    | c=1&c=2
      {"a":{"b":[1,{"c":true}]}}| DEEP_OBJECT     | true    | c%5Ba%5D%5Bb%5D%5B0%5D=1&c%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=true
      5                         | DEEP_OBJECT     | true    | c=5
      ["x"]                     | DEEP_OBJECT     | true    | c%5B0%5D=x
      {"a":[1]}                 | JSON            | false   | c=%7B%22a%22%3A%5B1%5D%7D
      1e400                     | FORM            | true    | c=1e400
      """)
  void aQueryIsWrittenInItsStyle(String json, String form, boolean explode, String query) {
    ParameterStyle style = new ParameterStyle(ParameterStyle.Form.valueOf(form), explode, false);

    assertThat(Parameters.query("c", RawJson.parse(json), style)).isEqualTo(query);
  }

  @ParameterizedTest(name = "{1} of {0} in a path: {3}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"R":1,"G":2}   | SIMPLE | false | R,1,G,2
      {"R":1,"G":2}   | SIMPLE | true  | R=1,G=2
      {"R":1,"G":2}   | LABEL  | false | .R,1,G,2
      {"R":1,"G":2}   | LABEL  | true  | .R=1.G=2
      {"R":1,"G":2}   | MATRIX | false | ;c=R,1,G,2
      {"R":1,"G":2}   | MATRIX | true  | ;R=1;G=2
      ["a,b","c/d"]   | SIMPLE | false | a%2Cb,c%2Fd
      []              | MATRIX | true  | ``
      """)
  void aPathIsWrittenInItsStyle(String json, String form, boolean explode, String path) {
    ParameterStyle style = new ParameterStyle(ParameterStyle.Form.valueOf(form), explode, false);

    assertThat(Parameters.path("c", RawJson.parse(json), style)).isEqualTo(path);
  }

  @Test
  void reservedCharactersStayWhereTheyAreAllowedAndDoNoHarm() {
    String text = ":/?#[]@!$&'()*+,;=% é";

    assertThat(Parameters.query("q", RawJson.of(text), ParameterStyle.FORM.reserved()))
        .isEqualTo("q=:/?%23[]@!$%26'()*%2B,;=%25%20%C3%A9");
    assertThat(Parameters.path("q", RawJson.of("a/b?c#d%2F"), ParameterStyle.SIMPLE.reserved()))
        .isEqualTo("a/b%3Fc%23d%252F");
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(1.0e10, "10000000000"),
        Arguments.of(new BigDecimal("1.50"), "1.50"),
        Arguments.of(OffsetDateTime.parse("2026-01-02T03:04Z"), "\"2026-01-02T03:04:00Z\""),
        Arguments.of(LocalDate.of(2026, 1, 2), "\"2026-01-02\""),
        Arguments.of(new UUID(0, 1), "\"00000000-0000-0000-0000-000000000001\""),
        Arguments.of(new int[] {1, 2}, "[1,2]"),
        Arguments.of(Arrays.asList("a", null), "[\"a\",null]"),
        Arguments.of(Map.of("a", List.of(true)), "{\"a\":[true]}"),
        Arguments.of(Thread.State.NEW, "\"NEW\""));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valuesSayThemselves(Object value, String json) {
    assertThat(VALUES.json(value).text()).isEqualTo(json);
  }

  @Test
  void whatIsNoFiniteNumberIsRefused() {
    assertThatThrownBy(() -> VALUES.json(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCookieTakesNothingThatWouldEndIt() {
    assertThat(Parameters.cookie("c", RawJson.parse("[1,2]"), ParameterStyle.FORM))
        .isEqualTo("c=1,2");
    assertThat(Parameters.cookie("c", RawJson.parse("[1,2]"), ParameterStyle.FORM.exploded()))
        .isEqualTo("c=1; c=2");
    for (String bad : List.of("a b", "a,b", "a\"b", "a\\b", "é", "a\nb")) {
      assertThatThrownBy(() -> Parameters.cookie("c", RawJson.of(bad), ParameterStyle.FORM))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining(bad);
    }
  }
}
