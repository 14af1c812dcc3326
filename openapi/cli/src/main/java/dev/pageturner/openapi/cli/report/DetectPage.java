package dev.pageturner.openapi.cli.report;

import static dev.pageturner.openapi.cli.html.HtmlPage.escaped;

import dev.pageturner.openapi.cli.html.HtmlPage;
import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.PageStyle;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the operations of a document page, as a page to look at: searched, filtered, with reasons.
 */
public final class DetectPage {
  private DetectPage() {}

  /** {@return the page} */
  public static String of(ApiDocument document, List<Detection> detections) {
    String title = "How " + document.title() + " pages";
    long paginated = detections.stream().filter(Detection::isPaginated).count();
    String body = "<h1>" + escaped(title) + "</h1>\n<p class=\"sub\">"
        + escaped(document.file() + ", version " + document.apiVersion())
        + String.format(Locale.ROOT, ": %,d of %,d operations page", paginated, detections.size())
        + "</p>\n"
        + filters(detections)
        + "<p id=\"count\" class=\"sub\" aria-live=\"polite\"></p>\n<main id=\"operations\">\n"
        + detections.stream().map(DetectPage::operation).collect(Collectors.joining())
        + "</main>\n";
    return HtmlPage.of(title, "detect", body);
  }

  private static String filters(List<Detection> detections) {
    Map<PageStyle, Long> styles = detections.stream()
        .flatMap(detection -> detection.best().stream())
        .collect(
            Collectors.groupingBy(DetectedPagination::style, TreeMap::new, Collectors.counting()));
    long none =
        detections.size() - styles.values().stream().mapToLong(each -> each).sum();
    StringBuilder chips = new StringBuilder();
    styles.forEach((style, count) -> chips.append(chip(style.label(), count, true)));
    return "<div class=\"filters\"><input id=\"search\" type=\"search\" autofocus "
        + "placeholder=\"Search path, id, parameter, evidence\" aria-label=\"Search\">"
        + "<label class=\"sure\">at least <output id=\"least\">0</output> % sure"
        + "<input id=\"sure\" type=\"range\" min=\"0\" max=\"100\" step=\"5\" value=\"0\"></label>"
        + "<div class=\"chips\">" + chips + chip("none", none, false) + "</div></div>\n";
  }

  private static String chip(String style, long count, boolean on) {
    return "<button type=\"button\" class=\"chip\" data-style=\"" + style + "\" aria-pressed=\""
        + on + "\">" + (style.equals("none") ? "not paginated" : style) + " <b>"
        + String.format(Locale.ROOT, "%,d", count) + "</b></button>";
  }

  private static String operation(Detection detection) {
    Operation operation = detection.operation();
    String style = detection.best().map(best -> best.style().label()).orElse("none");
    String head = "<span class=\"method " + escaped(operation.method().toLowerCase(Locale.ROOT))
        + "\">" + escaped(operation.method()) + "</span><code class=\"path\">"
        + escaped(operation.path()) + "</code>"
        + operation
            .id()
            .map(id -> "<span class=\"id\">" + escaped(id) + "</span>")
            .orElse("");
    return detection
        .best()
        .map(best -> opening(style, best.confidence()) + "<summary>" + head + tag(best)
            + "</summary>" + choice(best) + others(detection) + "</details>\n")
        .orElseGet(() -> "<div class=\"operation\" data-style=\"none\" data-sure=\"0\" hidden>"
            + head + "</div>\n");
  }

  private static String opening(String style, double confidence) {
    return "<details class=\"operation\" data-style=\"" + style + "\" data-sure=\""
        + percent(confidence) + "\">";
  }

  private static long percent(double confidence) {
    return Math.round(confidence * 100);
  }

  private static String tag(DetectedPagination best) {
    long percent = percent(best.confidence());
    String level = percent >= 85 ? "high" : percent >= 70 ? "middle" : "low";
    return "<span class=\"way\">" + way(best) + "</span><span class=\"style\">"
        + escaped(best.style().label()) + "</span><span class=\"meter " + level + "\" title=\""
        + percent + " % sure\"><i style=\"width:" + percent
        + "%\"></i></span><span class=\"percent\">"
        + percent + " %</span>";
  }

  /** From the response to the next request, in one line. */
  private static String way(DetectedPagination best) {
    String from = switch (best.style()) {
      case CURSOR, BODY_CURSOR, NEXT_URL -> best.next().orElse("?");
      case LINK_HEADER -> "Link: rel=next";
      case AFTER_LAST_ITEM -> "last item's " + best.lastItemField().orElse("?");
      case OFFSET -> "items so far";
      case PAGE_NUMBER -> "page + 1";
    };
    String to = best.position()
        .map(field -> (field.in().equals("query") ? "?" : field.in() + " ") + field.name())
        .orElse("the URL itself");
    return "<code>" + escaped(from) + "</code> → <code>" + escaped(to) + "</code>";
  }

  private static String choice(DetectedPagination choice) {
    return "<dl>"
        + fact("Items", choice.items().orElse("not said by the document"))
        + fact("Position sent as", DetectTable.sentAs(choice))
        + fact("Next position", choice.next().orElse("-"))
        + choice
            .size()
            .map(size -> fact(
                "Page size",
                size.in() + " " + size.name()
                    + size.maximum().map(most -> ", at most " + most).orElse("")))
            .orElse("")
        + choice
            .endFlag()
            .map(flag -> fact("More pages while", flag.toString()))
            .orElse("")
        + choice.total().map(path -> fact("Number of items", path)).orElse("")
        + choice.totalPages().map(path -> fact("Number of pages", path)).orElse("")
        + choice.start().map(first -> fact("Counts from", first.toString())).orElse("")
        + "</dl><h3>Evidence</h3><ul class=\"evidence\">"
        + choice.evidence().stream()
            .map(reason -> "<li>" + escaped(reason) + "</li>")
            .collect(Collectors.joining())
        + "</ul>";
  }

  private static String fact(String name, String value) {
    return "<div><dt>" + name + "</dt><dd><code>" + escaped(value) + "</code></dd></div>";
  }

  private static String others(Detection detection) {
    return detection.choices().stream()
        .skip(1)
        .map(other -> "<h3>Or else: " + escaped(other.style().label()) + ", "
            + percent(other.confidence()) + " % sure</h3>" + choice(other))
        .collect(Collectors.joining());
  }
}
