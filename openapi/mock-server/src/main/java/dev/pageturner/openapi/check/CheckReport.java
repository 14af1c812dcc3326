package dev.pageturner.openapi.check;

import dev.pageturner.pagination.Pagination;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about one list.
 *
 * @param list what it is called, such as {@code GET /users}
 * @param pagination how it pages; empty where that was not found out
 * @param items the items that were read in the first walk
 * @param pages the pages that were read in the first walk
 * @param sent the requests that were sent, repeated ones included
 * @param allowed the most requests that could have been sent
 * @param results what became of each check, in the order of {@link Check}
 */
public record CheckReport(
    String list,
    Optional<Pagination> pagination,
    long items,
    int pages,
    int sent,
    int allowed,
    List<CheckResult> results) {
  /** Copies the results. */
  public CheckReport {
    list = Shown.text(list);
    results = List.copyOf(results);
  }

  /** {@return all findings of that severity} */
  public List<Finding> findings(Severity severity) {
    return results.stream()
        .flatMap(result -> result.findings().stream())
        .filter(finding -> finding.severity() == severity)
        .toList();
  }

  /** {@return how many checks ended so} */
  public long count(CheckResult.Status status) {
    return results.stream().filter(result -> result.status() == status).count();
  }

  /** {@return the result of a check, if it was wanted} */
  public Optional<CheckResult> result(Check check) {
    return results.stream().filter(result -> result.check() == check).findFirst();
  }

  /** {@return whether some check found an error or a warning} */
  public boolean hasFindings() {
    return count(CheckResult.Status.FOUND) > 0;
  }

  /** {@return whether each check that should have been made could be made} */
  public boolean isChecked() {
    return count(CheckResult.Status.NOT_CHECKED) == 0;
  }

  /** {@return whether the list pages honestly, as far as the checks go: all of them passed} */
  public boolean isHonest() {
    return !hasFindings() && isChecked();
  }

  /**
   * Fails a test, whatever its framework, unless the list pages honestly.
   *
   * @return this report
   * @throws AssertionError with the report as text, if there are errors or warnings, or if a check
   *     could not be made
   */
  public CheckReport requireHonest() {
    if (!isHonest()) {
      throw new AssertionError("\n" + text());
    }
    return this;
  }

  /** {@return the report for people, in lines of 80 characters; commands are not broken} */
  public String text() {
    return CheckText.of(this, CheckText.WIDTH);
  }

  /** {@return the outcome in one sentence, without a full stop} */
  public String outcome() {
    long errors = findings(Severity.ERROR).size();
    long warnings = findings(Severity.WARNING).size();
    long open = count(CheckResult.Status.NOT_CHECKED);
    if (errors + warnings > 0) {
      return list + " does not page honestly: " + Shown.counted(errors, "error") + ", "
          + Shown.counted(warnings, "warning");
    }
    String passed = Shown.counted(count(CheckResult.Status.PASSED), "check") + " passed";
    return open > 0
        ? list + " could not be checked: " + passed + ", " + open + " could not be made"
        : list + " pages honestly: " + passed;
  }
}
