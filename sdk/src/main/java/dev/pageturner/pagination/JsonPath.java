package dev.pageturner.pagination;

import dev.pageturner.internal.json.PathExpression;
import java.util.ArrayList;
import java.util.List;

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

  /** {@return the path from member to member: {@code $.meta.next} of {@code meta}, {@code next}} */
  public static JsonPath ofNames(List<String> names) {
    List<PathExpression.Step> steps = new ArrayList<>();
    names.forEach(name -> steps.add(new PathExpression.Name(name)));
    return new JsonPath(PathExpression.of(steps).toString());
  }

  /**
   * {@return the names of the members on the way, from the root; empty for the root}
   *
   * <p>A step to an element of an array, by its index or by a filter, has no name and is left out.
   */
  public List<String> names() {
    return PathExpression.parse(text).steps().stream()
        .filter(PathExpression.Name.class::isInstance)
        .map(step -> ((PathExpression.Name) step).name())
        .toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
