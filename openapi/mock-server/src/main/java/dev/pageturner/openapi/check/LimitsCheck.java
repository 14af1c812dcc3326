package dev.pageturner.openapi.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the server tells its rate limit. */
final class LimitsCheck {
  private LimitsCheck() {}

  static CheckResult of(Survey survey) {
    Optional<Exchange> refused = survey.witness().refused();
    Optional<Exchange> first = survey.witness().first();
    if (first.isEmpty()) {
      return survey.unfinished(Check.LIMITS);
    }
    if (refused.isPresent() && refused.get().headers().get("Retry-After") == null) {
      return CheckResult.of(
          Check.LIMITS,
          "A request was refused.",
          List.of(new Finding(
              Severity.WARNING,
              "The server answered 429 without Retry-After.",
              "Say in Retry-After how many seconds to wait.",
              survey.curl(refused.get()))));
    }
    String told = first.get().headers().names().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).matches("(x-)?rate-?limit.*"))
        .collect(Collectors.joining(", "));
    if (!told.isEmpty()) {
      return CheckResult.passed(Check.LIMITS, "Told by " + told + ".");
    } else if (refused.isPresent()) {
      return CheckResult.passed(Check.LIMITS, "429 came with Retry-After.");
    }
    return CheckResult.of(
        Check.LIMITS,
        "No request was refused.",
        List.of(new Finding(
            Severity.NOTE,
            "No header tells of a rate limit.",
            "If there is one, say it in RateLimit and RateLimit-Policy, so that clients can keep to it.",
            survey.curl(first.get()))));
  }
}
