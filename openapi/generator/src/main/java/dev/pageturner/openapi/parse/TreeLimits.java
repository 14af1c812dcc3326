package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Place;

/**
 * Bounds that no honest document comes near and that keep a hostile one from using up the machine.
 */
final class TreeLimits {
  /** Levels of nesting; real documents stay below 60. */
  static final int MAX_DEPTH = 500;

  /**
   * Bytes of a file after unpacking, 128 MiB at most: a document of 35 MB is the largest seen, and
   * a file that unpacks to more than this is a bomb. In a small heap less, as text and nodes have
   * to fit in.
   */
  static final int MAX_BYTES = (int) Math.min(128 << 20, heap() / 10);

  /** Nodes of a file, of which each takes some 250 bytes. */
  static final long MAX_NODES = heap() / 512;

  /** Nodes that aliases may add to a file. */
  static final int MAX_ALIASED_NODES = 1_000_000;

  private TreeLimits() {}

  private static long heap() {
    return Runtime.getRuntime().maxMemory();
  }

  /** {@return what a file is that has too much for this heap, and how to read it all the same} */
  static String tooLarge() {
    return "larger than " + (MAX_BYTES >> 20) + " MiB or " + MAX_NODES + " values, the most for a"
        + " heap of " + (heap() >> 20) + " MiB; java -Xmx sets its size";
  }

  static void checkNodes(long nodes, Place place) throws SyntaxException {
    if (nodes > MAX_NODES) {
      throw new SyntaxException(
          new Location(place.file(), place.location().line(), ""), tooLarge());
    }
  }

  static void checkDepth(int depth, Place place) throws SyntaxException {
    if (depth > MAX_DEPTH) {
      // Not the whole pointer: it has hundreds of names.
      throw new SyntaxException(
          new Location(place.file(), place.location().line(), ""),
          "nested deeper than " + MAX_DEPTH + " levels");
    }
  }
}
