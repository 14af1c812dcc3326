package dev.pageturner.lines;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.json.LineReader;
import dev.pageturner.lines.JsonLines.BadLine;
import dev.pageturner.sequence.CloseableIterator;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One traversal of a source, line by line. */
final class LineIterator<T> implements CloseableIterator<T> {
  private final LineSource source;
  private final int maxLength;
  private final LineDecoder<T> decoder;
  private final @Nullable Consumer<? super BadLine> skipped;

  private volatile @Nullable LineReader lines;
  private volatile boolean closed;
  private @Nullable T next;
  private @Nullable RuntimeException failure;

  LineIterator(
      LineSource source,
      int maxLength,
      LineDecoder<T> decoder,
      @Nullable Consumer<? super BadLine> skipped) {
    this.source = source;
    this.maxLength = maxLength;
    this.decoder = decoder;
    this.skipped = skipped;
  }

  @Override
  public boolean hasNext() {
    if (closed) {
      return false;
    }
    // After an error there is no quiet end.
    if (failure != null) {
      throw failure;
    }
    if (next == null) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T item = next;
    if (item == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return item;
  }

  private @Nullable T advance() {
    try {
      LineReader reader = open();
      while (reader.next()) {
        T item = decode(reader);
        if (item != null) {
          return item;
        }
      }
      close();
      return null;
    } catch (IOException e) {
      if (closed) {
        return null;
      }
      throw fail(fault(e));
    } catch (RuntimeException e) {
      throw fail(e);
    }
  }

  private LineReader open() throws IOException {
    LineReader reader = lines;
    if (reader == null) {
      reader = new LineReader(source.open(), maxLength);
      lines = reader;
      if (closed) {
        reader.close();
      }
    }
    return reader;
  }

  private @Nullable T decode(LineReader line) throws IOException {
    try {
      if (line.isTooLong()) {
        throw new LineFault(
            PageturnerException.Kind.TOO_LARGE, "longer than " + maxLength + " bytes", null, false);
      }
      return decoder.decode(line);
    } catch (LineFault e) {
      BadLine bad = new BadLine(line.number(), line.offset(), error(line, e));
      if (skipped == null || e.isWholeSource()) {
        throw bad.error();
      }
      skipped.accept(bad);
      return null;
    }
  }

  private PageturnerException.Content error(LineReader line, LineFault fault) {
    return new PageturnerException.Content(
        fault.kind(), where(line) + ": " + fault.getMessage(), fault.getCause(), null);
  }

  private String where(LineReader line) {
    return source + ", line " + line.number() + " (at byte " + line.offset() + ")";
  }

  private PageturnerException fault(IOException e) {
    LineReader reader = lines;
    String where = reader == null ? source.toString() : source + ", line " + reader.number();
    if (e instanceof BadGzip) {
      return new PageturnerException.Content(
          PageturnerException.Kind.PARSE, where + ": " + e.getMessage(), null, null);
    }
    if (e instanceof CharacterCodingException) {
      return new PageturnerException.Content(
          PageturnerException.Kind.PARSE, where + ": not in the charset", null, null);
    }
    if (isInterruption(e)) {
      Thread.currentThread().interrupt();
      return new PageturnerException.Cancelled(where + ": interrupted", e, null);
    }
    return new PageturnerException.Storage(where + ": cannot be read", e);
  }

  private static boolean isInterruption(IOException e) {
    return e instanceof ClosedByInterruptException
        || (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException));
  }

  private RuntimeException fail(RuntimeException e) {
    failure = e;
    release(e);
    return e;
  }

  private void release(@Nullable RuntimeException first) {
    LineReader reader = lines;
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      // Everything was read, or nothing more will be: closing can lose nothing.
      if (first != null) {
        first.addSuppressed(e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    release(null);
  }
}
