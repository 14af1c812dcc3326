package dev.pageturner.pagination;

import dev.pageturner.internal.json.PathExpression;

/**
 * Where a value is in a JSON document.
 *
 * <p>Written as a JSONPath that leads to one value ({@code $.paging.next},
 * {@code $['@odata.nextLink']}, {@code $.link[?relation=next].url}), as a JSON Pointer
 * ({@code /paging/next}), or bare ({@code paging.next}, split at the dots: a name with a dot needs
 * one of the other forms).
 *
 * @param text the path as it was written
 */
public record JsonPath(String text) {
  /**
   * Checks the path and brings it into one form.
   *
   * @throws IllegalArgumentException if it is not such a path; the message says at which character
   */
  public JsonPath {
    text = PathExpression.parse(text).toString();
  }

  /** {@return the path as it was written, checked} */
  public static JsonPath of(String text) {
    return new JsonPath(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
