package dev.pageturner.openapi.check;

import java.util.List;

/** Reports as text for people. */
public final class CheckText {
  /** The usual width of lines, in characters. */
  public static final int WIDTH = 80;

  private static final int INDENT = 9;

  private final StringBuilder text = new StringBuilder();
  private final int width;

  private CheckText(int width) {
    this.width = width;
  }

  /**
   * {@return a report as text}
   *
   * @param report the report
   * @param width the longest line, in characters; commands of curl are not broken
   */
  public static String of(CheckReport report, int width) {
    CheckText text = new CheckText(width);
    text.report(report);
    return text.text.toString().stripTrailing() + "\n";
  }

  /**
   * {@return a name and a sentence about it, indented}
   *
   * @param name on a line of its own
   * @param sentence below it
   * @param width the longest line, in characters
   */
  public static String entry(String name, String sentence, int width) {
    CheckText text = new CheckText(width);
    text.lines("", Shown.text(name), 0);
    text.lines("", Shown.text(sentence), INDENT);
    return text.text.toString();
  }

  private void report(CheckReport report) {
    lines("", report.outcome() + ".", 0);
    report
        .pagination()
        .filter(pagination -> !pagination.isDetected())
        .ifPresent(pagination -> lines("", "Pages by " + pagination.next() + ".", 0));
    lines("", read(report), 0);
    text.append('\n');
    report.results().forEach(this::result);
  }

  /** {@return what was read and sent, in one sentence} */
  public static String read(CheckReport report) {
    return Shown.counted(report.items(), "item") + " on " + Shown.counted(report.pages(), "page")
        + "; " + Shown.counted(report.sent(), "request") + " sent, at most " + report.allowed()
        + " allowed.";
  }

  private void result(CheckResult result) {
    lines(word(result), result.check().title(), INDENT);
    lines("", result.said(), INDENT);
    for (Finding finding : result.findings()) {
      text.append('\n');
      lines(finding.severity().name().toLowerCase(java.util.Locale.ROOT), finding.what(), INDENT);
      lines("", "What to do: " + finding.remedy(), INDENT);
      if (finding.severity() != Severity.NOTE) {
        commands(finding.requests());
      }
    }
    if (!result.findings().isEmpty()) {
      text.append('\n');
    }
  }

  private static String word(CheckResult result) {
    return switch (result.status()) {
      case PASSED -> "ok";
      case FOUND -> "FAILED";
      case NOT_TRIED -> "-";
      case NOT_CHECKED -> "OPEN";
    };
  }

  private void commands(List<String> requests) {
    for (String request : requests) {
      request
          .lines()
          .forEach(line -> text.append(" ".repeat(INDENT)).append(line).append('\n'));
    }
  }

  /** Breaks at blanks, never within a word. */
  private void lines(String word, String sentence, int indent) {
    StringBuilder line = new StringBuilder(word);
    line.append(" ".repeat(Math.max(0, indent - line.length())));
    boolean empty = true;
    for (String next : sentence.split(" ", -1)) {
      if (!empty && line.length() + 1 + next.length() > width) {
        end(line);
        line = new StringBuilder(" ".repeat(indent));
        empty = true;
      }
      line.append(empty ? "" : " ").append(next);
      empty = false;
    }
    end(line);
  }

  private void end(StringBuilder line) {
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
