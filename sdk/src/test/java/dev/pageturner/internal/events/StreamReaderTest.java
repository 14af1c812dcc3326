package dev.pageturner.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.internal.events.Chunks.ChunkSource;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;

class StreamReaderTest {
  private static StreamReader<ServerEvent> reader(okio.Source source) {
    return new StreamReader<>(
        Okio.buffer(source), new EventDecoder(EventOptions.standard(), null, () -> {}));
  }

  private static ChunkSource chunks(String... chunks) {
    return new ChunkSource(Stream.of(chunks).map(ByteString::encodeUtf8).toList());
  }

  private static String data(StreamReader<ServerEvent> reader) throws IOException {
    ServerEvent event = reader.next();
    return event == null ? "end" : event.data();
  }

  @Test
  void nothingIsReadThatNoEventNeeds() throws IOException {
    ChunkSource source = chunks("data: a\r\r", "\ndata: b\n\ndata: c\n\nda", "ta: d\n", "\n");
    StreamReader<ServerEvent> reader = reader(source);
    assertThat(source.reads()).isZero();
    assertThat(data(reader)).isEqualTo("a");
    assertThat(source.reads()).isEqualTo(1);
    assertThat(data(reader)).isEqualTo("b");
    assertThat(data(reader)).isEqualTo("c");
    assertThat(source.reads()).isEqualTo(2);
    assertThat(data(reader)).isEqualTo("d");
    assertThat(data(reader)).isEqualTo("end");
    assertThat(data(reader)).isEqualTo("end");
  }

  @Test
  void nothingIsReadAfterTheMarker() throws IOException {
    ChunkSource source = chunks("data: a\n\n", "data: [DONE]\n\n", "data: b\n\n");
    StreamReader<ServerEvent> reader = reader(source);
    assertThat(data(reader)).isEqualTo("a");
    assertThat(data(reader)).isEqualTo("end");
    assertThat(data(reader)).isEqualTo("end");
    assertThat(source.reads()).isEqualTo(2);
  }

  @Test
  void brokenSourceIsNeverAQuietEnd() throws IOException {
    ForwardingSource broken = new ForwardingSource(chunks("data: a\n\ndata: b\n")) {
      private int reads;

      @Override
      public long read(Buffer sink, long byteCount) throws IOException {
        if (++reads == 2) {
          throw new IOException("reset");
        }
        return super.read(sink, byteCount);
      }
    };
    StreamReader<ServerEvent> reader = reader(broken);
    assertThat(data(reader)).isEqualTo("a");
    Throwable first = catchThrowable(reader::next);
    assertThat(first).isInstanceOf(IOException.class).hasMessage("reset");
    assertThat(catchThrowable(reader::next)).isSameAs(first);
  }

  @Test
  void linesAreReadLikeEvents() throws IOException {
    ChunkSource source = chunks("{\"a\":", "1}\n{\"b\":2}\n", "{\"c\":3}");
    StreamReader<ByteString> reader =
        new StreamReader<>(Okio.buffer(source), new NdjsonDecoder(100, null));
    assertThat(reader.next()).isEqualTo(ByteString.encodeUtf8("{\"a\":1}"));
    assertThat(reader.next()).isEqualTo(ByteString.encodeUtf8("{\"b\":2}"));
    assertThat(source.reads()).isEqualTo(2);
    assertThat(reader.next()).isEqualTo(ByteString.encodeUtf8("{\"c\":3}"));
    assertThat(reader.next()).isNull();
    assertThat(List.of(source.reads())).containsExactly(3);
  }
}
