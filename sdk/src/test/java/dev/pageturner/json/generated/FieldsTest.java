package dev.pageturner.json.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.pageturner.json.ExactJson;
import java.io.IOException;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
  private static final Moshi MOSHI =
      new Moshi.Builder().add(ExactJson.factory()).build();

  private final Buffer written = new Buffer();
  private final JsonWriter writer = JsonWriter.of(written);

  private static JsonReader reader(String json) {
    return JsonReader.of(new Buffer().writeUtf8(json.replace('\'', '"')));
  }

  @Test
  void aTagGoesBeforeTheMembers() throws IOException {
    JsonAdapter<Map<String, String>> map =
        MOSHI.adapter(Types.newParameterizedType(Map.class, String.class, String.class));

    Fields.writeTagged(writer, "kind", "cat", map, Map.of("a", "b"));

    assertThat(written.readUtf8()).isEqualTo("{\"kind\":\"cat\",\"a\":\"b\"}");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'kind':'cat'}           | cat
      {'a':{'kind':1},'kind':7} | 7
      {'kind':true}            | true
      {'kind':{}}              | ``
      {'kind':null}            | ``
      {}                       | ``
      """)
  void theTextOfAMemberIsSeenAhead(String json, String text) throws IOException {
    JsonReader reader = reader(json);

    assertThat(Fields.peekText(reader, JsonReader.Options.of("kind"))).isEqualTo(text);
    assertThat(reader.peek()).isEqualTo(JsonReader.Token.BEGIN_OBJECT);
  }

  @Test
  void aSkippedMemberLeavesTheNext() throws IOException {
    JsonReader reader = reader("{'a':[{}],'b':1}");
    reader.beginObject();

    Fields.skip(reader);

    assertThat(reader.nextName()).isEqualTo("b");
  }

  @Test
  void whatIsNotSetIsNamed() {
    assertThat(Fields.set("x", "name")).isEqualTo("x");
    assertThatThrownBy(() -> Fields.set(null, "name"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("name is not set");
  }

  @Test
  void bytesAreBase64() throws IOException {
    JsonAdapter<ByteString> adapter = MOSHI.adapter(ByteString.class);

    assertThat(adapter.fromJson("\"-_8\"").hex()).isEqualTo("fbff");
    assertThat(adapter.toJson(ByteString.decodeHex("fbff"))).isEqualTo("\"+/8=\"");
    assertThat(adapter.fromJson("null")).isNull();
    assertThatThrownBy(() -> adapter.fromJson("\"%\""))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("no Base64 at $");
  }
}
