package dev.pageturner.openapi.cli.report;

import dev.pageturner.openapi.check.CheckReport;
import dev.pageturner.openapi.check.CheckText;
import dev.pageturner.openapi.check.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The reports of one run.
 *
 * @param target the URL or the document that was checked
 * @param reports one for each list
 * @param leftOut the lists that could not be asked for, and why
 */
public record CheckedLists(String target, List<CheckReport> reports, Map<String, String> leftOut) {
  /** Copies the collections, in their order. */
  public CheckedLists {
    reports = List.copyOf(reports);
    leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
  }

  /** {@return what will be sent, in one sentence} */
  public static String plan(int lists, int maxRequests) {
    return String.format(
        Locale.ROOT,
        "Checking %s with at most %,d requests in all.",
        lists(lists),
        (long) lists * maxRequests);
  }

  /** {@return how many findings have that severity} */
  public long count(Severity severity) {
    return reports.stream()
        .mapToLong(report -> report.findings(severity).size())
        .sum();
  }

  /** {@return whether there was a list, and each check could be made} */
  public boolean isChecked() {
    return !reports.isEmpty() && reports.stream().allMatch(CheckReport::isChecked);
  }

  /** {@return the outcome in one sentence, without a full stop} */
  public String outcome() {
    String left = leftOut.isEmpty() ? "" : ", " + lists(leftOut.size()) + " left out";
    if (reports.size() == 1) {
      return reports.get(0).outcome() + left;
    }
    long honest = reports.stream().filter(CheckReport::isHonest).count();
    return String.format(Locale.ROOT, "%,d of %s page honestly", honest, lists(reports.size()))
        + left;
  }

  private static String lists(int count) {
    return String.format(Locale.ROOT, "%,d list%s", count, count == 1 ? "" : "s");
  }

  /** {@return the reports for people, in lines of that width} */
  public String text(int width) {
    String all = reports.stream()
        .map(report -> CheckText.of(report, width))
        .collect(Collectors.joining("\n"));
    StringBuilder text = new StringBuilder(all);
    if (!leftOut.isEmpty()) {
      text.append(all.isEmpty() ? "" : "\n").append("Left out:\n");
      leftOut.forEach((list, why) -> text.append(CheckText.entry(list, why + ".", width)));
    }
    if (reports.size() != 1 || !leftOut.isEmpty()) {
      text.append('\n').append(outcome()).append(".\n");
    }
    return text.toString();
  }
}
