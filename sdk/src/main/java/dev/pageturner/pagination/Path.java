package dev.pageturner.pagination;

import dev.pageturner.internal.json.JsonPath;

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
public record Path(String text) {
  /**
   * Checks the path and brings it into one form.
   *
   * @throws IllegalArgumentException if it is not such a path; the message says at which character
   */
  public Path {
    text = JsonPath.parse(text).toString();
  }

  /** {@return the path as it was written, checked} */
  public static Path of(String text) {
    return new Path(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
