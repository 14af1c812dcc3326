package dev.pageturner.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.lines.Generated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineReaderTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  /** Gives out a few bytes at a time, as a socket may. */
  private static InputStream trickle(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 1 + random.nextInt(40)));
      }
    };
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(400);
    for (int i = 0; i < length; i++) {
      text.append("ab\u00e9\n\r\n".charAt(random.nextInt(6)));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsEachLineItsNumberAndItsPlace(long seed) throws IOException {
    Random random = new Random(seed);
    int maxLength = 1 + random.nextInt(12);
    byte[] bytes = randomText(random).getBytes(UTF_8);
    List<String> expected = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i < bytes.length ? bytes[i] == '\n' : i > start) {
        int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
        String content =
            end - start > maxLength ? "too long" : new String(bytes, start, end - start, UTF_8);
        expected.add((expected.size() + 1) + " " + start + " " + content);
        start = i + 1;
      }
    }
    List<String> lines = new ArrayList<>();
    LineReader reader = new LineReader(trickle(bytes, random), maxLength);
    while (reader.next()) {
      String content = reader.isTooLong()
          ? "too long"
          : new String(reader.bytes(), reader.from(), reader.to() - reader.from(), UTF_8);
      lines.add(reader.number() + " " + reader.offset() + " " + content);
    }
    assertThat(lines).isEqualTo(expected);
    assertThat(reader.capacity()).isLessThanOrEqualTo(maxLength + 3);
  }

  @Test
  void twoHundredMegabytesNeedOneSmallBuffer() throws IOException {
    LineReader reader = new LineReader(Generated.lines(200L << 20, 100), 1 << 20);
    long bytes = 0;
    while (reader.next()) {
      bytes += reader.to() - reader.from() + 1;
    }
    assertThat(bytes).isEqualTo(200L << 20);
    assertThat(reader.capacity()).isEqualTo(1 << 16);
  }

  @Test
  void aLineWithoutEndIsPassedOverInTheSpaceOfTheLongestAllowed() throws IOException {
    LineReader reader = new LineReader(Generated.lines(200L << 20, 100 << 20), 1 << 20);
    List<Long> offsets = new ArrayList<>();
    while (reader.next()) {
      assertThat(reader.isTooLong()).isTrue();
      offsets.add(reader.offset());
    }
    assertThat(offsets).containsExactly(0L, 100L << 20);
    assertThat(reader.capacity()).isLessThanOrEqualTo((1 << 20) + 3);
  }
}
