package dev.pageturner.openapi.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an API is.
 *
 * @param url the URL, perhaps relative, with {@code {variables}}
 * @param description prose, in CommonMark
 * @param variables the variables of the URL
 */
public record Server(String url, Optional<String> description, Map<String, Variable> variables) {
  /**
   * A variable of a server's URL.
   *
   * @param defaultValue its value unless another is chosen
   * @param values the values it may have, empty for any
   * @param description prose, in CommonMark
   */
  public record Variable(String defaultValue, List<String> values, Optional<String> description) {}
}
