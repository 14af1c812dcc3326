package dev.pageturner.batch;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.files.ReplacedFile;
import dev.pageturner.position.Checkpoint;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps the checkpoint as a line of text; all that is read is distrusted. */
final class FileCheckpointStore implements CheckpointStore {
  // The text of a checkpoint has at most 2^20 characters, of at most 3 bytes each.
  private static final int MAX_BYTES = 4 << 20;

  private final Path path;
  private final ReentrantLock writing = new ReentrantLock();

  FileCheckpointStore(Path path) {
    if (path.toAbsolutePath().getFileName() == null) {
      throw new IllegalArgumentException("not a file: " + path);
    }
    this.path = path;
  }

  @Override
  public Optional<Checkpoint> load() {
    // Not through a channel: reading one fails in a thread whose interrupt flag is set.
    try (InputStream in = new FileInputStream(path.toFile())) {
      return Optional.of(parse(in.readNBytes(MAX_BYTES + 1)));
    } catch (FileNotFoundException e) {
      if (Files.notExists(path)) {
        return Optional.empty();
      }
      throw unusable("read", e);
    } catch (IOException e) {
      throw unusable("read", e);
    }
  }

  private Checkpoint parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw bad("it has more than " + MAX_BYTES + " bytes", null);
    }
    try {
      ByteBuffer text = ByteBuffer.wrap(bytes);
      return Checkpoint.parse(StandardCharsets.UTF_8.newDecoder().decode(text).toString());
    } catch (CharacterCodingException e) {
      throw bad("it is not text in UTF-8", e);
    } catch (IllegalArgumentException e) {
      throw bad(bytes.length == 0 ? "it is empty" : String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void save(Checkpoint checkpoint) {
    byte[] line = (checkpoint + "\n").getBytes(StandardCharsets.UTF_8);
    parse(line); // What cannot be loaded again must not replace what can.
    locked(() -> ReplacedFile.write(path, line));
  }

  @Override
  public void clear() {
    locked(() -> ReplacedFile.delete(path));
  }

  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }

  private void locked(Change change) {
    writing.lock();
    try {
      change.make();
    } catch (IOException e) {
      throw unusable("written", e);
    } finally {
      writing.unlock();
    }
  }

  private PageturnerException bad(String reason, @Nullable Throwable cause) {
    return new PageturnerException.BadCheckpoint(
        "the checkpoint file " + path + " cannot be used: " + reason, cause);
  }

  private PageturnerException unusable(String verb, IOException cause) {
    return new PageturnerException.Storage(
        "the checkpoint file " + path + " could not be " + verb, cause);
  }
}
