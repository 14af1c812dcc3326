package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a document, each problem once. */
final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  void error(Location location, String message) {
    found.add(Problem.error(location, message));
  }

  void warning(Location location, String message) {
    found.add(Problem.warning(location, message));
  }

  void add(Problem problem) {
    found.add(problem);
  }

  List<Problem> all() {
    return new ArrayList<>(found);
  }

  void throwIfBroken() {
    List<Problem> errors = found.stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .toList();
    if (!errors.isEmpty()) {
      throw new InvalidDocumentException(errors);
    }
  }
}
