package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Place;

/**
 * Bounds that no honest document comes near and that keep a hostile one from using up the machine.
 */
final class TreeLimits {
  /** Levels of nesting; real documents stay below 60. */
  static final int MAX_DEPTH = 500;

  /** Nodes that aliases may add to a file. */
  static final int MAX_ALIASED_NODES = 1_000_000;

  private TreeLimits() {}

  static void checkDepth(int depth, Place place) throws SyntaxException {
    if (depth > MAX_DEPTH) {
      // Not the whole pointer: it has hundreds of names.
      throw new SyntaxException(
          new Location(place.file(), place.location().line(), ""),
          "nested deeper than " + MAX_DEPTH + " levels");
    }
  }
}
