package dev.pageturner.openapi.cli.report;

import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.model.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** How the operations of a document page, in columns. */
public final class DetectTable {
  private static final List<String> HEAD =
      List.of("METHOD", "PATH", "STYLE", "ITEMS", "SENT AS", "NEXT", "SIZE", "SURE");

  private static final int GAP = 2;

  private DetectTable() {}

  /**
   * {@return the table}
   *
   * @param detections what was found
   * @param all whether operations that do not page have a row too
   */
  public static String of(List<Detection> detections, boolean all) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    detections.stream()
        .filter(detection -> all || detection.isPaginated())
        .map(DetectTable::row)
        .map(row -> row.stream().map(Printable::of).toList())
        .forEach(rows::add);
    long paginated = detections.stream().filter(Detection::isPaginated).count();
    return columns(rows)
        + String.format(Locale.ROOT, "%,d of %,d operations page.%n", paginated, detections.size());
  }

  private static List<String> row(Detection detection) {
    String method = detection.operation().method();
    String path = detection.operation().path();
    return detection
        .best()
        .map(best -> List.of(
            method,
            path,
            best.style().label(),
            best.items().orElse("-"),
            sentAs(best),
            best.next().orElse("-"),
            best.size().map(DetectTable::sizeIn).orElse("-"),
            String.format(Locale.ROOT, "%.2f", best.confidence())))
        .orElse(List.of(method, path, "-", "", "", "", "", ""));
  }

  private static String sizeIn(DetectedPagination.PageSize size) {
    return size.in().equals("query") ? size.name() : size.in() + " " + size.name();
  }

  /** {@return what carries the position, such as {@code query cursor}} */
  static String sentAs(DetectedPagination best) {
    return best.position().map(field -> field.in() + " " + field.name()).orElse("-");
  }

  private static String columns(List<List<String>> rows) {
    Column[] columns = IntStream.range(0, HEAD.size())
        .map(column ->
            rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
        .mapToObj(width -> new Column(width + GAP, 0, Column.Overflow.TRUNCATE))
        .toArray(Column[]::new);
    TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
    rows.forEach(
        row -> table.addRowValues(row.stream().map(DetectTable::plain).toArray(Text[]::new)));
    return table.toString();
  }

  /** Text in which picocli finds no markup of colours, which begins with {@code @|}. */
  private static Text plain(String cell) {
    return Stream.of(cell.split("(?<=@)(?=\\|)", -1))
        .map(Ansi.OFF::text)
        .reduce(Ansi.OFF.text(""), Text::concat);
  }
}
