package dev.pageturner.openapi.detect;

import dev.pageturner.pagination.JsonPath;
import java.util.List;

/** One value in the body of a response. */
final class AnswerField {
  private static final Name NONE = Name.of("");

  private final List<String> path;
  private final Shape shape;
  private final Name name;
  private final Name parentName;

  /**
   * Makes a field.
   *
   * @param path the names that lead to it, empty for the body itself
   * @param shape what the document says about it
   */
  AnswerField(List<String> path, Shape shape) {
    this.path = List.copyOf(path);
    this.shape = shape;
    this.name = path.isEmpty() ? NONE : Name.of(path.get(path.size() - 1));
    this.parentName = path.size() < 2 ? NONE : Name.of(path.get(path.size() - 2));
  }

  List<String> path() {
    return path;
  }

  Shape shape() {
    return shape;
  }

  Name name() {
    return name;
  }

  Name parentName() {
    return parentName;
  }

  String key() {
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  List<String> parent() {
    return path.isEmpty() ? path : path.subList(0, path.size() - 1);
  }

  boolean isBeside(AnswerField other) {
    return !path.isEmpty() && !other.path.isEmpty() && parent().equals(other.parent());
  }

  /** {@return the path in JSONPath: {@code $.meta.next}, {@code $['odata.nextLink']}} */
  String jsonPath() {
    return JsonPath.ofNames(path).text();
  }

  @Override
  public String toString() {
    return jsonPath();
  }
}
