package dev.pageturner.openapi.check;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether pages have the size that was asked for, and what becomes of a size above the cap. */
final class SizeCheck {
  private static final int SMALL = 2;

  private final Survey survey;
  private final PageSize size;
  private final List<Finding> findings = new ArrayList<>();

  private SizeCheck(Survey survey, PageSize size) {
    this.survey = survey;
    this.size = size;
  }

  static CheckResult of(Survey survey) {
    Optional<PageSize> size = survey.pagination().pageSize();
    if (survey.first().pages().isEmpty()) {
      return survey.unfinished(Check.SIZE);
    } else if (size.isEmpty()) {
      return CheckResult.notTried(Check.SIZE, "No parameter is known that asks for a page size.");
    } else if (survey.first().items() <= SMALL) {
      return CheckResult.notTried(
          Check.SIZE, "The list has " + Shown.counted(survey.first().items(), "item") + ".");
    }
    return new SizeCheck(survey, size.get()).check();
  }

  private CheckResult check() {
    Walk small = survey.pages(SMALL, 1);
    if (isRefused(small)) {
      findings.add(refused());
    } else if (small.pages().isEmpty()) {
      return survey.notReached(Check.SIZE, small);
    } else {
      compare(small.last(), SMALL);
    }
    Optional<Walk> large = survey.large();
    if (large.isEmpty() || (large.get().pages().isEmpty() && !isRefused(large.get()))) {
      return survey.notReached(Check.SIZE, large.orElse(small));
    }
    String said = isRefused(large.get())
        ? Shown.counted(survey.largeSize(), "item") + " on a page are refused."
        : large(large.get().last());
    shortPages();
    return CheckResult.of(Check.SIZE, said, findings);
  }

  private static boolean isRefused(Walk walk) {
    return walk.failure()
        .filter(dev.pageturner.error.PageturnerException.Status.class::isInstance)
        .map(dev.pageturner.error.PageturnerException.Status.class::cast)
        .filter(status -> status.status() == 400 || status.status() == 422)
        .isPresent();
  }

  private Finding refused() {
    return new Finding(
        Severity.NOTE,
        "A page size of " + SMALL + " is refused.",
        "Say in the documentation which page sizes are taken.",
        survey.curlOfLatest());
  }

  private String name() {
    return size.carrier() instanceof Carrier.Query query
        ? query.names().get(0)
        : size.carrier().toString();
  }

  private void compare(WalkedPage page, int asked) {
    if (page.count() > asked
        || (page.count() < asked && page.next().isPresent() && asked == SMALL)) {
      findings.add(new Finding(
          Severity.WARNING,
          "A page of " + Shown.counted(asked, "item") + " was asked for with " + name() + ", and "
              + Shown.counted(page.count(), "item") + " came.",
          "Give as many items as " + name() + " says, or fewer where it is above the cap; refuse"
              + " other sizes with 400.",
          survey.curl(page)));
    }
  }

  private String large(WalkedPage page) {
    int asked = survey.largeSize();
    compare(page, asked);
    boolean capped = page.count() < asked && page.count() < survey.first().items();
    if (!capped) {
      return "Sizes of " + SMALL + " and " + asked + " were asked for; there is no cap below that.";
    }
    if (asked == size.max()) {
      findings.add(belowMaximum(page));
    }
    if (survey.pagination().next() instanceof Next.PageNumber) {
      compareFollowing(page.count());
    }
    return "Sizes of " + SMALL + " and " + asked + " were asked for; the cap is "
        + Shown.counted(page.count(), "item") + ".";
  }

  private Finding belowMaximum(WalkedPage page) {
    return new Finding(
        Severity.WARNING,
        "The maximum of " + name() + " is said to be " + size.max() + ", and "
            + Shown.counted(page.count(), "item") + " came.",
        "Let the documented maximum be the cap that the server applies.",
        survey.curl(page));
  }

  /** Page 2 of a size that was cut has to start where the cut page ended. */
  private void compareFollowing(int cap) {
    Walk two = survey.pages(survey.largeSize(), 2);
    List<String> all = survey.first().keys();
    if (two.pages().size() < 2 || cap >= all.size()) {
      return;
    }
    WalkedPage following = two.last();
    boolean fits = following.count() > 0 && following.keys().get(0).equals(all.get(cap));
    if (!fits) {
      findings.add(new Finding(
          Severity.ERROR,
          "A size above the cap loses items: " + survey.largeSize() + " were asked for, page 1 has "
              + cap + ", and page 2 does not start with item " + (cap + 1) + ".",
          "Count pages by the size that is given, not by the one that was asked for; or refuse sizes"
              + " above the cap with 400.",
          survey.curl(two.pages().get(0), following)));
    }
  }

  private void shortPages() {
    List<WalkedPage> pages = survey.first().pages();
    int usual = pages.stream().mapToInt(WalkedPage::count).max().orElse(0);
    pages.stream()
        .limit(Math.max(0, pages.size() - 1))
        .filter(page -> page.count() > 0 && page.count() < usual)
        .findFirst()
        .filter(
            page -> page.number() < pages.size() - 1 || survey.first().last().count() > 0)
        .ifPresent(page -> findings.add(new Finding(
            Severity.NOTE,
            "Page " + page.number() + " has " + Shown.counted(page.count(), "item")
                + " rather than " + usual + ", although more follow.",
            "Fill each page but the last one: some clients take a short page for the end.",
            survey.curl(page))));
  }
}
