package dev.pageturner.internal.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file whose content is replaced as a whole: whenever somebody looks, a process is killed or the
 * power fails, it is the old one or the new one, never a part and never missing.
 *
 * <p>The content is written to a file next to it, forced to the disk, and renamed; then the folder
 * is forced. The new file has the owner, group and mode of the old one, as far as the process may
 * give them. A symbolic link stays, and what it leads to is replaced, or created. What is no plain
 * file, such as a pipe, is written directly. A file that may not be written is not replaced. An
 * interrupt keeps nothing from being written.
 *
 * <p>Not safe for threads. Files of the default file system only.
 */
public final class ReplacedFile implements AutoCloseable {
  private static final int MOST_LINKS = 40;

  private final Path file;
  private final Path fresh;
  private final Disk disk;
  private final FileOutputStream out;

  private ReplacedFile(Path file, Path fresh, Disk disk) throws IOException {
    this.file = file;
    this.fresh = fresh;
    this.disk = disk;
    // Not through a channel: writing to one fails in a thread whose interrupt flag is set, which is
    // when a checkpoint is needed most.
    this.out = new FileOutputStream(fresh.toFile());
  }

  /** {@return a file to write, by as many writers as there may be; the last one to commit wins} */
  public static ReplacedFile open(Path path) throws IOException {
    Path file = behindLinks(path);
    if (isSpecial(file)) {
      return new ReplacedFile(file, file, Disk.SYSTEM);
    }
    return new ReplacedFile(file, numbered(file, rights(file)), Disk.SYSTEM);
  }

  /**
   * Writes a file that has one writer at a time. The file next to it has one name, so that what
   * killed writers leave behind does not pile up.
   */
  public static void write(Path path, byte[] content) throws IOException {
    write(path, content, Disk.SYSTEM);
  }

  static void write(Path path, byte[] content, Disk disk) throws IOException {
    Path file = behindLinks(path);
    Path fresh = beside(file, ".tmp");
    // Made anew, since what was left there may be a link to elsewhere.
    Files.deleteIfExists(fresh);
    rights(file).create(fresh);
    try (ReplacedFile replaced = new ReplacedFile(file, fresh, disk)) {
      replaced.out.write(content);
      replaced.commit();
    }
  }

  /** Deletes a file that {@link #write} wrote, and what a killed writer left beside it. */
  public static void delete(Path path) throws IOException {
    Path file = behindLinks(path);
    Files.deleteIfExists(beside(file, ".tmp"));
    Files.deleteIfExists(file);
    Disk.SYSTEM.forceNames(folder(file));
  }

  private static Path behindLinks(Path path) throws IOException {
    Path file = path.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(file); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(path.toString());
      }
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    return file;
  }

  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  // A rename needs no right to the file that it replaces.
  private static FileRights rights(Path file) throws IOException {
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    return FileRights.of(file);
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling("." + file.getFileName() + suffix);
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new AccessDeniedException(file.toString());
    }
    return folder;
  }

  private static Path numbered(Path file, FileRights rights) throws IOException {
    int number = 0;
    while (true) {
      Path fresh = beside(file, "." + number + ".part");
      try {
        rights.create(fresh);
        return fresh;
      } catch (FileAlreadyExistsException anotherWriters) {
        number++;
      }
    }
  }

  /**
   * {@return what to write the content to, without a buffer; closing it forces the content to the
   * disk}
   */
  public OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        finish();
      }
    };
  }

  private void finish() throws IOException {
    if (out.getChannel().isOpen() && !fresh.equals(file)) {
      disk.force(out);
    }
    out.close();
  }

  /** Puts what was written in the file's place. */
  public void commit() throws IOException {
    finish();
    if (!fresh.equals(file)) {
      disk.rename(fresh, file);
      disk.forceNames(folder(file));
    }
  }

  /** Deletes what was not put in its place. */
  @Override
  public void close() throws IOException {
    out.close();
    if (!fresh.equals(file)) {
      Files.deleteIfExists(fresh);
    }
  }
}
