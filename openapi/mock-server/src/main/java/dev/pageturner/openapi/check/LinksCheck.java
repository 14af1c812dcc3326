package dev.pageturner.openapi.check;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.pagination.Next;
import java.util.List;
import java.util.Optional;

/** Whether next links lead to the origin of the list. */
final class LinksCheck {
  private LinksCheck() {}

  static CheckResult of(Survey survey) {
    Optional<PageturnerException> unsafe = survey.unsafeLink();
    if (unsafe.isPresent()) {
      return CheckResult.of(
          Check.LINKS, "A next link leads elsewhere.", List.of(finding(survey, unsafe.get())));
    }
    Next next = survey.pagination().next();
    boolean links = next instanceof Next.Url
        || next instanceof Next.LinkHeader
        || next instanceof Next.LinkObject;
    if (survey.first().pages().isEmpty()) {
      return survey.unfinished(Check.LINKS);
    } else if (!links) {
      return CheckResult.notTried(Check.LINKS, "The list does not page by links.");
    } else if (survey.first().pages().size() < 2) {
      return CheckResult.notTried(Check.LINKS, "The list has one page.");
    }
    return CheckResult.passed(
        Check.LINKS,
        Shown.counted(survey.first().pages().size() - 1L, "next link")
            + " followed, each to scheme, host and port of the list.");
  }

  private static Finding finding(Survey survey, PageturnerException unsafe) {
    String what =
        String.valueOf(unsafe.getMessage()).replaceFirst(": allow it with allowOrigin\\(.*\\)", "");
    return new Finding(
        Severity.ERROR,
        what + ".",
        "Write next links relative, or with the scheme, host and port that the client used: behind a"
            + " proxy these are in Forwarded or X-Forwarded-Proto and X-Forwarded-Host. Clients that"
            + " follow such a link fail, or send their credentials elsewhere.",
        survey.first().pages().isEmpty()
            ? survey.curlOfLatest()
            : survey.curl(survey.first().pages().get(0)));
  }
}
