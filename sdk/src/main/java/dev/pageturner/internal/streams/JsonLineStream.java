package dev.pageturner.internal.streams;

import com.squareup.moshi.JsonAdapter;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.internal.events.JsonRecords;
import dev.pageturner.internal.events.StreamReader;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import java.io.IOException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Newline-delimited JSON, or a JSON text sequence, over HTTP as a lazy sequence.
 *
 * @param source where the stream comes from
 * @param adapter decodes a line
 * @param maxLineBytes the longest line or record
 * @param <T> the items
 */
public record JsonLineStream<T>(StreamSource source, JsonAdapter<T> adapter, int maxLineBytes)
    implements LazyIterable<T> {
  @Override
  public CloseableIterator<T> iterator() {
    return new Lines<>(this);
  }

  @Override
  public String toString() {
    return "lines of " + source.call();
  }

  /** One traversal: one connection. */
  private static final class Lines<T> extends StreamIterator<T> {
    private final JsonLineStream<T> lines;
    private @Nullable OpenStream stream;
    private @Nullable JsonRecords decoder;
    private @Nullable StreamReader<ByteString> reader;

    Lines(JsonLineStream<T> lines) {
      this.lines = lines;
    }

    @Override
    @Nullable
    T read() throws IOException {
      if (reader == null) {
        OpenStream open = lines.source().open("", lines.source().call(), cancel());
        hold(open);
        stream = open;
        decoder =
            JsonRecords.of(open.subtype(), lines.maxLineBytes(), open.exchange().info());
        reader = new StreamReader<>(open.source(), decoder);
      }
      ByteString line = reader.next();
      return line == null ? null : decoded(line);
    }

    private T decoded(ByteString line) {
      String place = decoder == null ? "" : decoder.last();
      RequestInfo request = stream == null ? null : stream.exchange().info();
      return JsonLine.decoded(line, place, lines.adapter(), request);
    }

    @Override
    PageturnerException error(IOException e) {
      return stream == null
          ? new PageturnerException.Transport(Kind.TRANSPORT, "no stream", e, null)
          : stream.exchange().bodyError(e);
    }
  }
}
