package dev.pageturner.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0",
        "-0",
        "1E400",
        "0.1000000000000000055511151231257827",
        "9007199254740993",
        "\"\\u0041\\/\"",
        "{ \"b\" : 1,\n \"a\":[ ] }",
        "\"\\ud800\""
      })
  void keepsTheExactText(String text) {
    assertThat(RawJson.parse(text).text()).isEqualTo(text);
    assertThat(RawJson.parse(" \r\n\t" + text + "\n"))
        .isEqualTo(RawJson.parse(text))
        .hasToString(text);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
          {}    | OBJECT
          []    | ARRAY
          ""    | STRING
          -1    | NUMBER
          true  | BOOLEAN
          false | BOOLEAN
          null  | NULL
          """)
  void knowsItsKind(String text, RawJson.Kind kind) {
    assertThat(RawJson.parse(text).kind()).isEqualTo(kind);
    assertThat(RawJson.parse(text).isNull()).isEqualTo(kind == RawJson.Kind.NULL);
  }

  @Test
  void aRefusalNamesTheCharacterAndNotTheText() {
    assertThatThrownBy(() -> RawJson.parse("[\"😀é\", secret]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not JSON at character 8: expected a value");
  }

  @Test
  void halfACharacterIsRefusedUnlessItIsEscaped() {
    assertThatThrownBy(() -> RawJson.parse("\"a\ud800\""))
        .hasMessage("not JSON at character 2: half a character");
    assertThat(RawJson.parse("\"\\ud800\"").asString()).isEqualTo("\ud800");
  }

  @Test
  void membersAreFoundByTheNamesThatTheirEscapesStandFor() {
    RawJson json =
        RawJson.parse("{\"a\\u0062\":1,\"\\\\n\":2,\"x\\n\":3,\"\":4,\"q\\\"\":{\"r\\\\\":5}}");
    assertThat(json.get("ab")).contains(RawJson.of(1));
    assertThat(json.get("\\n")).contains(RawJson.of(2));
    assertThat(json.get("x\n")).contains(RawJson.of(3));
    assertThat(json.get("x\\n")).isEmpty();
    assertThat(json.get("")).contains(RawJson.of(4));
    assertThat(json.get("q\"").orElseThrow().get("r\\")).contains(RawJson.of(5));
    assertThat(json.get("nothing")).isEmpty();
    assertThat(RawJson.of(1).get("a")).isEmpty();
  }

  @Test
  void ofSeveralMembersOfOneNameTheLastCounts() {
    RawJson json = RawJson.parse("{\"a\":1,\"b\":2,\"\\u0061\":3}");
    assertThat(json.get("a")).contains(RawJson.of(3));
    assertThat(json.members()).containsOnlyKeys("a", "b").containsEntry("a", RawJson.of(3));
    assertThat(json.toObject()).isEqualTo(Map.of("a", 3L, "b", 2L));
  }

  @ParameterizedTest(name = "{0} leads to {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
          /foo    | ["bar", "baz"]
          /foo/0  | "bar"
          /foo/1  | "baz"
          /       | 0
          /a~1b   | 1
          /m~0n   | 8
          /o/p/0  | null
          /foo/2  |
          /foo/-  |
          /foo/01 |
          /foo/+1 |
          /foo/   |
          /foo/99999999999 |
          /a/b    |
          /o/p/0/x |
          """)
  void followsJsonPointers(String pointer, String expected) {
    RawJson json = RawJson.parse(
        "{\"foo\": [\"bar\", \"baz\"], \"\": 0, \"a/b\": 1, \"m~n\": 8, \"o\":{\"p\":[null]}}");
    assertThat(json.at(pointer).map(RawJson::text).orElse(null)).isEqualTo(expected);
    assertThat(json.at("")).contains(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "/~", "/a~2", "#/a"})
  void whatIsNoPointerIsRefused(String pointer) {
    RawJson json = RawJson.parse("{}");
    assertThatThrownBy(() -> json.at(pointer)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0, 0",
    "-0, 0",
    "1.0, 1",
    "1e2, 100",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "0e99999, 0"
  })
  void readsLongsExactly(String text, long value) {
    assertThat(RawJson.parse(text).asLong()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "1.5", "1e-1", "1e1000000000", "1e2147483647"})
  void whatIsNoLongIsAnError(String text) {
    RawJson json = RawJson.parse(text);
    assertThatThrownBy(json::asLong)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a JSON number that is no integer of 64 bits");
  }

  @Test
  void hugeExponentsCostNothing() {
    assertThat(RawJson.parse("1e1000000000").asNumber()).isEqualTo(new BigDecimal("1e1000000000"));
    assertThatThrownBy(() -> RawJson.parse("1e99999999999").asNumber())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a JSON number whose exponent is too large");
  }

  @Test
  void tooManyDigitsAreRefusedBeforeTheyCostTime() {
    RawJson json = RawJson.parse("1".repeat(5_000_000));
    assertThatThrownBy(json::toObject).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(json::asNumber)
        .hasMessage("a JSON number of 5000000 characters, more than 10000");
  }

  @Test
  void becomesATreeWithoutDoubles() {
    Object tree = RawJson.parse(" [1, 9007199254740993, 123456789012345678901, 1.0,"
            + " 0.1000000000000000055511151231257827, {\"a\\n\" : [ ] , \"b\":{}}, \"\\ud83d\\ude00\","
            + " true, false, null] ")
        .toObject();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("a\n", List.of());
    object.put("b", Map.of());
    assertThat(tree)
        .isEqualTo(Arrays.asList(
            1L,
            9007199254740993L,
            new BigInteger("123456789012345678901"),
            new BigDecimal("1.0"),
            new BigDecimal("0.1000000000000000055511151231257827"),
            object,
            "😀",
            true,
            false,
            null));
  }

  @Test
  void anotherKindIsAnErrorThatNamesBoth() {
    assertThatThrownBy(() -> RawJson.of("secret").asLong())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not a JSON number but string");
    assertThatThrownBy(() -> RawJson.of(1).elements()).hasMessage("not a JSON array but number");
    assertThatThrownBy(() -> RawJson.ofNull().asString()).hasMessage("not a JSON string but null");
  }

  @Test
  void isBuiltFromValues() {
    Map<String, RawJson> members = new LinkedHashMap<>();
    members.put("s", RawJson.of("\"\\\n\u0000\ud800é"));
    members.put("a", RawJson.ofArray(List.of(RawJson.of(1), RawJson.of(true), RawJson.ofNull())));
    members.put("n", RawJson.of(new BigDecimal("1E+3")));
    RawJson json = RawJson.ofObject(members);
    assertThat(json)
        .hasToString("{\"s\":\"\\\"\\\\\\u000a\\u0000\\ud800é\",\"a\":[1,true,null],\"n\":1E+3}");
    assertThat(RawJson.parse(json.text())).isEqualTo(json);
    assertThat(json.members()).isEqualTo(members);
  }

  @Test
  void thousandsOfNamesWithOneHashCodeTakeLinearTime() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 32_768; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 15; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append(i == 0 ? "" : ",").append('"').append(name).append("\":").append(i);
    }
    RawJson json = RawJson.parse(text.append('}').toString());
    assertThat(json.members()).hasSize(32_768);
    assertThat(json.members().keySet().stream()
            .mapToInt(String::hashCode)
            .distinct()
            .count())
        .isEqualTo(1);
  }

  @Test
  void nestingUpToTheBoundIsReadAtAllDepths() {
    RawJson json = RawJson.parse("[".repeat(255) + "]".repeat(255));
    assertThatCode(json::toObject).doesNotThrowAnyException();
    assertThat(json.at("/0".repeat(254))).contains(RawJson.parse("[]"));
  }
}
