package dev.pageturner.openapi.check;

import dev.pageturner.page.Total;
import dev.pageturner.page.Total.Accuracy;
import dev.pageturner.pagination.Next;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.Position;
import dev.pageturner.position.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether as many items come as the server says there are. */
final class TotalsCheck {
  private TotalsCheck() {}

  static CheckResult of(Survey survey) {
    Walk walk = survey.first();
    List<WalkedPage> telling = walk.pages().stream()
        .filter(page -> page.total().filter(TotalsCheck::isCounted).isPresent())
        .toList();
    if (!walk.isWhole()) {
      return isTold(survey) || walk.pages().isEmpty()
          ? survey.unfinished(Check.TOTALS)
          : CheckResult.notTried(Check.TOTALS, "No total is told.");
    } else if (!isTold(survey)) {
      return CheckResult.notTried(Check.TOTALS, "No total is told.");
    } else if (isJudged(walk)) {
      return CheckResult.notTried(
          Check.TOTALS,
          "The total contradicts the end of the list: see '" + Check.COMPLETE.title() + "'.");
    }
    List<Finding> findings = new ArrayList<>();
    beyond(survey).ifPresent(findings::add);
    if (findings.isEmpty() && !telling.isEmpty()) {
      compare(survey, telling).ifPresent(findings::add);
    }
    String told = telling.isEmpty()
        ? ""
        : "The total says "
            + Shown.counted(
                telling.get(telling.size() - 1).total().orElseThrow().items(), "item")
            + "; ";
    return CheckResult.of(
        Check.TOTALS, told + Shown.counted(walk.items(), "item") + " came.", findings);
  }

  private static boolean isCounted(Total total) {
    return total.accuracy() != Accuracy.ESTIMATE;
  }

  private static boolean isJudged(Walk walk) {
    Verdict verdict = walk.verdict().orElseThrow();
    return verdict.certainty() == Verdict.Certainty.CONTRADICTED
        && verdict.evidence().stream().anyMatch(each -> isOfTotals(each.kind()));
  }

  private static boolean isOfTotals(Evidence.Kind kind) {
    return kind == Evidence.Kind.TOTAL_ITEMS || kind == Evidence.Kind.TOTAL_PAGES;
  }

  private static Optional<Finding> compare(Survey survey, List<WalkedPage> telling) {
    long items = survey.first().items();
    long different = survey.first().keys().stream().distinct().count();
    WalkedPage last = telling.get(telling.size() - 1);
    Total total = last.total().orElseThrow();
    // What came twice is another check's finding.
    boolean wrong = total.accuracy() == Accuracy.LOWER_BOUND
        ? total.items() > items
        : total.items() != items && total.items() != different;
    if (wrong && isChanging(survey)) {
      return Optional.of(new Finding(
          Severity.NOTE,
          "The total says " + Shown.counted(total.items(), "item") + ", and " + items
              + " came, while the list changed: a second walk found "
              + Shown.counted(survey.second().items(), "item") + ".",
          "Nothing: others write to the list.",
          survey.curl(last)));
    } else if (wrong) {
      return Optional.of(new Finding(
          total.items() < items ? Severity.ERROR : Severity.WARNING,
          "The total says " + Shown.counted(total.items(), "item") + ", and " + items + " came.",
          "Count what the list gives: with its filters, and without what it hides. A client that"
              + " trusts a total stops too early or waits for items that never come.",
          survey.curl(last)));
    }
    return telling.stream()
        .filter(page -> page.total().orElseThrow().items() != total.items())
        .findFirst()
        .map(page -> new Finding(
            Severity.NOTE,
            "Page " + page.number() + " says " + page.total().orElseThrow().items()
                + " items, and page " + last.number() + " says " + total.items() + ".",
            "Nothing, if others write to the list; else let all pages tell one total.",
            survey.curl(page, last)));
  }

  /** Whether others write to the list, as far as a second walk tells that is taken anyway. */
  private static boolean isChanging(Survey survey) {
    return survey.isWanted(Check.ORDER)
        && survey.second().isWhole()
        && survey.second().items() != survey.first().items();
  }

  /** A counted list that ended by its total is asked for the page after that. */
  private static Optional<Finding> beyond(Survey survey) {
    Optional<ListRequest> request = pastTheEnd(survey);
    if (request.isEmpty() || survey.witness().left() < 1) {
      return Optional.empty();
    }
    Walk after = survey.onePage(request.get());
    Set<String> walked = new HashSet<>(survey.first().keys());
    boolean more = after.pages().stream()
        .flatMap(page -> page.keys().stream())
        .anyMatch(key -> !walked.contains(key));
    return more
        ? Optional.of(new Finding(
            Severity.ERROR,
            "The list ends after " + survey.first().items()
                + " items by its total, and the page after that has items.",
            "Count all items of the list: clients that trust the total lose those behind it.",
            survey.curl(survey.first().last(), after.last())))
        : Optional.empty();
  }

  /** {@return whether the page behind the last one can be asked for} */
  static boolean looksBeyond(Survey survey) {
    return isTold(survey) && pastTheEnd(survey).isPresent() && survey.witness().left() > 0;
  }

  private static boolean isTold(Survey survey) {
    return survey.pagination().totalItems().isPresent()
        || survey.pagination().totalPages().isPresent();
  }

  private static Optional<ListRequest> pastTheEnd(Survey survey) {
    List<String> names = Parameters.of(survey.pagination().carrier());
    Walk walk = survey.first();
    if (names.size() != 1 || walk.items() == 0 || walk.last().count() == 0) {
      return Optional.empty();
    }
    Optional<Long> value = Optional.empty();
    Position last = walk.last().position();
    if (survey.pagination().next() instanceof Next.Offset offset) {
      value = Optional.of(offset.first() + walk.items());
    } else if (survey.pagination().next() instanceof Next.PageNumber number) {
      value = Optional.of(
          last instanceof Position.PageNumber at ? at.number() + 1 : number.first() + 1);
    }
    return value.map(
        next -> survey.request().without(Set.copyOf(names)).with(names.get(0), next.toString()));
  }
}
