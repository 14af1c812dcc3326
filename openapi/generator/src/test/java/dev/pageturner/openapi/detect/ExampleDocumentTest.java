package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.parse.OpenApiReader;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The repository's own example document: a list for every page style. */
class ExampleDocumentTest {
  private static final ApiDocument DOCUMENT = OpenApiReader.read(file());
  private static final List<Detection> DETECTIONS = PaginationDetector.detect(DOCUMENT);

  private static Path file() {
    String basedir = System.getProperty("basedir", "");
    return Path.of(basedir).toAbsolutePath().resolve("../specs/shop.yaml").normalize();
  }

  @Test
  void isReadWithoutAProblem() {
    assertThat(DOCUMENT.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      # operation,     style,       items,              position,                    next,                     size,       maximum, end flag,    total
      listUsers,       cursor,      $.data,             query:cursor,                $.meta.next_cursor,       limit,      100,     -,           $.meta.total
      listAuditEntries,cursor,      $.entries,          query:page_token,            $.next_page_token,        page_size,  1000,    -,           -
      listProducts,    next-url,    $.items,            -,                           $.links.next,             page_size,  200,     -,           -
      listReviews,     page,        $.reviews,          query:page,                  -,                        per_page,   100,     $.has_more,  -
      listCustomers,   offset,      $.results,          query:offset,                -,                        limit,      100,     -,           $.total
      listOrders,      next-url,    $._embedded.orders, -,                           $._links.next.href,       size,       100,     -,           $.page.totalElements
      searchOrders,    token-body,  $.orders,           body:page.cursor,            $.page.next_cursor,       page.limit, 100,     -,           -
      listPayments,    after-id,    $.data,             query:starting_after,        -,                        limit,      100,     $.has_more,  -
      listInvoices,    page,        $.data,             query:page,                  -,                        per_page,   50,      -,           $.pagination.total_count
      listEvents,      cursor,      $,                  query:cursor,                header:X-Next-Cursor,     limit,      1000,    -,           -
      listExports,     cursor,      $.exports,          header:X-Continuation-Token, $.continuation_token,     limit,      100,     -,           -
      listWebhooks,    link-header, $,                  -,                           header:Link,              per_page,   100,     -,           -
      """)
  void eachListIsFoundInItsStyle(
      String id,
      String style,
      String items,
      String position,
      String next,
      String size,
      long maximum,
      String endFlag,
      String total) {
    DetectedPagination found = best(id);

    assertThat(List.of(
            found.style().label(),
            found.items().orElse("-"),
            found.position().map(ExampleDocumentTest::inShort).orElse("-"),
            found.next().orElse("-"),
            found.endFlag().map(EndFlag::toString).orElse("-"),
            found.total().orElse("-")))
        .containsExactly(style, items, position, next, endFlag, total);
    assertThat(found.size().orElseThrow().name()).isEqualTo(size);
    assertThat(found.size().orElseThrow().maximum()).contains(maximum);
  }

  private static DetectedPagination best(String id) {
    return DETECTIONS.stream()
        .filter(detection -> detection.operation().id().orElse("").equals(id))
        .findFirst()
        .flatMap(Detection::best)
        .orElseThrow(() -> new AssertionError(id + " is not seen as paginated"));
  }

  private static String inShort(PositionField field) {
    return field.in() + ":" + field.name();
  }

  @Test
  void nothingElseIsTakenForAList() {
    assertThat(DETECTIONS.stream().filter(Detection::isPaginated)).hasSize(12);
  }

  @Test
  void everyStyleOccurs() {
    Set<PageStyle> styles = DETECTIONS.stream()
        .flatMap(detection -> detection.best().stream())
        .map(DetectedPagination::style)
        .collect(Collectors.toSet());

    assertThat(styles).isEqualTo(EnumSet.allOf(PageStyle.class));
  }
}
