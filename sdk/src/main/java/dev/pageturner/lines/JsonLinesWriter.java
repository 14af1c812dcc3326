package dev.pageturner.lines;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.files.ReplacedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes JSON Lines, one item after the other, to a file or a stream.
 *
 * <p>Each item becomes one line of valid UTF-8, checked before it is written: line ends that an
 * adapter puts between tokens become blanks, and an item that fails leaves nothing behind. To go on
 * after a crash, {@link #flush()}, store {@link #position()} next to the checkpoint, and start
 * again with {@link Builder#append(Path, long)}, which drops whatever was written after it.
 *
 * <p>A writer is for one thread. Its errors are {@link PageturnerException.Content} for an item and
 * {@link PageturnerException.Storage} for the file.
 *
 * @param <T> the items
 */
public final class JsonLinesWriter<T> implements AutoCloseable {
  private static final int BUFFER_SIZE = 1 << 16;

  private final JsonLineEncoder<T> encoder;
  private final String name;
  private final CountingOutput counting;
  private final OutputStream out;
  private long count;
  private boolean closed;

  private JsonLinesWriter(JsonAdapter<T> adapter, LineTarget target) {
    this.encoder = new JsonLineEncoder<>(adapter);
    this.name = target.name();
    // Counts what leaves the compression, and buffers behind it.
    this.counting =
        new CountingOutput(new BufferedOutputStream(target.out(), BUFFER_SIZE), target.length());
    this.out = target.gzip() ? new GzipOutput(counting) : counting;
  }

  /** {@return a builder of writers of items of a type} */
  public static <T> Builder<T> of(Class<T> type) {
    return of((Type) type);
  }

  /** {@return a builder of writers of items of a type, which may have type arguments} */
  public static <T> Builder<T> of(Type type) {
    return new Builder<>(type);
  }

  /**
   * Writes one line.
   *
   * @param item the item
   * @throws PageturnerException.Content if it cannot be written as JSON; the file is as before, and
   *     other items can follow
   * @throws PageturnerException.Storage if the file cannot be written; its end may be half a line
   */
  public void write(T item) {
    Objects.requireNonNull(item, "item");
    requireOpen();
    encoder.encode(item, count + 1);
    try {
      encoder.writeTo(out);
    } catch (IOException e) {
      throw storage(e);
    }
    count++;
  }

  /** {@return the items written by this writer} */
  public long count() {
    return count;
  }

  /**
   * Hands everything to the operating system. Compressed data gets a new gzip member, so call it
   * per page or batch, not per item.
   */
  public void flush() {
    requireOpen();
    try {
      out.flush();
    } catch (IOException e) {
      throw storage(e);
    }
  }

  /**
   * {@return the length of the file in bytes; of a stream, the bytes written to it}
   *
   * <p>A place to continue from if it is read right after {@link #flush()}.
   */
  public long position() {
    return counting.count();
  }

  /** Flushes and closes the file or stream. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      out.close();
    } catch (IOException e) {
      throw storage(e);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the writer is closed");
    }
  }

  private PageturnerException.Storage storage(IOException e) {
    return new PageturnerException.Storage(name + " cannot be written", e);
  }

  /**
   * Opens writers. A file whose name ends in {@code .gz} is written as gzip.
   *
   * @param <T> the items
   */
  public static final class Builder<T> {
    private final Type type;
    private Moshi moshi = JsonLines.exact(new Moshi.Builder().build());

    private Builder(Type type) {
      this.type = Objects.requireNonNull(type, "type");
    }

    /** Encodes with this Moshi, to which the exact adapters are added last. */
    public Builder<T> moshi(Moshi moshi) {
      this.moshi = JsonLines.exact(moshi);
      return this;
    }

    /** {@return a writer of an empty file; one of that name loses its content} */
    public JsonLinesWriter<T> create(Path file) {
      return new JsonLinesWriter<>(adapter(), LineTarget.create(file));
    }

    /**
     * {@return a writer that goes on at the end of a file, which need not exist}
     *
     * @throws PageturnerException.Content if the last line of a plain file is cut; the message
     *     names the length to give to {@link #append(Path, long)} in order to drop it
     */
    public JsonLinesWriter<T> append(Path file) {
      return new JsonLinesWriter<>(adapter(), LineTarget.append(file));
    }

    /**
     * {@return a writer that goes on after the first {@code length} bytes of a file and drops the
     * others}
     *
     * @param length a {@link #position()} after a {@link #flush()}
     * @throws PageturnerException.Storage if the file is shorter
     */
    public JsonLinesWriter<T> append(Path file, long length) {
      return new JsonLinesWriter<>(adapter(), LineTarget.append(file, length));
    }

    /** {@return a writer to a stream, uncompressed, which it closes} */
    public JsonLinesWriter<T> to(OutputStream out) {
      return new JsonLinesWriter<>(adapter(), new LineTarget("stream", out, 0, false));
    }

    /**
     * Writes a whole file: until the last item is written, and the disk has it, the file is as it
     * was. A symbolic link stays, and the file that it leads to is replaced; owner, group and mode
     * of a file stay.
     *
     * @return how many items were written
     */
    public long write(Path file, Iterable<? extends T> items) {
      try (ReplacedFile replaced = ReplacedFile.open(file)) {
        JsonLinesWriter<T> writer =
            new JsonLinesWriter<>(adapter(), LineTarget.of(file, replaced.out()));
        items.forEach(writer::write);
        writer.close();
        replaced.commit();
        return writer.count();
      } catch (IOException e) {
        throw new PageturnerException.Storage(file + " cannot be written", e);
      }
    }

    private JsonAdapter<T> adapter() {
      return moshi.adapter(type);
    }
  }
}
