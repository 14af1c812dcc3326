package dev.pageturner.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactJsonTest {
  private final Moshi moshi = new Moshi.Builder().add(ExactJson.factory()).build();

  /** Something with values of all sorts. */
  public record Event(RawJson raw, Map<String, Object> fields, Instant at, String note) {}

  /** Values that have their own types. */
  public record Typed(
      Instant instant,
      OffsetDateTime offset,
      ZonedDateTime zoned,
      LocalDate date,
      LocalDateTime local,
      LocalTime time,
      Duration duration,
      UUID uuid,
      URI uri,
      BigDecimal decimal,
      BigInteger integer) {}

  @Test
  void aValueInARecordKeepsItsExactText() throws IOException {
    JsonAdapter<Event> adapter = moshi.adapter(Event.class);
    String raw = "{ \"x\" : [1.0, 1E400, -0, \"\\u0041\\/\"],\"a\":{} }";
    Event event = adapter.fromJson("{\"note\":\"n\",\"raw\" : " + raw + " ,\"fields\":{\"a\":1}}");
    assertThat(event.raw().text()).isEqualTo(raw);
    assertThat(event.fields()).isEqualTo(Map.of("a", 1L));
    assertThat(adapter.toJson(event))
        .isEqualTo("{\"raw\":" + raw + ",\"fields\":{\"a\":1},\"note\":\"n\"}");
  }

  @Test
  void theNullOfJsonIsAValueAndAMissingOneIsNot() throws IOException {
    JsonAdapter<Event> adapter = moshi.adapter(Event.class);
    assertThat(adapter.fromJson("{\"raw\":null}").raw()).isEqualTo(RawJson.ofNull());
    assertThat(adapter.fromJson("{}").raw()).isNull();
    assertThat(adapter.toJson(new Event(RawJson.ofNull(), null, null, null)))
        .isEqualTo("{\"raw\":null}");
  }

  @Test
  void whatTheReaderWouldSkipUnseenIsChecked() {
    JsonAdapter<Event> adapter = moshi.adapter(Event.class);
    assertThatThrownBy(() -> adapter.fromJson("{\"raw\":{\"a\":secret}}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("not JSON at $.raw, byte 5: expected a value");
  }

  @Test
  void valuesInListsAndAsScalars() throws IOException {
    JsonAdapter<List<RawJson>> adapter =
        moshi.adapter(Types.newParameterizedType(List.class, RawJson.class));
    List<RawJson> values = adapter.fromJson("[1, \"a\\n\",true ,null, [ ], -0.0]");
    assertThat(values)
        .map(RawJson::text)
        .containsExactly("1", "\"a\\n\"", "true", "null", "[ ]", "-0.0");
    assertThat(adapter.toJson(values)).isEqualTo("[1,\"a\\n\",true,null,[ ],-0.0]");
  }

  @Test
  void numbersOfUntypedValuesAreExact() throws IOException {
    JsonAdapter<Object> adapter = moshi.adapter(Object.class);
    String text = "[9007199254740993,0.1000000000000000055511151231257827,"
        + "9223372036854775808,1.0,{\"a\":[1E+400,null,true,\"s\"]},-9223372036854775808]";
    assertThat(adapter.fromJson(text))
        .isEqualTo(List.of(
            9007199254740993L,
            new BigDecimal("0.1000000000000000055511151231257827"),
            new BigInteger("9223372036854775808"),
            new BigDecimal("1.0"),
            Map.of("a", Arrays.asList(new BigDecimal("1E400"), null, true, "s")),
            Long.MIN_VALUE));
    assertThat(adapter.toJson(adapter.fromJson(text))).isEqualTo(text);
  }

  @Test
  void ofSeveralMembersOfOneNameTheLastCounts() throws IOException {
    assertThat(moshi.adapter(Object.class).fromJson("{\"a\":1,\"a\":{\"b\":2,\"b\":3}}"))
        .isEqualTo(Map.of("a", Map.of("b", 3L)));
  }

  @Test
  void aNumberThatWouldCostTooMuchIsAnErrorWithoutItsDigits() {
    JsonAdapter<Object> adapter = moshi.adapter(Object.class);
    assertThatThrownBy(() -> adapter.fromJson("{\"a\":" + "9".repeat(10_001) + "}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("no number that can be read at $.a");
    assertThatThrownBy(() -> adapter.fromJson("{\"a\":1e99999999999}"))
        .hasMessage("no number that can be read at $.a");
  }

  @Test
  void halfASurrogatePairIsWrittenAsAnEscape() throws IOException {
    JsonAdapter<String> adapter = moshi.adapter(String.class);
    assertThat(adapter.toJson("a\ud800\"😀")).isEqualTo("\"a\\ud800\\\"\\ud83d\\ude00\"");
    assertThat(adapter.fromJson(adapter.toJson("a\ud800\"😀"))).isEqualTo("a\ud800\"😀");
    JsonAdapter<Object> any = moshi.adapter(Object.class);
    assertThat(any.toJson(List.of("\udc00"))).isEqualTo("[\"\\udc00\"]");
    assertThatThrownBy(() -> any.toJson(Map.of("\ud800", 1)))
        .isInstanceOf(JsonDataException.class)
        .hasMessageStartingWith("a name with half a surrogate pair at $");
  }

  @Test
  void commonTypesAreReadAndWritten() throws IOException {
    JsonAdapter<Typed> adapter = moshi.adapter(Typed.class);
    String text = "{\"instant\":\"2026-11-23T10:15:30.123456789Z\","
        + "\"offset\":\"2026-11-23T10:15:30+05:30\","
        + "\"zoned\":\"2026-11-23T10:15:30+01:00[Europe/Berlin]\","
        + "\"date\":\"2026-11-23\",\"local\":\"2026-11-23T10:15:30\",\"time\":\"10:15:30\","
        + "\"duration\":\"PT1H2.5S\",\"uuid\":\"123e4567-e89b-12d3-a456-426614174000\","
        + "\"uri\":\"https://example.com/a?b=%20\",\"decimal\":1.50,"
        + "\"integer\":123456789012345678901234567890}";
    assertThat(adapter.toJson(adapter.fromJson(text))).isEqualTo(text);
    assertThat(adapter.toJson(adapter.fromJson("{\"decimal\":\"1.50\",\"uri\":null}")))
        .isEqualTo("{\"decimal\":1.50}");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "instant, '\"secret\"', no instant at $.instant",
    "offset, '\"2026-11-32\"', no date-time at $.offset",
    "date, 20261123, no date at $.date",
    "duration, '\"1h\"', no duration at $.duration",
    "uuid, '\"1-1-1-1-1\"', no UUID at $.uuid",
    "uri, '\"a b\"', no URI at $.uri",
    "decimal, '\"secret\"', no decimal number that can be read at $.decimal",
    "integer, 1.5, no integer that can be read at $.integer"
  })
  void anErrorNamesThePathAndNotTheValue(String member, String value, String message) {
    JsonAdapter<Typed> adapter = moshi.adapter(Typed.class);
    assertThatThrownBy(() -> adapter.fromJson("{\"" + member + "\":" + value + "}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage(message)
        .hasNoCause();
  }

  @Test
  void addingItTwiceDoesNoHarm() throws IOException {
    Moshi twice = moshi.newBuilder().add(ExactJson.factory()).build();
    JsonAdapter<Object> adapter = twice.adapter(Object.class);
    assertThat(adapter.toJson(adapter.fromJson("{\"a\":[1.0]}"))).isEqualTo("{\"a\":[1.0]}");
  }

  @Test
  void mapsMayHaveTypedNames() throws IOException {
    JsonAdapter<Map<UUID, RawJson>> adapter =
        moshi.adapter(Types.newParameterizedType(Map.class, UUID.class, RawJson.class));
    String text = "{\"123e4567-e89b-12d3-a456-426614174000\":1.0}";
    assertThat(adapter.toJson(adapter.fromJson(text))).isEqualTo(text);
  }
}
