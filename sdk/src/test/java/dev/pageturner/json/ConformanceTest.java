package dev.pageturner.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.pageturner.internal.json.Utf8;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSONTestSuite and the naughty strings, through {@link RawJson} and through Moshi. */
class ConformanceTest {
  private final Moshi moshi = new Moshi.Builder().add(ExactJson.factory()).build();

  static List<String> accepted() {
    return ConformanceFiles.names("json-parsing", "y_");
  }

  static List<String> refused() {
    return ConformanceFiles.names("json-parsing", "n_");
  }

  static List<String> either() {
    return ConformanceFiles.names("json-parsing", "i_");
  }

  static List<String> transformed() {
    return ConformanceFiles.names("json-transform", "");
  }

  static List<RawJson> naughty() {
    byte[] file = ConformanceFiles.bytes("naughty-strings/blns.json");
    return RawJson.parse(new String(file, UTF_8)).get("cases").orElseThrow().elements();
  }

  private static Optional<String> text(String name) {
    try {
      return Optional.of(ConformanceFiles.text(ConformanceFiles.bytes(name)));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void acceptsAndKeepsWhatRfc8259Accepts(String name) throws IOException {
    String text = text("json-parsing/" + name).orElseThrow();
    RawJson json = RawJson.parse(text);
    assertThat(json.text()).isEqualTo(text.strip());
    assertThat(moshi.adapter(RawJson.class).fromJson(text)).isEqualTo(json);
    assertThat(moshi.adapter(Object.class).fromJson(text)).isEqualTo(json.toObject());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatRfc8259Refuses(String name) {
    text("json-parsing/" + name)
        .ifPresent(text -> assertThatThrownBy(() -> RawJson.parse(text))
            .isInstanceOf(IllegalArgumentException.class));
  }

  @ParameterizedTest
  @MethodSource("either")
  void neitherCrashesNorHangsWhereRfc8259LeavesTheChoice(String name) {
    text("json-parsing/" + name).ifPresent(text -> {
      try {
        Object tree = RawJson.parse(text).toObject();
        assertThat(tree).isNotInstanceOf(Double.class);
      } catch (IllegalArgumentException | IllegalStateException e) {
        assertThat(e).hasMessageMatching("(not JSON at|a JSON number) .*");
      }
    });
  }

  @ParameterizedTest
  @MethodSource("transformed")
  void comesOutAsItWentIn(String name) throws IOException {
    JsonAdapter<RawJson> adapter = moshi.adapter(RawJson.class);
    byte[] bytes = ConformanceFiles.bytes("json-transform/" + name);
    if (Utf8.firstInvalid(bytes, 0, bytes.length) >= 0) {
      assertThatThrownBy(() -> adapter.fromJson(new Buffer().write(bytes)))
          .isInstanceOf(JsonDataException.class)
          .hasMessageEndingWith("not UTF-8");
      return;
    }
    String text = new String(bytes, UTF_8);
    RawJson json = adapter.fromJson(text);
    assertThat(adapter.toJson(json)).isEqualTo(text.strip());
    JsonAdapter<Object> any = moshi.adapter(Object.class);
    Object tree = any.fromJson(text);
    assertThat(any.fromJson(any.toJson(tree))).isEqualTo(tree);
    assertThat(RawJson.parse(any.toJson(tree)).toObject()).isEqualTo(json.toObject());
  }

  @ParameterizedTest
  @MethodSource("naughty")
  void naughtyStringsSurvive(RawJson naughty) throws IOException {
    String value = naughty.asString();
    assertThat(RawJson.parse(RawJson.of(value).text()).asString()).isEqualTo(value);
    JsonAdapter<String> adapter = moshi.adapter(String.class);
    assertThat(adapter.fromJson(adapter.toJson(value))).isEqualTo(value);
    assertThat(adapter.fromJson(naughty.text())).isEqualTo(value);
    RawJson object = RawJson.ofObject(java.util.Map.of(value, naughty));
    assertThat(object.get(value)).contains(naughty);
    assertThat(object.at("/" + value.replace("~", "~0").replace("/", "~1"))).contains(naughty);
    assertThatCode(() -> RawJson.parse(object.text())).doesNotThrowAnyException();
  }

  @Test
  void theListOfNaughtyStringsIsNotEmpty() {
    assertThat(naughty()).hasSizeGreaterThan(200);
  }
}
