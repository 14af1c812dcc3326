package dev.pageturner.openapi.check;

import dev.pageturner.pagination.Next;
import dev.pageturner.position.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Whether the last page says that it is the last one, and no other page looks like it. */
final class EndCheck {
  private EndCheck() {}

  static CheckResult of(Survey survey) {
    Walk walk = survey.first();
    if (!walk.isWhole()) {
      return survey.unfinished(Check.END);
    }
    Verdict verdict = walk.verdict().orElseThrow();
    List<Finding> findings = new ArrayList<>();
    emptyPages(survey, findings);
    switch (verdict.certainty()) {
      case PROVED -> needless(survey, findings);
      case ASSUMED -> unsaid(survey, verdict, findings);
      case IN_DOUBT -> findings.add(doubt(survey, verdict));
      case CONTRADICTED -> {
        return CheckResult.notTried(
            Check.END,
            "The server's own words contradict the end: see '" + Check.COMPLETE.title() + "'.");
      }
    }
    return CheckResult.of(Check.END, "The end of the walk: " + verdict.reason() + ".", findings);
  }

  private static void emptyPages(Survey survey, List<Finding> findings) {
    List<WalkedPage> pages = survey.first().pages();
    pages.stream()
        .limit(Math.max(0, pages.size() - 1))
        .filter(page -> page.count() == 0)
        .findFirst()
        .ifPresent(page -> findings.add(new Finding(
            Severity.WARNING,
            "Page " + page.number() + " is empty, although more follow.",
            "Leave empty pages out: clients that stop at one lose the rest of the list.",
            survey.curl(page))));
  }

  /** A last page without items could have been spared. */
  private static void needless(Survey survey, List<Finding> findings) {
    Walk walk = survey.first();
    if (walk.pages().size() > 1 && walk.last().count() == 0) {
      findings.add(emptyEnd(survey));
    }
  }

  private static void unsaid(Survey survey, Verdict verdict, List<Finding> findings) {
    Walk walk = survey.first();
    boolean counted = survey.pagination().next() instanceof Next.Offset
        || survey.pagination().next() instanceof Next.PageNumber;
    if (walk.pages().size() == 1 && !counted) {
      return; // Nothing tells how a list with a single page would go on.
    }
    findings.add(
        walk.last().count() == 0 && walk.pages().size() > 1
            ? emptyEnd(survey)
            : doubt(survey, verdict));
  }

  private static Finding emptyEnd(Survey survey) {
    return new Finding(
        Severity.NOTE,
        "Nothing but an empty page tells the end, which costs each client one request more.",
        "Say on the last page with items that it is the last: leave out its next position, or add"
            + " a flag such as has_more.",
        survey.curl(survey.first().last()));
  }

  private static Finding doubt(Survey survey, Verdict verdict) {
    String words = verdict.evidence().isEmpty()
        ? verdict.reason()
        : verdict.evidence().get(0).toString();
    return new Finding(
        Severity.WARNING,
        "The last page does not say that it is the last: " + words + ".",
        "Say it: with a next position that is null, or with a flag such as has_more that is false.",
        survey.curl(survey.first().last()));
  }
}
