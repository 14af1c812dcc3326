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
    assertThat(Json.parse(text).text()).isEqualTo(text);
    assertThat(Json.parse(" \r\n\t" + text + "\n")).isEqualTo(Json.parse(text)).hasToString(text);
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
  void knowsItsKind(String text, Json.Kind kind) {
    assertThat(Json.parse(text).kind()).isEqualTo(kind);
    assertThat(Json.parse(text).isNull()).isEqualTo(kind == Json.Kind.NULL);
  }

  @Test
  void aRefusalNamesTheCharacterAndNotTheText() {
    assertThatThrownBy(() -> Json.parse("[\"😀é\", secret]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not JSON at character 8: expected a value");
  }

  @Test
  void halfACharacterIsRefusedUnlessItIsEscaped() {
    assertThatThrownBy(() -> Json.parse("\"a\ud800\""))
        .hasMessage("not JSON at character 2: half a character");
    assertThat(Json.parse("\"\\ud800\"").asString()).isEqualTo("\ud800");
  }

  @Test
  void membersAreFoundByTheNamesThatTheirEscapesStandFor() {
    Json json =
        Json.parse("{\"a\\u0062\":1,\"\\\\n\":2,\"x\\n\":3,\"\":4,\"q\\\"\":{\"r\\\\\":5}}");
    assertThat(json.get("ab")).contains(Json.of(1));
    assertThat(json.get("\\n")).contains(Json.of(2));
    assertThat(json.get("x\n")).contains(Json.of(3));
    assertThat(json.get("x\\n")).isEmpty();
    assertThat(json.get("")).contains(Json.of(4));
    assertThat(json.get("q\"").orElseThrow().get("r\\")).contains(Json.of(5));
    assertThat(json.get("nothing")).isEmpty();
    assertThat(Json.of(1).get("a")).isEmpty();
  }

  @Test
  void ofSeveralMembersOfOneNameTheLastCounts() {
    Json json = Json.parse("{\"a\":1,\"b\":2,\"\\u0061\":3}");
    assertThat(json.get("a")).contains(Json.of(3));
    assertThat(json.members()).containsOnlyKeys("a", "b").containsEntry("a", Json.of(3));
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
    Json json = Json.parse(
        "{\"foo\": [\"bar\", \"baz\"], \"\": 0, \"a/b\": 1, \"m~n\": 8, \"o\":{\"p\":[null]}}");
    assertThat(json.at(pointer).map(Json::text).orElse(null)).isEqualTo(expected);
    assertThat(json.at("")).contains(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "/~", "/a~2", "#/a"})
  void whatIsNoPointerIsRefused(String pointer) {
    Json json = Json.parse("{}");
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
    assertThat(Json.parse(text).asLong()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "1.5", "1e-1", "1e1000000000", "1e2147483647"})
  void whatIsNoLongIsAnError(String text) {
    Json json = Json.parse(text);
    assertThatThrownBy(json::asLong)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a JSON number that is no integer of 64 bits");
  }

  @Test
  void hugeExponentsCostNothing() {
    assertThat(Json.parse("1e1000000000").asNumber()).isEqualTo(new BigDecimal("1e1000000000"));
    assertThatThrownBy(() -> Json.parse("1e99999999999").asNumber())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a JSON number whose exponent is too large");
  }

  @Test
  void tooManyDigitsAreRefusedBeforeTheyCostTime() {
    Json json = Json.parse("1".repeat(5_000_000));
    assertThatThrownBy(json::toObject).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(json::asNumber)
        .hasMessage("a JSON number of 5000000 characters, more than 10000");
  }

  @Test
  void becomesATreeWithoutDoubles() {
    Object tree = Json.parse(" [1, 9007199254740993, 123456789012345678901, 1.0,"
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
    assertThatThrownBy(() -> Json.of("secret").asLong())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not a JSON number but string");
    assertThatThrownBy(() -> Json.of(1).elements()).hasMessage("not a JSON array but number");
    assertThatThrownBy(() -> Json.ofNull().asString()).hasMessage("not a JSON string but null");
  }

  @Test
  void isBuiltFromValues() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("s", Json.of("\"\\\n\u0000\ud800é"));
    members.put("a", Json.ofArray(List.of(Json.of(1), Json.of(true), Json.ofNull())));
    members.put("n", Json.of(new BigDecimal("1E+3")));
    Json json = Json.ofObject(members);
    assertThat(json)
        .hasToString("{\"s\":\"\\\"\\\\\\u000a\\u0000\\ud800é\",\"a\":[1,true,null],\"n\":1E+3}");
    assertThat(Json.parse(json.text())).isEqualTo(json);
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
    Json json = Json.parse(text.append('}').toString());
    assertThat(json.members()).hasSize(32_768);
    assertThat(json.members().keySet().stream()
            .mapToInt(String::hashCode)
            .distinct()
            .count())
        .isEqualTo(1);
  }

  @Test
  void nestingUpToTheBoundIsReadAtAllDepths() {
    Json json = Json.parse("[".repeat(255) + "]".repeat(255));
    assertThatCode(json::toObject).doesNotThrowAnyException();
    assertThat(json.at("/0".repeat(254))).contains(Json.parse("[]"));
  }
}
