package dev.pageturner.openapi.model;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be used; its message has one line for each problem. */
public final class InvalidDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private final transient List<Problem> problems;

  /** Says what is wrong. */
  public InvalidDocumentException(List<Problem> problems) {
    super(inWords(problems));
    this.problems = List.copyOf(problems);
  }

  /** {@return the errors, in the order they were found} */
  public List<Problem> problems() {
    return problems;
  }

  private static String inWords(List<Problem> problems) {
    String shown =
        problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
    int more = problems.size() - SHOWN;
    return more > 0 ? shown + "\nand " + more + " more" : shown;
  }
}
