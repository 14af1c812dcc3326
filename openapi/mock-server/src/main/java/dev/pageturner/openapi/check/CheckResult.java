package dev.pageturner.openapi.check;

import java.util.List;
import java.util.Objects;

/**
 * What became of one check.
 *
 * @param check the check
 * @param status whether it passed
 * @param said what was seen, or why nothing was, in words
 * @param findings what it found, the worst first; of a check that passed, notes only
 */
public record CheckResult(Check check, Status status, String said, List<Finding> findings) {
  /** Whether a check passed. */
  public enum Status {
    /** It was made, and nothing is wrong. */
    PASSED,
    /** It found an error or a warning. */
    FOUND,
    /** There is nothing to check, or nothing to check it with. */
    NOT_TRIED,
    /** It should have been made, and could not be: the server failed, or the requests ran out. */
    NOT_CHECKED
  }

  /** Copies the findings. */
  public CheckResult {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(status, "status");
    said = Shown.text(said);
    findings = List.copyOf(findings);
  }

  /** {@return a result by what was found: a check with nothing but notes has passed} */
  static CheckResult of(Check check, String said, List<Finding> findings) {
    boolean wrong = findings.stream().anyMatch(each -> each.severity() != Severity.NOTE);
    List<Finding> worstFirst =
        findings.stream().sorted((a, b) -> a.severity().compareTo(b.severity())).toList();
    return new CheckResult(check, wrong ? Status.FOUND : Status.PASSED, said, worstFirst);
  }

  static CheckResult passed(Check check, String said) {
    return of(check, said, List.of());
  }

  static CheckResult notTried(Check check, String why) {
    return new CheckResult(check, Status.NOT_TRIED, why, List.of());
  }

  static CheckResult notChecked(Check check, String why) {
    return new CheckResult(check, Status.NOT_CHECKED, why, List.of());
  }
}
