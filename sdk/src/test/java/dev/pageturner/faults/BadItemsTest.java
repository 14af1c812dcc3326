package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.page.BadItem;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalSummary;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Verdict;
import dev.pageturner.testing.TestedApi;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items that do not fit their type: an error, or left out, told and counted. */
class BadItemsTest extends ServerCase {
  private static final String FIRST =
      "{'items': [{'id': 1}, {'id': 'x'}, {'id': 2}, null], 'next': 'c2'}";
  private static final String SECOND = "{'items': [{'id': {'a': [1]}}, {'id': 3}], 'next': null}";

  private final List<BadItem> bad = new CopyOnWriteArrayList<>();

  record Row(int id) {}

  private static TestedApi api(BadItemsTest test, boolean streamed) {
    return test.tested(test.builder().maxBufferedPage(streamed ? 1 : 1 << 20).build());
  }

  private PagedIterable<Row> rows(boolean streamed) {
    return api(this, streamed).list("/rows", Row.class, CURSOR);
  }

  private static List<Integer> ids(Iterable<Row> rows) {
    List<Integer> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(row.id()));
    return ids;
  }

  @Test
  void itemThatDoesNotFitIsAnErrorWhereNobodyTakesIt() {
    server.enqueue(json(FIRST));

    PageturnerException failure = failure(() -> ids(rows(false)));

    assertThat(failure.kind()).isEqualTo(Kind.PARSE);
    assertThat(failure).hasMessageContaining("item 1 of");
  }

  @ParameterizedTest
  @CsvSource({"false, 0", "true, 0", "false, 2", "true, 2"})
  void itemsThatDoNotFitAreLeftOutAndHandedOver(boolean streamed, int prefetch) {
    server.enqueue(json(FIRST));
    server.enqueue(json(SECOND));
    TraversalSummary summary = new TraversalSummary();

    PagedIterable<Row> rows =
        rows(streamed).prefetch(prefetch).listener(summary).onBadItem(bad::add);

    assertThat(ids(rows)).containsExactly(1, 2, 3);
    assertThat(bad).extracting(BadItem::index).containsExactly(1L, 3L, 0L);
    assertThat(bad)
        .extracting(BadItem::json)
        .containsExactly("{\"id\": \"x\"}", "null", "{\"id\": {\"a\": [1]}}");
    assertThat(bad)
        .extracting(BadItem::path)
        .containsExactly("$.items[1].id", "$.items[3]", "$.items[0].id");
    assertThat(bad).extracting(item -> item.page().pages()).containsExactly(0L, 0L, 1L);
    assertThat(summary.items()).isEqualTo(3);
    assertThat(summary.omitted()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void listWithItemsLeftOutIsNotCalledComplete(boolean streamed) {
    server.enqueue(json(FIRST));
    server.enqueue(json(SECOND));

    try (PagedIterator<Row> rows = rows(streamed).onBadItem(bad::add).iterator()) {
      rows.forEachRemaining(row -> {});
      Verdict verdict = rows.verdict().orElseThrow();

      assertThat(verdict.isComplete()).isFalse();
      assertThat(verdict.omitted()).isEqualTo(3);
      assertThat(verdict).asString().contains("3 items were left out");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void checkpointGoesPastWhatWasLeftOut(boolean streamed) {
    for (int taken = 1; taken <= 3; taken++) {
      server.enqueue(json(FIRST));
      if (taken > 2) {
        server.enqueue(json(SECOND));
      }
      Checkpoint after;
      List<Integer> ids = new ArrayList<>();
      try (PagedIterator<Row> rows = rows(streamed).onBadItem(bad::add).iterator()) {
        while (ids.size() < taken) {
          ids.add(rows.next().id());
        }
        after = Checkpoint.parse(rows.checkpoint().toString());
      }
      if (taken <= 2) {
        server.enqueue(json(FIRST));
      }
      server.enqueue(json(SECOND));
      PagedIterable<Row> rest = rows(streamed).onBadItem(bad::add).startFrom(after);
      ids.addAll(ids(rest));

      assertThat(ids).as("resumed after %s", taken).containsExactly(1, 2, 3);
    }
  }

  @Test
  void itemsLeftOutDoNotCountForTheMostItems() {
    server.enqueue(json(FIRST));
    server.enqueue(json(SECOND));

    assertThat(ids(rows(false).maxItems(3).onBadItem(bad::add))).containsExactly(1, 2, 3);
  }

  @Test
  void pagesHaveTheItemsThatFit() {
    server.enqueue(json(FIRST));
    server.enqueue(json(SECOND));
    List<List<Row>> pages = new ArrayList<>();

    rows(false).onBadItem(bad::add).pages().forEach(page -> pages.add(page.items()));

    assertThat(pages).containsExactly(List.of(new Row(1), new Row(2)), List.of(new Row(3)));
  }

  @Test
  void pageWithNothingThatFitsIsNoEndAndNoEmptyPage() {
    server.enqueue(json("{'items': [{'id': 'x'}], 'next': 'c2'}"));
    server.enqueue(json("{'items': [{'id': 3}], 'next': null}"));

    assertThat(ids(rows(false).maxEmptyPages(1).onBadItem(bad::add))).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pageThatIsNoJsonIsNoBadItem(boolean streamed) {
    server.enqueue(json("{'items': [{'id': 1}, {'id': tru}], 'next': null}"));

    PageturnerException failure = failure(() -> ids(rows(streamed).onBadItem(bad::add)));

    assertThat(failure.kind()).isEqualTo(Kind.PARSE);
    assertThat(bad).isEmpty();
  }

  @Test
  void itemComesAgainToAHandlerThatThrows() {
    server.enqueue(json(FIRST));
    server.enqueue(json(FIRST));
    server.enqueue(json(SECOND));
    PagedIterable<Row> rows = rows(false).onBadItem(item -> {
      bad.add(item);
      if (bad.size() == 1) {
        throw new IllegalStateException("full");
      }
    });

    List<Integer> ids = new ArrayList<>();
    try (PagedIterator<Row> iterator = rows.iterator()) {
      ids.add(iterator.next().id());
      Checkpoint before = iterator.checkpoint();
      assertThatThrownBy(iterator::hasNext).hasStackTraceContaining("full");
      ids.addAll(ids(rows.startFrom(before)));
    }

    assertThat(ids).containsExactly(1, 2, 3);
    assertThat(bad).extracting(BadItem::index).containsExactly(1L, 1L, 3L, 0L);
  }

  @Test
  void linesThatDoNotFitAreLeftOutToo() {
    server.enqueue(json("{'id': 1}\n{'id': 'x'}\nnull\n{'id': 2}\n"));
    Pagination lines =
        Pagination.onePage().newBuilder().items(new Items.Lines()).build();

    assertThat(ids(client().list("/rows", Row.class, lines).onBadItem(bad::add)))
        .containsExactly(1, 2);
    assertThat(bad).extracting(BadItem::path).containsExactly("line 2, $.id", "line 3, $");
  }
}
