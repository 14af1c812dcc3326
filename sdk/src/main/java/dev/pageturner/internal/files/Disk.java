package dev.pageturner.internal.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The steps after which a machine may lose power; a test sees them in their order. */
interface Disk {
  /** Returns when the content that was written is on the disk. */
  void force(FileOutputStream file) throws IOException;

  /** Gives a file another's name, in one step. */
  void rename(Path from, Path to) throws IOException;

  /** Returns when the names in a folder are on the disk. */
  void forceNames(Path folder);

  /** The machine's own. */
  Disk SYSTEM = new Disk() {
    @Override
    public void force(FileOutputStream file) throws IOException {
      file.getFD().sync();
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    // Not every platform lets a folder be opened; without it the file still is the old or the new.
    @Override
    public void forceNames(Path folder) {
      // A channel would be closed by the flag, and it must not be lost.
      boolean interrupted = Thread.interrupted();
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException unsupported) {
        return;
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  };
}
