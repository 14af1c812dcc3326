package dev.pageturner.openapi.check;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.position.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a walk reaches the end, and brings what a single large page has. */
final class CompleteCheck {
  private CompleteCheck() {}

  static CheckResult of(Survey survey) {
    Walk walk = survey.first();
    Optional<PageturnerException> fault = survey.fault();
    if (fault.isPresent() && fault.get().kind() == Kind.UNSAFE_LINK) {
      return CheckResult.notTried(Check.COMPLETE, "The next link cannot be followed.");
    } else if (fault.isPresent()) {
      return CheckResult.of(
          Check.COMPLETE,
          "The walk stopped after " + walk.size() + ".",
          List.of(stop(survey, fault.get())));
    } else if (!walk.isWhole()) {
      return CheckResult.notChecked(Check.COMPLETE, survey.whyUnfinished());
    }
    List<Finding> findings = new ArrayList<>();
    Verdict verdict = walk.verdict().orElseThrow();
    if (verdict.certainty() == Verdict.Certainty.CONTRADICTED) {
      findings.add(contradicted(survey, verdict));
    }
    lost(survey).ifPresent(findings::add);
    return CheckResult.of(Check.COMPLETE, walk.size() + "; " + verdict.reason() + ".", findings);
  }

  private static Finding stop(Survey survey, PageturnerException fault) {
    String remedy = switch (fault.kind()) {
      case LOOP, TOO_MANY_PAGES ->
        "Let each page name a next position that no page before it had, and let the last page"
            + " name none.";
      case API_ERROR -> "Answer a failure with a status of 4xx or 5xx rather than 200.";
      case PARSE -> "Answer each page with valid JSON of the form of the first page.";
      default -> "Let each page but the last one name the position of the next page.";
    };
    return new Finding(
        Severity.ERROR,
        "A client cannot walk to the end: " + fault.getMessage() + ".",
        remedy,
        survey.curlOfLatest());
  }

  private static Finding contradicted(Survey survey, Verdict verdict) {
    String words = verdict.evidence().isEmpty()
        ? "the server says that there is more"
        : verdict.evidence().get(0).toString();
    return new Finding(
        Severity.ERROR,
        "The list ends after " + Shown.counted(survey.first().items(), "item") + ", but " + words
            + ".",
        "Let the last page that is read be the last one in all that it says: its next position, its"
            + " flag and its total.",
        survey.curl(survey.first().last()));
  }

  /** A page of another size starts and ends elsewhere, so that what falls between pages shows. */
  private static Optional<Finding> lost(Survey survey) {
    Optional<Walk> large = survey.large().filter(walk -> walk.failure().isEmpty() && !walk.spent());
    if (large.isEmpty() || large.get().pages().isEmpty()) {
      return Optional.empty();
    }
    Set<String> walked = new HashSet<>(survey.first().keys());
    List<String> missed =
        large.get().keys().stream().filter(key -> !walked.contains(key)).toList();
    return missed.isEmpty() || isOfTotals(survey, missed) || isNew(survey, missed)
        ? Optional.empty()
        : Optional.of(new Finding(
            Severity.ERROR,
            "The walk missed " + Shown.counted(missed.size(), "item")
                + ", which one large page has. " + survey.key().shown(missed.get(0))
                + " is the first of them.",
            "Let each page start right after the last item of the page before it.",
            survey.curl(survey.first().pages().get(0), large.get().last())));
  }

  /** A counted list that ends too early, since its total is too small, is found by its total. */
  private static boolean isOfTotals(Survey survey, List<String> missed) {
    List<String> all = survey.large().map(Walk::keys).orElse(List.of());
    boolean behind = all.subList(all.size() - missed.size(), all.size()).equals(missed);
    return behind && survey.isWanted(Check.TOTALS) && TotalsCheck.looksBeyond(survey);
  }

  /** Items that another walk now brings were added meanwhile. */
  private static boolean isNew(Survey survey, List<String> missed) {
    return new HashSet<>(survey.second().keys()).containsAll(missed);
  }
}
