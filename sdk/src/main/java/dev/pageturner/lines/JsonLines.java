package dev.pageturner.lines;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.ExactJson;
import dev.pageturner.sequence.LazyIterable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * JSON Lines: UTF-8 text with one JSON value on each line, plain or compressed by gzip.
 *
 * <p>A reader is immutable, and its methods that set something return another one. Compression is
 * recognised by its first bytes, whatever the name; several members are joined. Lines end with a
 * line feed, with or without a carriage return before it; the last one needs none. Blank lines and
 * a byte order mark at the very beginning are passed over. Each line is checked strictly (RFC 8259,
 * UTF-8, nesting of at most 255); of several members of one name the last counts for
 * {@link dev.pageturner.json.RawJson}, and what Moshi does for other types.
 *
 * <p>Reading throws {@link PageturnerException.Content} for a line that is no JSON, has two values,
 * is cut, too long or not of the type, and for compressed data that is cut or damaged: never is
 * such an end taken for the end of the list. {@link PageturnerException.Storage} says that the
 * source could not be read. The messages name the line, counted from 1, and the bytes before it
 * (after decompression), and never the content. After an error the iterator repeats it.
 */
public final class JsonLines {
  /** The greatest length of a line unless another is set: 16 MiB. */
  public static final int DEFAULT_MAX_LINE_LENGTH = 16 << 20;

  /** Opens the same stream of bytes at each call, so that it can be read more than once. */
  @FunctionalInterface
  public interface Opener {
    /**
     * {@return a stream at its beginning, which the reader closes}
     *
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;
  }

  /**
   * A line that was skipped.
   *
   * @param number the number of the line, from 1; blank lines count
   * @param offset the bytes before the line; of compressed data, those that it decompresses to
   * @param error what is wrong with it, in a message without its content
   */
  public record BadLine(long number, long offset, PageturnerException.Content error) {}

  private final LineSource source;
  private final Moshi moshi;
  private final int maxLineLength;
  private final @Nullable Consumer<? super BadLine> skipped;

  private JsonLines(
      LineSource source,
      Moshi moshi,
      int maxLineLength,
      @Nullable Consumer<? super BadLine> skipped) {
    this.source = source;
    this.moshi = moshi;
    this.maxLineLength = maxLineLength;
    this.skipped = skipped;
  }

  private static JsonLines from(LineSource source) {
    return new JsonLines(source, exact(new Moshi.Builder().build()), DEFAULT_MAX_LINE_LENGTH, null);
  }

  static Moshi exact(Moshi moshi) {
    return moshi.newBuilder().add(ExactJson.factory()).build();
  }

  /** {@return a reader of a file, which each iterator opens anew} */
  public static JsonLines from(Path file) {
    return from(LineSource.of(file));
  }

  /** {@return a reader of a stream, which each iterator opens anew} */
  public static JsonLines from(Opener opener) {
    return from(LineSource.of(opener));
  }

  /**
   * {@return a reader of a stream that cannot be opened again: its second iterator is an
   * {@link IllegalStateException}}
   *
   * @param in the stream, which is closed at the end and by the iterator's {@code close()}
   */
  public static JsonLines once(InputStream in) {
    return from(LineSource.once(in));
  }

  /** Decodes with this Moshi, to which the adapters of {@link ExactJson} are added last. */
  public JsonLines moshi(Moshi moshi) {
    return new JsonLines(source, exact(moshi), maxLineLength, skipped);
  }

  /**
   * Sets the greatest length of a line in bytes, without its line end. A longer one is an error, at
   * the cost of as much memory as this.
   */
  public JsonLines maxLineLength(int bytes) {
    return new JsonLines(source, moshi, LineLengths.check(bytes), skipped);
  }

  /**
   * Goes on after a bad line, having told {@code handler} about it; the rest of a line that is too
   * long is passed over. What is wrong with the source as a whole is thrown all the same: that it
   * cannot be read, that compressed data is damaged, that the text is UTF-16.
   */
  public JsonLines skipBadLines(Consumer<? super BadLine> handler) {
    Objects.requireNonNull(handler, "handler");
    return new JsonLines(source, moshi, maxLineLength, handler);
  }

  /**
   * {@return the values of all lines, decoded one by one as they are asked for}
   *
   * <p>Nothing is opened before the first {@code hasNext()}. The iterable may be shared between
   * threads. An iterator that is not read to its end should be closed.
   *
   * @param type the type of a value, such as a record or {@link dev.pageturner.json.RawJson}
   * @throws IllegalArgumentException if there is no adapter for the type
   */
  public <T> LazyIterable<T> as(Class<T> type) {
    return as((Type) type);
  }

  /** {@return the values of all lines; see {@link #as(Class)}} */
  public <T> LazyIterable<T> as(Type type) {
    JsonAdapter<T> adapter = moshi.adapter(type);
    return () ->
        new LineIterator<>(source.claim(), maxLineLength, new JsonLineDecoder<>(adapter), skipped);
  }

  /**
   * Writes a file of items, whole or not at all: until the last item is written the file is as it
   * was. A name that ends in {@code .gz} makes it gzip.
   *
   * @return how many items were written
   * @throws PageturnerException.Content if an item cannot be written as JSON
   * @throws PageturnerException.Storage if the file cannot be written
   */
  public static <T> long write(Path file, Iterable<? extends T> items, Class<T> type) {
    return JsonLinesWriter.of(type).write(file, items);
  }

  /** Writes items to a stream, which is flushed and not closed; see {@link JsonLinesWriter}. */
  public static <T> long write(OutputStream out, Iterable<? extends T> items, Class<T> type) {
    JsonLinesWriter<T> writer = JsonLinesWriter.of(type).to(out);
    items.forEach(writer::write);
    writer.flush();
    return writer.count();
  }
}
