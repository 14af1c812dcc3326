package dev.pageturner.openapi.cli.report;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.check.CheckReport;
import dev.pageturner.openapi.check.CheckResult;
import dev.pageturner.openapi.check.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reports of one run for programs: one JSON object on each line. */
public final class CheckLines {
  private final StringBuilder lines = new StringBuilder();

  private CheckLines() {}

  /** {@return for each list a line about it and one for each check; at last those left out} */
  public static String of(CheckedLists all) {
    CheckLines lines = new CheckLines();
    for (CheckReport report : all.reports()) {
      lines.add(list(report));
      report.results().forEach(result -> lines.add(check(report, result)));
    }
    all.leftOut().forEach((list, why) -> {
      Map<String, RawJson> line = line("left-out", list);
      line.put("said", RawJson.of(why));
      lines.add(line);
    });
    return lines.lines.toString();
  }

  private void add(Map<String, RawJson> line) {
    lines.append(RawJson.ofObject(line).text()).append('\n');
  }

  private static Map<String, RawJson> line(String kind, String list) {
    Map<String, RawJson> line = new LinkedHashMap<>();
    line.put("kind", RawJson.of(kind));
    line.put("list", RawJson.of(list));
    return line;
  }

  private static Map<String, RawJson> list(CheckReport report) {
    Map<String, RawJson> line = line("list", report.list());
    line.put("honest", RawJson.of(report.isHonest()));
    line.put("checked", RawJson.of(report.isChecked()));
    line.put("items", RawJson.of(report.items()));
    line.put("pages", RawJson.of(report.pages()));
    line.put("requests", RawJson.of(report.sent()));
    line.put("max_requests", RawJson.of(report.allowed()));
    line.put(
        "pagination",
        report.pagination().map(how -> RawJson.of(how.toString())).orElse(RawJson.ofNull()));
    return line;
  }

  private static Map<String, RawJson> check(CheckReport report, CheckResult result) {
    Map<String, RawJson> line = line("check", report.list());
    line.put("check", RawJson.of(result.check().id()));
    line.put("status", word(result.status()));
    line.put("said", RawJson.of(result.said()));
    line.put(
        "findings",
        RawJson.ofArray(result.findings().stream().map(CheckLines::finding).toList()));
    return line;
  }

  private static RawJson word(Enum<?> value) {
    return RawJson.of(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static RawJson finding(Finding finding) {
    Map<String, RawJson> members = new LinkedHashMap<>();
    members.put("severity", word(finding.severity()));
    members.put("what", RawJson.of(finding.what()));
    members.put("remedy", RawJson.of(finding.remedy()));
    members.put("requests", RawJson.ofArray(texts(finding.requests())));
    return RawJson.ofObject(members);
  }

  private static List<RawJson> texts(List<String> texts) {
    return texts.stream().map(RawJson::of).toList();
  }
}
