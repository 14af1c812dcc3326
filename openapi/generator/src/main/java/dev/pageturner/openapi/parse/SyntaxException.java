package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Problem;

/** One file can't be read as JSON or YAML. */
final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  SyntaxException(Location location, String message) {
    super(message);
    this.problem = Problem.error(location, message);
  }

  Problem problem() {
    return problem;
  }
}
