package dev.pageturner.openapi.spelling;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words that say no pagination. */
public final class WordException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  @Nullable
  private final String name;

  WordException(@Nullable String name, String message) {
    super(message);
    this.name = name;
  }

  /** {@return the name of the word that makes no sense, empty if it is several together} */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }
}
