package dev.pageturner.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import java.util.List;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON text sequences (RFC 7464); {@code ^} stands for the record separator, {@code ~} for LF. */
class JsonSequenceDecoderTest {
  private static ByteString bytes(String text) {
    return ByteString.encodeUtf8(text.replace('^', '\u001e').replace('~', '\n'));
  }

  private static List<String> read(String text) {
    List<String> whole = records(List.of(bytes(text)));
    for (List<ByteString> chunks : Chunks.of(bytes(text))) {
      assertThat(records(chunks)).isEqualTo(whole);
    }
    return whole;
  }

  private static List<String> records(List<ByteString> chunks) {
    return Chunks.decode(new JsonSequenceDecoder(40, null), chunks).stream()
        .map(record -> record.utf8().replace('\n', '~').strip())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[1]~^[2]~",
        "^[1]~^[2]",
        "^^[1]~~^ ~^[2]~^",
        "[1]~^[2]~",
        "^[1]^[2]~",
        "^[1]\r~^[2]\r~"
      })
  void textsAreGivenOutWhateverIsAroundThem(String text) {
    assertThat(read(text))
        .extracting(record -> record.replaceAll("[~\\r]", ""))
        .containsExactly("[1]", "[2]");
  }

  @Test
  void lineFeedsInsideATextDoNotEndIt() {
    assertThat(read("^{~\"a\":~[1,~2]}~^\"x\"~")).containsExactly("{~\"a\":~[1,~2]}~", "\"x\"~");
  }

  @Test
  void bracesAndQuotesInStringsAreNoStructure() {
    assertThat(read("^{\"a\":\"}]\\\"{[\\\\\"}~^[2]~"))
        .containsExactly("{\"a\":\"}]\\\"{[\\\\\"}~", "[2]~");
  }

  @Test
  void aTextIsGivenOutAtItsLineFeedAndNotAtTheNextSeparator() {
    JsonSequenceDecoder decoder = new JsonSequenceDecoder(40, null);
    decoder.feed(new Buffer().write(bytes("^{\"a\":1}~")));

    assertThat(decoder.next()).isEqualTo(bytes("{\"a\":1}~"));
    assertThat(decoder.last()).isEqualTo("record 1");
    assertThat(decoder.next()).isNull();
    assertThat(decoder.ended()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "^[1]~^{\"a\", record 2 has no end: the body was cut",
    "^[1]~^12, record 2 has no end: the body was cut",
    "^{\"a\":^[2]~, record 1 has no end: the body was cut"
  })
  void aTextThatWasCutIsAFailureOfTheTransport(String text, String message) {
    for (List<ByteString> chunks : Chunks.of(bytes(text))) {
      PageturnerException failure =
          catchThrowableOfType(PageturnerException.class, () -> records(chunks));

      assertThat(failure).hasMessage(message);
      assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    }
  }

  @Test
  void aTextBeyondTheBoundIsTooLarge() {
    PageturnerException failure = catchThrowableOfType(
        PageturnerException.class, () -> records(List.of(bytes("^\"" + "x".repeat(50)))));

    assertThat(failure).hasMessage("record 1 is longer than 40 bytes");
    assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void aBoundOfNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonSequenceDecoder(0, null))
        .withMessage("maxBytes < 1: 0");
  }
}
