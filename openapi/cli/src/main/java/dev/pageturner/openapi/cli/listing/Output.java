package dev.pageturner.openapi.cli.listing;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.lines.JsonLinesWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the lines go: standard output, or a file that can be cut back. Safe for threads. */
final class Output implements AutoCloseable {
  private final JsonLinesWriter<RawJson> lines;
  private final @Nullable Path file;
  private final boolean shown;
  private PageturnerException.@Nullable Storage failure;

  private Output(JsonLinesWriter<RawJson> lines, @Nullable Path file, boolean shown) {
    this.lines = lines;
    this.file = file;
    this.shown = shown;
  }

  /** {@return the output of a run} */
  static Output open(Optional<Path> file, Optional<RunState> resumed, Console console) {
    var builder = JsonLinesWriter.of(RawJson.class);
    if (file.isEmpty()) {
      return new Output(
          builder.to(new LeftOpen(console.out())), null, console.shown().getAsBoolean());
    }
    Path path = file.get();
    return new Output(
        resumed
            .map(state -> builder.append(path, state.bytes()))
            .orElseGet(() -> builder.create(path)),
        path,
        false);
  }

  synchronized void write(RawJson json) {
    RawJson line = Compacted.of(json);
    noting(() -> lines.write(shown ? Console.text(line) : line));
  }

  /** What failed once is not tried again: a stream may be half written. */
  private void noting(Runnable writing) {
    if (failure != null) {
      throw failure;
    }
    try {
      writing.run();
    } catch (PageturnerException.Storage e) {
      failure = named(e);
      throw failure;
    }
  }

  private PageturnerException.Storage named(PageturnerException.Storage e) {
    return file == null
        ? new PageturnerException.Storage("standard output cannot be written", e.getCause())
        : e;
  }

  /**
   * Lets whoever reads standard output see all that was written; a file can wait. A failure shows
   * with the next line, since nobody here could take it.
   */
  synchronized void show() {
    if (file == null && failure == null) {
      try {
        lines.flush();
      } catch (PageturnerException.Storage e) {
        failure = named(e);
      }
    }
  }

  /** {@return the length of the file, all of which the disk has now} */
  synchronized long commit() {
    noting(lines::flush);
    // A device or a pipe keeps nothing.
    if (file != null && Files.isRegularFile(file)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(false);
      } catch (IOException e) {
        throw new PageturnerException.Storage(file + " cannot be written", e);
      }
    }
    return lines.position();
  }

  @Override
  public synchronized void close() {
    try {
      lines.close();
    } catch (PageturnerException.Storage e) {
      if (failure == null) {
        throw e;
      }
    }
  }

  /** {@return whether this is the failure of a reader who has had enough, such as head} */
  boolean isReaderGone(PageturnerException e) {
    return file == null
        && e instanceof PageturnerException.Storage
        && StandardOutput.isReaderGone(e.getCause());
  }

  /** The process's own stream outlives the run. */
  private static final class LeftOpen extends FilterOutputStream {
    LeftOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
