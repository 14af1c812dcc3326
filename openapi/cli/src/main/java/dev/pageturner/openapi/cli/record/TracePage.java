package dev.pageturner.openapi.cli.record;

import static dev.pageturner.openapi.cli.html.HtmlPage.escaped;

import dev.pageturner.openapi.cli.html.HtmlPage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The waterfall of a run as a page of HTML with an SVG. */
final class TracePage {
  private static final int WIDTH = 1200;
  private static final int LABELS = 150;
  private static final int RESULTS = 190;
  private static final int ROW = 20;
  private static final int TOP = 26;
  private static final double SECOND = 1e9;
  private static final int MOST_TICKS = 8;

  private final long end;
  private final StringBuilder svg = new StringBuilder();

  private TracePage(long end) {
    this.end = Math.max(1, end);
  }

  static String of(List<TraceRow> rows, List<TraceNote> notes, TraceCounts counts, long now) {
    List<TraceRow> inOrder =
        rows.stream().sorted(Comparator.comparingLong(TraceRow::from)).toList();
    long end = inOrder.stream().mapToLong(TraceRow::to).reduce(now, Math::max);
    String body = "<h1>Pageturner trace</h1>\n"
        + "<p class=\"sub\">Requests, waits and retries of one run, in the order they began.</p>\n"
        + facts(counts, now)
        + "<div class=\"chart\">\n" + new TracePage(end).chart(inOrder) + "</div>\n"
        + key(counts, inOrder.size())
        + events(notes);
    return HtmlPage.of("Pageturner trace", "trace", body);
  }

  private static String facts(TraceCounts counts, long now) {
    return "<ul class=\"facts\">"
        + fact(String.format(Locale.ROOT, "%,d", counts.requests()), "requests")
        + fact(String.format(Locale.ROOT, "%,d", counts.retries()), "retries")
        + fact(String.format(Locale.ROOT, "%,d", counts.waits()), "waits")
        + fact(seconds(counts.waited().toNanos()), "waited")
        + fact(String.format(Locale.ROOT, "%,d", counts.bytes()), "bytes")
        + fact(seconds(now), "in all")
        + "</ul>\n";
  }

  private static String fact(String value, String name) {
    return "<li><b>" + escaped(value) + "</b><span>" + name + "</span></li>";
  }

  private static String seconds(long nanos) {
    return nanos < SECOND
        ? String.format(Locale.ROOT, "%.0f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.2f s", nanos / SECOND);
  }

  private String chart(List<TraceRow> rows) {
    int height = TOP + rows.size() * ROW + 6;
    svg.append(String.format(
        Locale.ROOT,
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Waterfall of %d rows\">%n",
        WIDTH,
        height,
        rows.size()));
    axis(height);
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), TOP + i * ROW);
    }
    return svg.append("</svg>\n").toString();
  }

  private void axis(int height) {
    long step = step();
    for (long at = 0; at <= end; at += step) {
      double x = x(at);
      svg.append(String.format(
          Locale.ROOT,
          "<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>"
              + "<text class=\"axis\" x=\"%.1f\" y=\"14\" text-anchor=\"middle\">%s</text>%n",
          x,
          TOP - 6,
          x,
          height - 4,
          x,
          seconds(at)));
    }
  }

  /** A round length of time: one, two or five of something. */
  private long step() {
    long power = 1;
    while (power * 10 * MOST_TICKS < end) {
      power *= 10;
    }
    for (long step : new long[] {power, 2 * power, 5 * power}) {
      if (step * MOST_TICKS >= end) {
        return step;
      }
    }
    return 10 * power;
  }

  private void row(TraceRow row, int y) {
    String kind = row.kind().name().toLowerCase(Locale.ROOT);
    String name = row.kind() == TraceRow.Kind.FAILED ? "request failed" : kind;
    svg.append("<g class=\"row ").append(name).append("\"><title>");
    svg.append(escaped(row.detail() + "\n" + row.result() + "\nfrom " + seconds(row.from())
        + ", for " + seconds(row.to() - row.from())));
    svg.append("</title>");
    rectangle("stripe", 0, WIDTH, y, ROW - 1);
    text("", 6, y, shortened(row.label(), 20));
    if (row.kind() == TraceRow.Kind.WAIT) {
      rectangle("bar", x(row.from()), x(row.to()), y + 5, ROW - 11);
    } else {
      rectangle("waiting", x(row.from()), x(row.turn()), y + 3, ROW - 7);
      rectangle("receiving", x(row.turn()), x(row.to()), y + 3, ROW - 7);
    }
    String result = row.kind() == TraceRow.Kind.WAIT
        ? row.result() + ", " + seconds(row.to() - row.from())
        : row.result();
    text("note", WIDTH - RESULTS + 10, y, shortened(result, 28));
    svg.append("</g>\n");
  }

  private void rectangle(String name, double from, double to, int y, int height) {
    // What took next to no time is still to be seen.
    double width = Math.max(name.equals("receiving") ? 1 : 0.5, to - from);
    svg.append(String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
        name,
        from,
        y,
        width,
        height));
  }

  private void text(String name, int x, int y, String text) {
    svg.append(String.format(
        Locale.ROOT,
        "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>",
        name,
        x,
        y + ROW - 6,
        escaped(text)));
  }

  private double x(long at) {
    return LABELS + (double) at / end * (WIDTH - LABELS - RESULTS);
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  private static String key(TraceCounts counts, int shown) {
    String left = counts.rows() > shown
        ? String.format(Locale.ROOT, " %,d more rows are left out.", counts.rows() - shown)
        : "";
    return "<p class=\"key\"><i class=\"waiting\"></i>until the response begins"
        + "<i class=\"receiving\"></i>its body, and the work on it"
        + "<i class=\"wait\"></i>a wait<i class=\"bad\"></i>failed</p>\n"
        + "<p class=\"key\">Point at a row for its URL." + left + "</p>\n";
  }

  private static String events(List<TraceNote> notes) {
    StringBuilder list = new StringBuilder("<ul class=\"events\">\n");
    for (TraceNote note : notes) {
      list.append("<li><time>")
          .append(seconds(note.at()))
          .append("</time> ")
          .append(escaped(note.text()))
          .append("</li>\n");
    }
    return list.append("</ul>\n").toString();
  }
}
