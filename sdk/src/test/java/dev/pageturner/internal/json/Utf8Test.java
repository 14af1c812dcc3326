package dev.pageturner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Utf8Test {
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static int firstInvalid(byte[] bytes) {
    return Utf8.firstInvalid(bytes, 0, bytes.length);
  }

  private boolean isValid(byte[] bytes) {
    // Exceptions, of which there are millions here, would take most of the time.
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    return !decoder.reset().decode(ByteBuffer.wrap(bytes), chars, true).isError();
  }

  @Test
  void agreesWithTheJdkOnEverySequenceOfThreeBytes() {
    byte[] bytes = new byte[3];
    for (int i = 0x800000; i < 0x1000000; i += 3) {
      bytes[0] = (byte) (i >> 16);
      bytes[1] = (byte) (i >> 8);
      bytes[2] = (byte) i;
      if (firstInvalid(bytes) < 0 != isValid(bytes)) {
        throw new AssertionError(Integer.toHexString(i));
      }
    }
  }

  @Test
  void acceptsEveryCharacterAtEachPlaceOfAWord() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point += 37) {
      if (point >= 0xD800 && point <= 0xDFFF) {
        continue;
      }
      String text = "x".repeat(point % 9) + Character.toString(point) + "abcdefgh";
      assertThat(firstInvalid(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(-1);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithTheJdkOnDamagedText(long seed) {
    Random random = new Random(seed);
    byte[] bytes = random
        .ints(40, 0, 0x3000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    assertThat(firstInvalid(bytes) < 0).isEqualTo(isValid(bytes));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "61 62, -1",
    "61 80, 1",
    "c0 80, 0",
    "c1 bf, 0",
    "c2 80, -1",
    "e0 9f bf, 0",
    "ed a0 80, 0",
    "ee 80 80, -1",
    "f0 8f bf bf, 0",
    "f0 90 80 80, -1",
    "f4 8f bf bf, -1",
    "f4 90 80 80, 0",
    "f5 80 80 80, 0",
    "fe, 0",
    "61 61 61 61 61 61 61 61 61 c3, 9",
    "e2 82, 0"
  })
  void findsTheFirstInvalidByte(String hex, int expected) {
    byte[] bytes = java.util.HexFormat.ofDelimiter(" ").parseHex(hex);
    assertThat(firstInvalid(bytes)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"-1, a😀b", "1, a\ud800", "1, a\udc00b", "0, \ud83dx\ude00", "2, 😀\ude00", "-1, ''"})
  void findsHalfASurrogatePair(int expected, String text) {
    assertThat(Utf8.firstLoneSurrogate(text)).isEqualTo(expected);
  }
}
