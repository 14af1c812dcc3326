package dev.pageturner.lines;

import dev.pageturner.error.PageturnerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is written under another name first, and takes the place of the old one at once. */
final class ReplacedFile implements AutoCloseable {
  private final Path file;
  private final Path written;

  /** Creates the other file, in the same folder. What is no plain file is written directly. */
  ReplacedFile(Path file) {
    try {
      this.file = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
      this.written = isSpecial(this.file) ? this.file : sibling(this.file);
    } catch (IOException e) {
      throw storage(file, e);
    }
  }

  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  private static Path sibling(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path sibling;
    int number = 0;
    do {
      sibling = absolute.resolveSibling("." + absolute.getFileName() + "." + number++ + ".part");
    } while (!created(sibling));
    return sibling;
  }

  // Not Files.createTempFile: its files are for their owner only, and so would be the result.
  private static boolean created(Path file) throws IOException {
    if (Files.exists(file)) {
      return false;
    }
    Files.createFile(file);
    return true;
  }

  LineTarget target() {
    LineTarget target = LineTarget.create(written);
    return new LineTarget(file.toString(), target.out(), 0, LineTarget.isGzip(file));
  }

  /** Puts the file, which is closed by now, in its place. */
  void commit() {
    if (written.equals(file)) {
      return;
    }
    try {
      // Else a power failure could leave the new name with nothing behind it.
      try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw storage(file, e);
    }
  }

  private static PageturnerException.Storage storage(Path file, IOException e) {
    return new PageturnerException.Storage(file + " cannot be written", e);
  }

  /** Deletes what was not put in its place. */
  @Override
  public void close() {
    if (written.equals(file)) {
      return;
    }
    try {
      Files.deleteIfExists(written);
    } catch (IOException e) {
      throw storage(written, e);
    }
  }
}
