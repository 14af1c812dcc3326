package dev.pageturner.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
  /** An item. */
  public record Event(Long id, Instant at, BigDecimal amount) {
    /** Refuses what the application refuses. */
    public Event {
      if (id != null && id < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  private static JsonLines of(String text) {
    return JsonLines.from(() -> new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static <T> List<T> list(Iterable<T> items) {
    List<T> list = new ArrayList<>();
    items.forEach(list::add);
    return list;
  }

  private static List<String> texts(JsonLines lines) {
    return list(lines.as(RawJson.class)).stream().map(RawJson::text).toList();
  }

  private static PageturnerException.Content error(JsonLines lines, Class<?> type) {
    return catchThrowableOfType(PageturnerException.Content.class, () -> list(lines.as(type)));
  }

  private static String message(String text) {
    return error(of(text), RawJson.class).getMessage();
  }

  @Test
  @DisplayName("edge 87: line ends, blank lines, a byte order mark, no final line end")
  void readsWhatToolsWrite() {
    assertThat(texts(of("\ufeff1\r\n\n \t\r\n2\n3"))).containsExactly("1", "2", "3");
    assertThat(texts(of("\ufeff"))).isEmpty();
    assertThat(texts(of("\n\n"))).isEmpty();
  }

  @Test
  @DisplayName("edge 87: a cut last line is an error with its number and place")
  void aCutLastLineIsAnError() {
    assertThat(message("{\"a\":1}\r\n\n{\"a\":"))
        .isEqualTo("stream, line 3 (at byte 10): truncated: ends where there should be a value");
    assertThat(message("1\n\"caf\u00e9")).startsWith("stream, line 2 (at byte 2): truncated: ");
  }

  @Test
  @DisplayName("edge 87: the length of a line is bounded")
  void theLengthOfALineIsBounded() {
    JsonLines lines = of("12345\n123456\r\n12345\r\n123456789").maxLineLength(5);
    assertThat(error(lines, RawJson.class))
        .hasMessage("stream, line 2 (at byte 6): longer than 5 bytes")
        .extracting(PageturnerException::kind)
        .isEqualTo(Kind.TOO_LARGE);
    List<Long> bad = new ArrayList<>();
    assertThat(texts(lines.skipBadLines(line -> bad.add(line.number()))))
        .containsExactly("12345", "12345");
    assertThat(bad).containsExactly(2L, 4L);
  }

  @Test
  void twoValuesOnALineAreAnError() {
    assertThat(message("1\n{} {}\n"))
        .isEqualTo(
            "stream, line 2 (at byte 2): not JSON at byte 5: expected nothing after the value");
    assertThat(message("1 2")).contains("line 1 (at byte 0)");
  }

  @Test
  void aValueOverSeveralLinesIsSaidToBeOne() {
    assertThat(message("{\n\"a\":1}\n")).contains("line 1").contains("truncated by the line end");
    assertThat(message("\ufeff[\n1,\n2]")).contains("one JSON array");
  }

  @Test
  void otherEncodingsAreNamedAndNotSkipped() {
    for (var charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      for (String text : List.of("{\"a\":1}\n2\n", "\ufeff3\n", "42\n")) {
        byte[] bytes = text.getBytes(java.nio.charset.Charset.forName(charset));
        JsonLines lines =
            JsonLines.from(() -> new ByteArrayInputStream(bytes)).skipBadLines(bad -> {});
        assertThat(error(lines, RawJson.class))
            .hasMessageContaining("is " + charset + ", not UTF-8");
      }
    }
  }

  @Test
  void badLinesAreToldAndPassedOver() {
    List<JsonLines.BadLine> bad = new ArrayList<>();
    JsonLines lines =
        of("{\"id\":1}\n{\"id\":secret}\n{\"id\":\"x\"}\n\n{\"id\":-1}\nnull\n{\"id\":2}");
    assertThat(list(lines.skipBadLines(bad::add).as(Event.class)))
        .containsExactly(new Event(1L, null, null), new Event(2L, null, null));
    assertThat(bad).extracting(JsonLines.BadLine::number).containsExactly(2L, 3L, 5L, 6L);
    assertThat(bad).extracting(JsonLines.BadLine::offset).containsExactly(9L, 23L, 35L, 45L);
    assertThat(bad)
        .extracting(line -> line.error().getMessage().replaceFirst(".*\\): ", ""))
        .containsExactly(
            "not JSON at byte 15: expected a value",
            "not of the expected type at $.id",
            "IllegalArgumentException for the value at $",
            "null, where an item should be");
  }

  @Test
  void typesAreReadThroughMoshi() {
    assertThat(list(of("{\"id\":9007199254740993,\"at\":\"2026-11-23T00:00:00Z\",\"amount\":1.10}")
            .as(Event.class)))
        .containsExactly(new Event(
            9007199254740993L, Instant.parse("2026-11-23T00:00:00Z"), new BigDecimal("1.10")));
    LazyIterable<List<Long>> lists =
        of("[1,2]\n[]").as(Types.newParameterizedType(List.class, Long.class));
    assertThat(list(lists)).containsExactly(List.of(1L, 2L), List.of());
    assertThat(list(of("{\"a\":1e400}").as(Object.class)))
        .containsExactly(Map.of("a", new BigDecimal("1e400")));
  }

  @Test
  void theMoshiOfTheApplicationComesFirst() {
    JsonAdapter<Instant> seconds = new JsonAdapter<>() {
      @Override
      public Instant fromJson(JsonReader reader) throws IOException {
        return Instant.ofEpochSecond(reader.nextLong());
      }

      @Override
      public void toJson(JsonWriter writer, Instant value) {
        throw new UnsupportedOperationException();
      }
    };
    Moshi moshi = new Moshi.Builder().add(Instant.class, seconds).build();
    assertThat(list(of("{\"at\":1,\"amount\":2}").moshi(moshi).as(Event.class)))
        .containsExactly(new Event(null, Instant.ofEpochSecond(1), new BigDecimal("2")));
  }

  @Test
  void nothingIsOpenedBeforeTheFirstItemAndEachIteratorOpensAnew() {
    AtomicInteger opened = new AtomicInteger();
    LazyIterable<RawJson> items = JsonLines.from(() -> {
          opened.incrementAndGet();
          return new ByteArrayInputStream("1\n2".getBytes(UTF_8));
        })
        .as(RawJson.class);
    CloseableIterator<RawJson> first = items.iterator();
    assertThat(opened).hasValue(0);
    assertThat(first.next().asLong()).isEqualTo(1);
    assertThat(list(items)).hasSize(2);
    assertThat(first.next().asLong()).isEqualTo(2);
    assertThat(first.hasNext()).isFalse();
    assertThatThrownBy(first::next).isInstanceOf(NoSuchElementException.class);
    assertThat(opened).hasValue(2);
  }

  @Test
  void aStreamCanBeIteratedOnce() {
    LazyIterable<RawJson> items =
        JsonLines.once(new ByteArrayInputStream("1".getBytes(UTF_8))).as(RawJson.class);
    assertThat(list(items)).hasSize(1);
    assertThatThrownBy(items::iterator)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("can be read once");
  }

  @Test
  void closingEndsTheTraversalAndClosesTheStream() {
    AtomicInteger closed = new AtomicInteger();
    InputStream in = new ByteArrayInputStream("1\n2\n3".getBytes(UTF_8)) {
      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
    CloseableIterator<RawJson> items = JsonLines.once(in).as(RawJson.class).iterator();
    items.next();
    items.close();
    assertThat(items.hasNext()).isFalse();
    assertThat(closed.get()).isPositive();
  }

  @Test
  void theStreamIsClosedAtTheEndAndAfterAnError() {
    for (String text : List.of("1\n2", "1\nx")) {
      AtomicInteger closed = new AtomicInteger();
      InputStream in = new ByteArrayInputStream(text.getBytes(UTF_8)) {
        @Override
        public void close() {
          closed.incrementAndGet();
        }
      };
      JsonLines lines = JsonLines.once(in);
      catchThrowableOfType(PageturnerException.class, () -> list(lines.as(RawJson.class)));
      assertThat(closed.get()).isPositive();
    }
  }

  @Test
  void aMissingFileIsAnErrorAtTheFirstItem(@TempDir Path folder) {
    CloseableIterator<RawJson> items =
        JsonLines.from(folder.resolve("none.jsonl")).as(RawJson.class).iterator();
    assertThatThrownBy(items::hasNext)
        .isInstanceOf(PageturnerException.Storage.class)
        .hasMessageContaining("none.jsonl: cannot be read");
  }

  @Test
  void anInterruptedReadIsACancellationThatKeepsTheFlag() {
    JsonLines lines = JsonLines.from(() -> {
      throw new InterruptedIOException();
    });
    assertThatThrownBy(() -> list(lines.as(RawJson.class)))
        .isInstanceOf(PageturnerException.Cancelled.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatTheHandlerThrowsComesThrough() {
    JsonLines lines = of("x\n1").skipBadLines(bad -> {
      throw new IllegalStateException("enough", bad.error());
    });
    assertThatThrownBy(() -> list(lines.as(RawJson.class))).hasMessage("enough");
  }

  @Test
  void compressedFilesAreRecognisedByTheirContent(@TempDir Path folder) throws IOException {
    Path plain = Files.writeString(folder.resolve("plain.gz"), "1\n2\n");
    assertThat(texts(JsonLines.from(plain))).containsExactly("1", "2");
  }

  @Test
  void hugeInputIsReadItemByItem() {
    long count = 0;
    for (Long item : JsonLines.from(() -> Generated.lines(20L << 20, 16)).as(Long.class)) {
      count += item == 777_777_777_777_777L ? 1 : 0;
    }
    assertThat(count).isEqualTo((20L << 20) / 16);
  }

  @Test
  void lengthsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> of("").maxLineLength(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of("").maxLineLength(Integer.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
