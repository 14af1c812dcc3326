package dev.pageturner.lines;

import dev.pageturner.error.PageturnerException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Where lines go to.
 *
 * @param name what to call it in messages
 * @param out what to write to
 * @param length the bytes that are there already
 * @param gzip whether to compress
 */
record LineTarget(String name, OutputStream out, long length, boolean gzip) {
  private static final Set<StandardOpenOption> WRITING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  /** What to do with a file that was opened, so that it ends where writing goes on. */
  private interface Preparation {
    void prepare(FileChannel file) throws IOException;
  }

  /** {@return a stream that becomes the content of a file} */
  static LineTarget of(Path path, OutputStream out) {
    return new LineTarget(path.toString(), out, 0, isGzip(path));
  }

  static LineTarget create(Path path) {
    return open(path, file -> file.truncate(0));
  }

  static LineTarget append(Path path) {
    if (isGzip(path)) {
      return open(path, file -> {});
    }
    return open(path, file -> LastLine.complete(file, path));
  }

  static LineTarget append(Path path, long length) {
    if (length < 0) {
      throw new IllegalArgumentException("length < 0: " + length);
    }
    return open(path, file -> {
      if (file.size() < length) {
        throw new PageturnerException.Storage(
            path + " has " + file.size() + " bytes, fewer than the " + length + " to go on after",
            null);
      }
      file.truncate(length);
    });
  }

  private static LineTarget open(Path path, Preparation preparation) {
    try {
      FileChannel file = FileChannel.open(path, WRITING);
      try {
        preparation.prepare(file);
        file.position(file.size());
        return new LineTarget(
            path.toString(), Channels.newOutputStream(file), file.size(), isGzip(path));
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new PageturnerException.Storage(path + " cannot be opened for writing", e);
    }
  }

  private static boolean isGzip(Path path) {
    return path.toString().endsWith(".gz");
  }
}
