package dev.pageturner.openapi.cli.listing;

import dev.pageturner.error.PageturnerException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/** Keeps a {@link RunState}: after a crash at any point the old one is there, or the new one. */
final class StateFile {
  private static final int LONGEST = 4 << 20;

  private final Path file;
  private final Path written;

  StateFile(Path file) {
    this.file = file.toAbsolutePath();
    this.written = this.file.resolveSibling("." + this.file.getFileName() + ".part");
  }

  boolean exists() {
    return Files.exists(file);
  }

  Optional<RunState> load() {
    if (!exists()) {
      return Optional.empty();
    }
    try (InputStream in = new FileInputStream(file.toFile())) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(LONGEST));
      return Optional.of(
          RunState.parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      String reason = e instanceof CharacterCodingException ? "it is not text" : e.getMessage();
      throw new PageturnerException.BadCheckpoint(
          "the checkpoint " + file + " cannot be used: " + reason, e);
    } catch (IOException e) {
      throw new PageturnerException.Storage("the checkpoint " + file + " cannot be read", e);
    }
  }

  void save(RunState state) {
    try {
      ByteBuffer line = ByteBuffer.wrap((state + "\n").getBytes(StandardCharsets.UTF_8));
      try (FileChannel channel = FileChannel.open(
          written,
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING)) {
        while (line.hasRemaining()) {
          channel.write(line);
        }
        channel.force(true);
      }
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      forceFolder();
    } catch (IOException e) {
      throw new PageturnerException.Storage("the checkpoint " + file + " cannot be written", e);
    }
  }

  /** Else a power failure could undo the new name, though not damage it. */
  private void forceFolder() {
    try (FileChannel folder = FileChannel.open(Objects.requireNonNull(file.getParent()))) {
      folder.force(true);
    } catch (IOException e) {
      return; // Not all systems open folders.
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
