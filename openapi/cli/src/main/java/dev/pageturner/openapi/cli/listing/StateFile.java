package dev.pageturner.openapi.cli.listing;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.files.ReplacedFile;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps a {@link RunState}: after a crash at any point the old one is there, or the new one. */
final class StateFile {
  private static final int LONGEST = 4 << 20;

  private final Path file;

  StateFile(Path file) {
    this.file = file.toAbsolutePath();
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
      ReplacedFile.write(file, (state + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new PageturnerException.Storage("the checkpoint " + file + " cannot be written", e);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
