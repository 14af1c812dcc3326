package dev.pageturner.openapi.model;

import java.util.Optional;

/**
 * A group of operations.
 *
 * @param name its name
 * @param summary a short name for people
 * @param description prose, in CommonMark
 * @param parent the name of the tag that it is a part of
 * @param kind what the tag is for: {@code nav}, {@code badge}, {@code audience} or another word
 */
public record Tag(
    String name,
    Optional<String> summary,
    Optional<String> description,
    Optional<String> parent,
    Optional<String> kind) {
  /** {@return whether people look for operations below this tag, rather than see it as a label} */
  public boolean isNavigation() {
    return kind.filter(word -> !word.equals("nav")).isEmpty();
  }
}
