package dev.pageturner.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.Moshi;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A page of lines is its items, each at its place. */
class LineItemsTest {
  private static byte[] bytes(String text) {
    return text.replace('|', '\n').getBytes(UTF_8);
  }

  private static List<String> items(LineItems lines) throws Exception {
    List<String> items = new ArrayList<>();
    try (lines) {
      while (lines.next()) {
        String text = new String(lines.bytes(), lines.from(), lines.to() - lines.from(), UTF_8);
        items.add(lines.number() + "@" + lines.offset() + " " + text);
      }
    }
    return items;
  }

  @Test
  void itemsHaveTheirPlaces() throws Exception {
    byte[] page = bytes("\ufeff{\"a\":1}\r||  |[\"\u00e9\"]|3");

    assertThat(items(LineItems.of(page, 0, page.length, 100)))
        .containsExactly("1@3 {\"a\":1}", "4@16 [\"\u00e9\"]", "5@23 3");
    assertThat(items(new LineItems(new ByteArrayInputStream(page), 100)))
        .isEqualTo(items(LineItems.of(page, 0, page.length, 100)));
    assertThat(LineItems.count(page, 0, page.length, 100)).isEqualTo(3);
    assertThat(LineItems.count(page, 0, 0, 100)).isZero();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
      1|2 3|4         ; line 2 (at byte 2): not JSON at byte 4: expected nothing after the value
      1||{"a":|4      ; line 3 (at byte 3): not JSON at byte 8: ends where there should be a value
      nul             ; line 1 (at byte 0): not JSON at byte 3: ends where there should be null
      1|"12345678"|x  ; line 2 (at byte 2): longer than 9 bytes
      """)
  void theFirstBadLineIsNamed(String page, String message) throws Exception {
    byte[] bytes = bytes(page);

    assertThatThrownBy(() -> LineItems.count(bytes, 0, bytes.length, 9))
        .isInstanceOf(LineItems.BadLine.class)
        .hasMessage(message);
    assertThatThrownBy(() -> items(new LineItems(new ByteArrayInputStream(bytes), 9)))
        .isInstanceOf(LineItems.BadLine.class)
        .hasMessage(message);
  }

  @Test
  void itemsAreDecodedWithoutASecondCheck() throws Exception {
    byte[] page = bytes("1|2");
    ValueDecoder<Integer> decoder =
        new ValueDecoder<>(new Moshi.Builder().build().adapter(Integer.class));
    try (LineItems lines = LineItems.of(page, 0, page.length, 100)) {
      assertThat(lines.next()).isTrue();
      assertThat(lines.decoded(decoder)).isEqualTo(1);
      assertThat(lines.isComplete()).isTrue();
      assertThat(lines.next()).isTrue();
      assertThat(lines.decoded(decoder)).isEqualTo(2);
      assertThat(lines.isComplete()).isFalse();
      assertThat(lines.next()).isFalse();
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aStreamInPiecesIsThePageInMemory(long seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i >= 0; i--) {
      text.append(random.nextInt(4) == 0 ? " " : "\"" + "x".repeat(random.nextInt(40)) + "\"");
      text.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    byte[] page = text.toString().getBytes(UTF_8);
    InputStream pieces = new ByteArrayInputStream(page) {
      @Override
      public synchronized int read(byte[] to, int offset, int length) {
        return super.read(to, offset, Math.min(length, 1 + random.nextInt(7)));
      }
    };

    assertThat(items(new LineItems(pieces, 42)))
        .isEqualTo(items(LineItems.of(page, 0, page.length, 42)));
  }
}
