package dev.pageturner.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonDecoderTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static List<String> read(ByteString bytes) {
    List<String> whole = lines(List.of(bytes));
    for (List<ByteString> chunks : Chunks.of(bytes)) {
      assertThat(lines(chunks)).isEqualTo(whole);
    }
    return whole;
  }

  private static List<String> lines(List<ByteString> chunks) {
    return Chunks.decode(new NdjsonDecoder(100, null), chunks).stream()
        .map(ByteString::utf8)
        .toList();
  }

  private static PageturnerException failure(ByteString bytes) {
    PageturnerException first = null;
    for (List<ByteString> chunks : Chunks.of(bytes)) {
      PageturnerException failure =
          catchThrowableOfType(PageturnerException.class, () -> lines(chunks));
      assertThat(failure).as(bytes.utf8()).isNotNull();
      assertThat(first == null ? failure : first).hasMessage(failure.getMessage());
      first = failure;
    }
    return first;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "[1]\n[2]\n",
        "[1]\r\n[2]\r\n",
        "[1]\n[2]",
        "[1]\r\n[2]\r",
        "\n\n[1]\n \t\r\n[2]\n\r\n",
        "[1]\n[2]\n  ",
        "\uFEFF[1]\n[2]\n",
        "\uFEFF\n[1]\n[2]\n"
      })
  @DisplayName("edge 87: line ends, blank lines and the byte order mark")
  void linesAreTheSameHoweverTheyAreSeparated(String body) {
    assertThat(read(ByteString.encodeUtf8(body)).stream().map(String::strip))
        .containsExactly("[1]", "[2]");
  }

  @Test
  void nothingButLineFeedsEndsALine() {
    assertThat(read(ByteString.encodeUtf8("[\"a\u2028b\u0085c\"]\n[1]\r[2]\n")))
        .containsExactly("[\"a\u2028b\u0085c\"]", "[1]\r[2]");
  }

  @Test
  void emptyBodyHasNoLines() {
    assertThat(read(ByteString.EMPTY)).isEmpty();
    assertThat(read(ByteString.encodeUtf8("\uFEFF"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"a\":1",
        "{\"a\"",
        "[1,",
        "[1]]",
        "\"abc",
        "tru",
        "nul",
        "12",
        "-1.5",
        "x",
        "[1] 2"
      })
  @DisplayName("edge 87: a cut last line is an error with its line and byte")
  void lastLineThatWasCutIsAnErrorOfTheTransport(String line) {
    PageturnerException failure = failure(ByteString.encodeUtf8("[1]\n\n" + line));
    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(failure)
        .hasMessage(
            "line 3 (at byte 5) has no end, and is no complete JSON value: the body was cut");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "\"abc\"", "true", "false", "null", "{\"a\":[1]}  "})
  void lastLineThatIsCompleteNeedsNoEnd(String line) {
    assertThat(read(ByteString.encodeUtf8("[1]\n" + line))).containsExactly("[1]", line);
  }

  @Test
  void lastLineThatIsTooDeepIsLeftToItsDecoder() {
    String deep = "[".repeat(300) + "]".repeat(300);
    NdjsonDecoder decoder = new NdjsonDecoder(1_000, null);
    assertThat(Chunks.decode(decoder, List.of(ByteString.encodeUtf8(deep)))).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "225b31ff5d220a, 'line 1 (at byte 0) is not UTF-8, at its byte 3'",
    "5b315d0a22eda080220a, 'line 2 (at byte 4) is not UTF-8, at its byte 1'",
    "fffe5b0031005d000a00, 'line 1 (at byte 0) is not UTF-8, at its byte 0'"
  })
  void bytesThatAreNotUtf8AreAnError(String hex, String message) {
    PageturnerException failure = failure(ByteString.decodeHex(hex));
    assertThat(failure.kind()).isEqualTo(Kind.PARSE);
    assertThat(failure).hasMessage(message);
  }

  @Test
  void lineWithoutEndIsAnErrorAtItsBound() {
    PageturnerException failure = failure(ByteString.encodeUtf8("[1]\n" + "1".repeat(101)));
    assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(failure).hasMessage("line 2 is longer than 100 bytes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NdjsonDecoder(0, null))
        .withMessage("maxLineBytes < 1: 0");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bodyCutAnywhereGivesItsFirstLinesAndThenAnErrorOrACompleteLine(long seed) {
    Random random = new Random(seed);
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      body.append("{\"n\":").append(random.nextInt(1_000)).append(",\"s\":\"\u00e9\"}\n");
    }
    ByteString whole = ByteString.encodeUtf8(body.toString());
    ByteString cut = whole.substring(0, random.nextInt(whole.size()));
    NdjsonDecoder decoder = new NdjsonDecoder(100, null);
    decoder.feed(new Buffer().write(cut));
    decoder.endOfInput();
    List<String> lines = body.toString().lines().toList();
    int complete = 0;
    PageturnerException failure = null;
    while (!decoder.ended() && failure == null) {
      int index = complete;
      try {
        ByteString line = decoder.next();
        if (line != null) {
          assertThat(line.utf8()).isEqualTo(lines.get(index));
          complete++;
        }
      } catch (PageturnerException e) {
        failure = e;
      }
    }
    boolean between = cut.size() == 0 || cut.utf8().endsWith("\n") || cut.utf8().endsWith("}");
    assertThat(failure == null).isEqualTo(between);
  }

  @Test
  void lineNumberCountsBlankLines() {
    NdjsonDecoder decoder = new NdjsonDecoder(100, null);
    decoder.feed(new Buffer().writeUtf8("\n\n[1]\n"));
    assertThat(decoder.next()).isNotNull();
    assertThat(decoder.last()).isEqualTo("line 3");
  }
}
