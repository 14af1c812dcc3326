package dev.pageturner.openapi.detect;

import java.util.List;

/**
 * One value in the body of a response.
 *
 * @param path the names that lead to it, empty for the body itself
 * @param shape what the document says about it
 */
record AnswerField(List<String> path, Shape shape) {

  Name name() {
    return Name.of(key());
  }

  String key() {
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  Name parentName() {
    return Name.of(path.size() < 2 ? "" : path.get(path.size() - 2));
  }

  List<String> parent() {
    return path.isEmpty() ? path : path.subList(0, path.size() - 1);
  }

  boolean isBeside(AnswerField other) {
    return !path.isEmpty() && !other.path.isEmpty() && parent().equals(other.parent());
  }

  /** {@return the path in JSONPath: {@code $.meta.next}, {@code $['odata.nextLink']}} */
  String jsonPath() {
    StringBuilder text = new StringBuilder("$");
    for (String key : path) {
      boolean plain = key.matches("[A-Za-z_][A-Za-z0-9_]*");
      text.append(plain ? "." + key : "['" + key.replace("\\", "\\\\").replace("'", "\\'") + "']");
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return jsonPath();
  }
}
