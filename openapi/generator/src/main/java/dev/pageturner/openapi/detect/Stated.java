package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Problem;

/** What an extension says of an operation. */
sealed interface Stated {
  /** It pages, in this way. */
  record Pages(Finding finding) implements Stated {}

  /** All that there is comes in one page. */
  record OnePage() implements Stated {}

  /**
   * It says something that is not understood, so that the other evidence decides.
   *
   * @param problem what is not, a warning
   */
  record Refused(Problem problem) implements Stated {
    /** Says what is not understood, and where. */
    static Refused at(Location location, String message) {
      return new Refused(
          Problem.warning(location, message + "; how the operation pages is detected instead"));
    }
  }
}
