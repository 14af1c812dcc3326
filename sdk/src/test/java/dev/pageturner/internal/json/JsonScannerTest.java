package dev.pageturner.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pageturner.json.ConformanceFiles;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonScannerTest {
  private static final String FOLDER = "json-parsing";

  static List<String> accepted() {
    return ConformanceFiles.names(FOLDER, "y_");
  }

  static List<String> refused() {
    return ConformanceFiles.names(FOLDER, "n_");
  }

  static List<String> either() {
    return ConformanceFiles.names(FOLDER, "i_");
  }

  private static byte[] file(String name) {
    return ConformanceFiles.bytes(FOLDER + "/" + name);
  }

  private static void check(byte[] bytes) throws NotJson {
    JsonScanner.check(bytes, 0, bytes.length);
  }

  private static NotJson refusal(String text) {
    return catchThrowableOfType(NotJson.class, () -> check(text.getBytes(ISO_8859_1)));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void acceptsWhatRfc8259Accepts(String name) {
    assertThatCode(() -> check(file(name))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatRfc8259Refuses(String name) {
    assertThatThrownBy(() -> check(file(name))).isInstanceOf(NotJson.class);
  }

  @ParameterizedTest
  @MethodSource("either")
  void neitherCrashesNorHangsWhereRfc8259LeavesTheChoice(String name) {
    try {
      check(file(name));
    } catch (NotJson e) {
      assertThat(e.offset()).isBetween(0, file(name).length);
    }
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void aSliceIsCheckedAsIfItStoodAlone(String name) {
    byte[] file = file(name);
    byte[] padded = new byte[file.length + 20];
    Arrays.fill(padded, (byte) '"');
    System.arraycopy(file, 0, padded, 7, file.length);
    assertThatCode(() -> JsonScanner.check(padded, 7, 7 + file.length)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      [1 2]                | 3  | expected ',' or ']'
      {"a":1 "b":2}        | 7  | expected ',' or '}'
      {"a" 1}              | 5  | expected ':'
      {a:1}                | 1  | expected a name in quotes or '}'
      {"a":1,}             | 7  | expected a name in quotes
      [1,]                 | 3  | expected a value
      01                   | 1  | expected nothing after the value
      1.e3                 | 2  | expected a digit
      ["a\\x"]             | 4  | expected an escape
      ["\\u12G4"]          | 6  | expected four hexadecimal digits
      nul                  | 3  | ends where there should be null
      nuLl                 | 2  | expected null
      [                    | 1  | ends where there should be a value
      """)
  void saysWhereAndWhatWasExpected(String text, int offset, String message) {
    assertThat(refusal(text)).hasMessage(message).extracting(NotJson::offset).isEqualTo(offset);
  }

  @Test
  void everyProperBeginningOfAnObjectIsCut() {
    byte[] whole = "{\"a\":[true,null,-1.5e+3,\"\\u00e9\\n é€😀\"],\"b\":{}}".getBytes(UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      NotJson error = catchThrowableOfType(NotJson.class, () -> check(cut));
      assertThat(error.reason()).as("%d bytes", length).isEqualTo(NotJson.Reason.CUT);
      assertThat(error.offset()).isEqualTo(length);
    }
  }

  @Test
  void nestingIsBoundedWithoutRecursion() {
    assertThat(refusal("[".repeat(255) + "]".repeat(255))).isNull();
    NotJson error = refusal("[{\"a\":".repeat(50_000));
    assertThat(error.reason()).isEqualTo(NotJson.Reason.NESTING);
    assertThat(error).hasMessage("nested deeper than 255");
  }

  @Test
  void invalidUtf8IsFoundInStringsAndBetweenThem() {
    for (String text : List.of("\"\u00c3(\"", "\"12345678\u0080abcdefgh\"", "[\u00ff]")) {
      assertThat(refusal(text).reason()).isEqualTo(NotJson.Reason.ENCODING);
    }
  }

  @Test
  void controlCharactersAreFoundAtEachPlaceOfAWord() {
    for (int place = 0; place < 24; place++) {
      for (char control : new char[] {0, 1, '\n', 0x1f}) {
        String text = '"' + "x".repeat(place) + control + "y".repeat(24 - place) + '"';
        assertThat(refusal(text).offset()).isEqualTo(place + 1);
      }
    }
  }

  @Test
  void allOtherAsciiStandsInStringsAsItIs() {
    StringBuilder text = new StringBuilder("\"");
    for (char c = ' '; c < 0x80; c++) {
      text.append(c == '"' || c == '\\' ? ' ' : c);
    }
    assertThat(refusal(text.append('"').toString())).isNull();
  }
}
