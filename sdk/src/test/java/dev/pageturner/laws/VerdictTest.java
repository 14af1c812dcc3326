package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalSummary;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a traversal says how far its end can be believed. */
class VerdictTest {
  private static final Pagination OFFSET =
      Pagination.offset("offset", "limit").items("$.items").totalItems("$.total");

  /** Two of three items, and then an empty page. */
  private static FakeApi ofTwoOfThree() {
    return new FakeApi()
        .on("/names?offset=0", "{'total': 3, 'items': ['a', 'b']}")
        .on("/names?offset=2", "{'total': 3, 'items': []}");
  }

  private static PagedIterable<String> list(FakeApi api) {
    return api.client().build().list("/names", String.class, OFFSET);
  }

  private static void read(PagedIterator<String> items, List<String> into) {
    items.forEachRemaining(into::add);
  }

  @Test
  void anEndThatIsProvedIsComplete() {
    PagedIterator<String> items = FakeApi.ofThreePages().names().iterator();
    assertThat(items.verdict()).isEmpty();
    read(items, new ArrayList<>());
    assertThat(items.verdict())
        .hasValueSatisfying(v -> assertThat(v.isComplete()).isTrue());
  }

  @Test
  void limitsOfTheConsumerGiveNoVerdict() {
    PagedIterable<String> names = FakeApi.ofThreePages().names();
    TraversalSummary summary = new TraversalSummary();
    PagedIterator<String> items = names.maxItems(3).listener(summary).iterator();
    read(items, new ArrayList<>());
    assertThat(items.stopReason()).contains(StopReason.MAX_ITEMS);
    assertThat(items.verdict()).isEmpty();

    PagedIterator<String> pages = names.maxPages(2).listener(summary).iterator();
    read(pages, new ArrayList<>());
    assertThat(pages.stopReason()).contains(StopReason.MAX_PAGES);
    assertThat(pages.verdict()).isEmpty();

    PagedIterator<String> closed = names.listener(summary).iterator();
    closed.next();
    closed.close();
    assertThat(closed.verdict()).isEmpty();
    assertThat(summary.verdict()).isEmpty();
    assertThat(summary.toString()).doesNotContain(";");
  }

  static Stream<Consumer<List<String>>> waysToReadAll() {
    return Stream.of(
        got -> list(ofTwoOfThree()).forEach(got::add),
        got -> list(ofTwoOfThree()).prefetch(2).forEach(got::add),
        got -> list(ofTwoOfThree()).peek(got::add).toList(),
        got -> list(ofTwoOfThree()).batched(5).forEach(got::addAll),
        got -> list(ofTwoOfThree()).pages().forEach(page -> got.addAll(page.items())),
        got -> list(ofTwoOfThree()).stream().forEach(got::add),
        got -> {
          try {
            list(ofTwoOfThree()).forEachBatch(5, (batch, checkpoint) -> got.addAll(batch));
          } catch (PageturnerException e) {
            throw e;
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("waysToReadAll")
  void everythingIsDeliveredBeforeTheErrorOfAContradictedEnd(Consumer<List<String>> way) {
    List<String> got = new ArrayList<>();
    assertThatThrownBy(() -> way.accept(got))
        .isInstanceOfSatisfying(PageturnerException.Paging.class, e -> {
          assertThat(e.kind()).isEqualTo(Kind.INCOMPLETE);
          assertThat(e.verdict().orElseThrow().evidence())
              .extracting(Evidence::kind)
              .contains(Evidence.Kind.TOTAL_ITEMS);
          assertThat(e.checkpoint().orElseThrow().items()).isEqualTo(2);
        });
    assertThat(got).containsExactly("a", "b");
  }

  @Test
  void anEndThatIsAcceptedIsAVerdictAndNoError() {
    TraversalSummary summary = new TraversalSummary();
    PagedIterator<String> items =
        list(ofTwoOfThree()).acceptIncomplete().listener(summary).iterator();
    List<String> got = new ArrayList<>();
    read(items, got);
    assertThat(got).containsExactly("a", "b");
    assertThat(items.verdict()).hasValueSatisfying(v -> {
      assertThat(v.certainty()).isEqualTo(Certainty.CONTRADICTED);
      assertThat(v.isComplete()).isFalse();
    });
    assertThat(summary.verdict()).isEqualTo(items.verdict());
    assertThat(summary.toString()).contains("; the list is not complete: ");
  }

  @Test
  void askedAgainTheLastPageIsReadAgainAndTheListGoesOnIfThereIsMoreByThen() {
    FakeApi api = new FakeApi()
        .on("/names?offset=0", "{'total': 3, 'items': ['a', 'b']}")
        .on("/names?offset=2", "{'total': 3, 'items': []}")
        .on("/names?offset=2", "{'total': 3, 'items': []}")
        .on("/names?offset=2", "{'total': 3, 'items': ['c']}");
    PagedIterator<String> items = list(api).iterator();
    List<String> got = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> read(items, got)).isInstanceOf(PageturnerException.Paging.class);
      assertThat(items.stopReason()).isEmpty();
      assertThat(items.verdict()).isEmpty();
    }
    read(items, got);
    assertThat(got).containsExactly("a", "b", "c");
    assertThat(api.asked()).isEqualTo(4);
    assertThat(items.verdict().orElseThrow().isComplete()).isTrue();
  }

  @Test
  void askedAgainTheItemsOfTheLastPageDoNotComeTwice() {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a', 'b'], 'next': null, 'has_more': true}")
        .on("/names", "{'items': ['a', 'b', 'c'], 'next': null, 'has_more': false}");
    PagedIterator<String> items = api.names().iterator();
    List<String> got = new ArrayList<>();
    assertThatThrownBy(() -> read(items, got)).isInstanceOf(PageturnerException.Paging.class);
    assertThat(got).containsExactly("a", "b");
    read(items, got);
    assertThat(got).containsExactly("a", "b", "c");
  }

  @Test
  void anEndInDoubtIsWarnedOfOnceUnlessItIsAccepted() {
    FakeApi api = new FakeApi().on("/names?limit=2", "['a', 'b']");
    List<TraversalEvent> events = new ArrayList<>();
    PagedIterable<String> list =
        api.client().build().list("/names?limit=2", String.class).listener(events::add);
    PagedIterator<String> items = list.iterator();
    read(items, new ArrayList<>());
    assertThat(items.verdict().orElseThrow().certainty()).isEqualTo(Certainty.IN_DOUBT);
    assertThat(events).filteredOn(TraversalEvent.Warning.class::isInstance).hasSize(1);
    events.clear();
    read(list.acceptIncomplete().iterator(), new ArrayList<>());
    assertThat(events).filteredOn(TraversalEvent.Warning.class::isInstance).isEmpty();
  }

  @Test
  void ofSeveralEndsTheSummarySaysTheLeastCertain() {
    TraversalSummary summary = new TraversalSummary();
    FakeApi.ofThreePages().names().listener(summary).toList();
    assertThat(summary.toString()).contains("; the list is complete: ");
    FakeApi api = new FakeApi().on("/names?limit=2", "['a', 'b']");
    api.client().build().list("/names?limit=2", String.class).listener(summary).toList();
    FakeApi.ofThreePages().names().listener(summary).toList();
    assertThat(summary.verdict().orElseThrow().certainty()).isEqualTo(Certainty.IN_DOUBT);
    assertThat(summary.toString()).contains("; it is in doubt whether the list is complete: ");
  }
}
