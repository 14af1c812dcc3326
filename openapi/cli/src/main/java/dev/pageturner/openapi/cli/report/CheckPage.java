package dev.pageturner.openapi.cli.report;

import static dev.pageturner.openapi.cli.html.HtmlPage.escaped;

import dev.pageturner.openapi.check.CheckReport;
import dev.pageturner.openapi.check.CheckResult;
import dev.pageturner.openapi.check.CheckText;
import dev.pageturner.openapi.check.Finding;
import dev.pageturner.openapi.check.Severity;
import dev.pageturner.openapi.cli.html.HtmlPage;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The reports of one run as a page to look at, and to hang on a wall. */
public final class CheckPage {
  private CheckPage() {}

  /** {@return the page} */
  public static String of(CheckedLists all) {
    String title = all.outcome();
    String body = "<h1>" + escaped(title) + "</h1>\n<p class=\"sub\">" + escaped(all.target())
        + "</p>\n" + facts(all) + overview(all) + "<main>\n"
        + IntStream.range(0, all.reports().size())
            .mapToObj(at -> list(at, all.reports().get(at)))
            .collect(Collectors.joining())
        + leftOut(all) + "</main>\n";
    return HtmlPage.of(title, "check", body);
  }

  private static String facts(CheckedLists all) {
    long items = all.reports().stream().mapToLong(CheckReport::items).sum();
    long sent = all.reports().stream().mapToLong(CheckReport::sent).sum();
    return "<ul class=\"facts\">"
        + fact("errors", all.count(Severity.ERROR), "bad")
        + fact("warnings", all.count(Severity.WARNING), "wait")
        + fact("notes", all.count(Severity.NOTE), "")
        + fact("items read", items, "")
        + fact("requests sent", sent, "") + "</ul>\n";
  }

  private static String fact(String name, long number, String level) {
    String mark = number == 0 ? "" : level;
    return String.format(
        Locale.ROOT, "<li class=\"%s\"><b>%,d</b><span>%s</span></li>", mark, number, name);
  }

  /** Of several lists, how each of them fared. */
  private static String overview(CheckedLists all) {
    if (all.reports().size() < 2) {
      return "";
    }
    return "<ul class=\"overview\">\n"
        + IntStream.range(0, all.reports().size())
            .mapToObj(at -> overview(at, all.reports().get(at)))
            .collect(Collectors.joining())
        + "</ul>\n";
  }

  private static String overview(int at, CheckReport report) {
    CheckResult.Status status = report.hasFindings()
        ? CheckResult.Status.FOUND
        : report.isChecked() ? CheckResult.Status.PASSED : CheckResult.Status.NOT_CHECKED;
    return "<li class=\"" + name(status) + "\"><span class=\"mark\"></span><a href=\"#list-" + at
        + "\">" + escaped(report.list()) + "</a></li>\n";
  }

  private static String name(CheckResult.Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String list(int at, CheckReport report) {
    String how = report
        .pagination()
        .filter(pagination -> !pagination.isDetected())
        .map(pagination -> "Pages by " + pagination.next() + ". ")
        .orElse("");
    return "<section class=\"list\" id=\"list-" + at + "\"><h2>" + escaped(report.list())
        + "</h2>\n<p class=\"sub\">"
        + escaped(how + CheckText.read(report)) + "</p>\n<ol class=\"checks\">\n"
        + report.results().stream().map(CheckPage::result).collect(Collectors.joining())
        + "</ol></section>\n";
  }

  private static String result(CheckResult result) {
    return "<li class=\"check " + name(result.status()) + "\"><span class=\"mark\">"
        + word(result.status())
        + "</span><div><h3>" + escaped(result.check().title()) + "</h3><p>"
        + escaped(result.said()) + "</p>"
        + result.findings().stream().map(CheckPage::finding).collect(Collectors.joining())
        + "</div></li>\n";
  }

  private static String word(CheckResult.Status status) {
    return switch (status) {
      case PASSED -> "passed";
      case FOUND -> "failed";
      case NOT_TRIED -> "not tried";
      case NOT_CHECKED -> "open";
    };
  }

  private static String finding(Finding finding) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    return "<div class=\"finding " + severity + "\"><p><b>" + severity + "</b> "
        + escaped(finding.what()) + "</p><p class=\"remedy\">" + escaped(finding.remedy()) + "</p>"
        + requests(finding) + "</div>";
  }

  private static String requests(Finding finding) {
    return finding.requests().isEmpty()
        ? ""
        : "<details><summary>The requests that show it</summary><pre><code>"
            + escaped(String.join("\n\n", finding.requests())) + "</code></pre></details>";
  }

  private static String leftOut(CheckedLists all) {
    if (all.leftOut().isEmpty()) {
      return "";
    }
    return "<section class=\"list\"><h2>Left out</h2>\n<ul class=\"left-out\">\n"
        + all.leftOut().entrySet().stream()
            .map(each -> "<li><code>" + escaped(each.getKey()) + "</code> "
                + escaped(each.getValue()) + "</li>\n")
            .collect(Collectors.joining())
        + "</ul></section>\n";
  }
}
