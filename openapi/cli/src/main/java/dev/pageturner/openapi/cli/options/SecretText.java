package dev.pageturner.openapi.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A secret as it is said: {@code @FILE}, {@code env:NAME}, or the text itself, which other users of
 * the machine can see while the command runs.
 */
public final class SecretText implements Supplier<String> {
  private final String known;
  private final @Nullable Path file;

  private SecretText(String known, @Nullable Path file) {
    this.known = known;
    this.file = file;
  }

  /**
   * Reads the form.
   *
   * @param said what was said
   * @param environment the environment's variables
   * @throws IllegalArgumentException if file or variable is missing; the message has no secret
   */
  public static SecretText of(String said, Map<String, String> environment) {
    if (said.startsWith("@")) {
      return ofFile(said.substring(1));
    } else if (said.startsWith("env:")) {
      String name = said.substring("env:".length());
      return new SecretText(
          Optional.ofNullable(environment.get(name))
              .orElseThrow(
                  () -> new IllegalArgumentException("there is no environment variable " + name)),
          null);
    }
    return new SecretText(said, null);
  }

  private static SecretText ofFile(String name) {
    try {
      Path file = Path.of(name);
      return new SecretText(read(file), file);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("the file " + name + " cannot be read", e);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).strip();
  }

  /** {@return the secret; of a file, what is in it now, since a token may be renewed meanwhile} */
  @Override
  public String get() {
    if (file == null) {
      return known;
    }
    try {
      return read(file);
    } catch (IOException e) {
      return known;
    }
  }

  /** {@return what the first is, or the second where it is missing} */
  static String required(@Nullable SecretText secret, String option) {
    if (secret == null) {
      throw new IllegalArgumentException(option + " is missing");
    }
    return Objects.requireNonNull(secret.get());
  }

  @Override
  public String toString() {
    return "***";
  }
}
