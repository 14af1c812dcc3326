package dev.pageturner.batch;

import dev.pageturner.position.Checkpoint;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the checkpoint of one list is kept between two runs.
 *
 * <p>Write another one to keep it elsewhere, such as in the database that takes the items. All
 * methods throw {@code PageturnerException.Storage} if the store cannot be read or written.
 */
public interface CheckpointStore {
  /**
   * {@return the checkpoint saved last, if there is one}
   *
   * @throws dev.pageturner.error.PageturnerException.BadCheckpoint if there is something, and it is
   *     not a checkpoint; a list is never started afresh for that
   */
  Optional<Checkpoint> load();

  /** Keeps {@code checkpoint} instead of the former one, durably, when it returns. */
  void save(Checkpoint checkpoint);

  /** Forgets the checkpoint, if there is one: the next run starts afresh. */
  void clear();

  /**
   * {@return a store that keeps the checkpoint in a file of one line}
   *
   * <p>A process that is killed, or a machine that loses power, leaves the former checkpoint or the
   * new one, never a part: it is written to a file next to it, named {@code .<name>.tmp}, forced to
   * the disk and renamed. A file of that name that was left behind is replaced. A symbolic link
   * stays, and the file that it leads to is replaced; owner, group and mode of a file stay. One
   * process at a time may write. The content is checked when it is loaded: cut, empty, larger than
   * 4 MiB, not text, or of another version is a {@code BadCheckpoint} that names the file. No file
   * is no checkpoint. An interrupt does not keep a checkpoint from being saved. Safe for use by
   * several threads.
   *
   * @param path in a directory that exists, of the default file system
   */
  static CheckpointStore file(Path path) {
    return new FileCheckpointStore(path);
  }

  /** {@return a store that lasts as long as the process, for tests; safe for several threads} */
  static CheckpointStore memory() {
    return new MemoryCheckpointStore();
  }
}
