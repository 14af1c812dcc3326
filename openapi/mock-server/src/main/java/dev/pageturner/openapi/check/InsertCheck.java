package dev.pageturner.openapi.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether an item that is added between two pages doubles or hides another one. */
final class InsertCheck {
  private InsertCheck() {}

  /**
   * Walks once more, and inserts after the first page.
   *
   * @param insert adds an item to the list; null where nothing may be written
   */
  static CheckResult of(Survey survey, @Nullable Runnable insert) {
    if (insert == null) {
      return CheckResult.notTried(
          Check.INSERT, "Nothing is written to an API; a mock server can be written to.");
    } else if (!survey.first().isWhole()) {
      return survey.unfinished(Check.INSERT);
    } else if (survey.first().pages().size() < 2) {
      return CheckResult.notTried(Check.INSERT, "The list has one page.");
    }
    Walk walk = survey.interrupted(insert);
    return walk.isWhole() ? judge(survey, walk) : survey.notReached(Check.INSERT, walk);
  }

  private static CheckResult judge(Survey survey, Walk walk) {
    List<Finding> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>(walk.keys());
    // What came twice before is another check's finding.
    Set<String> before = repeated(survey.first());
    List<String> twice =
        repeated(walk).stream().filter(key -> !before.contains(key)).toList();
    List<String> lost =
        survey.first().keys().stream().filter(key -> !seen.contains(key)).toList();
    if (!twice.isEmpty()) {
      findings.add(finding(survey, walk, twice, "came twice"));
    }
    if (!lost.isEmpty()) {
      findings.add(finding(survey, walk, lost, "did not come"));
    }
    return CheckResult.of(
        Check.INSERT, "An item was added after page 1: " + walk.size() + ".", findings);
  }

  private static Set<String> repeated(Walk walk) {
    Set<String> seen = new HashSet<>();
    return walk.keys().stream()
        .filter(key -> !seen.add(key))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Finding finding(Survey survey, Walk walk, List<String> keys, String what) {
    String all = keys.size() == 1 ? "" : " It is one of " + keys.size() + ".";
    return new Finding(
        Severity.ERROR,
        "An item was added after page 1. " + survey.key().shown(keys.get(0)) + " then " + what + "."
            + all,
        "Page by a cursor or by the key of the last item rather than by an offset or a page number.",
        survey.curl(walk.pages().get(0), walk.pages().get(1)));
  }
}
