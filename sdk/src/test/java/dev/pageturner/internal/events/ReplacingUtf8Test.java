package dev.pageturner.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import okio.ByteString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplacingUtf8Test {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(textBlock = """
          '',               ''
          61,               a
          c3a9,             \u00e9
          e282ac,           \u20ac
          f09f9880,         \uD83D\uDE00
          80,               \uFFFD
          c0af,             \uFFFD\uFFFD
          c3,               \uFFFD
          c361,             \uFFFDa
          e282,             \uFFFD
          e28261,           \uFFFDa
          e08080,           \uFFFD\uFFFD\uFFFD
          eda080,           \uFFFD\uFFFD\uFFFD
          edbfbf,           \uFFFD\uFFFD\uFFFD
          ed9fbf,           \uD7FF
          ee8080,           \uE000
          f0808080,         \uFFFD\uFFFD\uFFFD\uFFFD
          f09f98,           \uFFFD
          f09f9861,         \uFFFDa
          f4908080,         \uFFFD\uFFFD\uFFFD\uFFFD
          f48fbfbf,         \uDBFF\uDFFF
          f8888080,         \uFFFD\uFFFD\uFFFD\uFFFD
          ff61fe,           \uFFFDa\uFFFD
          efbfbd,           \uFFFD
          61eda08062,       a\uFFFD\uFFFD\uFFFDb
          """)
  void broken(String hex, String text) {
    assertThat(ReplacingUtf8.decode(ByteString.decodeHex(hex).toByteArray())).isEqualTo(text);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bytesOfAnyKindAreDecodedAsByJavaButForSurrogates(long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[random.nextInt(200)];
    for (int i = 0; i < bytes.length; i++) {
      int any = random.nextBoolean() ? 0x80 + random.nextInt(0x80) : random.nextInt(0x80);
      bytes[i] = (byte) (any == 0xED ? 0xEC : any);
    }
    assertThat(ReplacingUtf8.decode(bytes)).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
  }
}
