package dev.pageturner.batch;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file whose content is replaced as a whole: at any moment it is the old one or the new one. */
final class ReplacedFile {
  private final Path path;
  // One fixed name, so that what killed writers leave behind does not pile up.
  private final Path fresh;

  ReplacedFile(Path absolute) {
    if (absolute.getFileName() == null) {
      throw new IllegalArgumentException("not a file: " + absolute);
    }
    this.path = absolute;
    this.fresh = absolute.resolveSibling("." + absolute.getFileName() + ".tmp");
  }

  void write(byte[] content) throws IOException {
    writeFresh(content);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    forceDirectory();
  }

  private void writeFresh(byte[] content) throws IOException {
    // Made anew, since what was left there may be a link to elsewhere.
    Files.deleteIfExists(fresh);
    Files.createFile(fresh);
    // Not through a channel: writing to one fails in a thread whose interrupt flag is set, which is
    // when a checkpoint is needed most.
    try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
      out.write(content);
      out.getFD().sync();
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(fresh);
    Files.deleteIfExists(path);
    forceDirectory();
  }

  // A rename is on the disk once its directory is. Not every platform lets a directory be opened,
  // and without it the file still is the old one or the new one.
  private void forceDirectory() {
    boolean interrupted = Thread.interrupted();
    try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException unsupported) {
      return;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
