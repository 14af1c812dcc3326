package dev.pageturner.pagination;

/**
 * A value that says whether there are more pages: a boolean, 0 or 1, or either as text.
 *
 * @param source where it is
 * @param negated whether true means the end, as in {@code done} or {@code isLast}
 */
public record Flag(Source source, boolean negated) {
  @Override
  public String toString() {
    return (negated ? "until " : "while ") + source;
  }
}
