package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.Verdict;
import java.util.stream.Collectors;

/** The error of a list whose end the server's own words contradict. */
final class Incomplete {
  private Incomplete() {}

  static PageturnerException error(Verdict verdict) {
    String words =
        verdict.evidence().stream().map(Evidence::toString).collect(Collectors.joining("; "));
    String remedy = verdict.evidence().stream()
        .map(Evidence::remedy)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(line -> "say how the list pages, for example " + line)
        .orElse("say how the list pages");
    return new PageturnerException.Paging(
        "the list ended, but the server says that there is more: " + words + "; " + remedy
            + ", or take the end as it is with acceptIncomplete()",
        verdict,
        null);
  }
}
