package dev.pageturner.openapi.detect;

/**
 * A boolean of the response that tells the last page.
 *
 * @param path where it is, in JSONPath
 * @param negated whether true means that this was the last page
 */
public record EndFlag(String path, boolean negated) {
  /** {@return the path, with an exclamation mark before it when true means the end} */
  @Override
  public String toString() {
    return negated ? "!" + path : path;
  }
}
