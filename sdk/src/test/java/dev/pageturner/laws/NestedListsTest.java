package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.LostList;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.position.Verdict.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists within lists: when they ask, where they stand, how they end, what becomes of lost ones. */
class NestedListsTest {
  private static final Pagination CURSOR = FakeApi.CURSOR;

  private final FakeApi api = new FakeApi()
      .on("/orgs", "{'items': ['a', 'b'], 'next': 'p2'}")
      .on("/orgs?cursor=p2", "{'items': ['c'], 'next': null}")
      .on("/orgs/a", "{'items': ['a1', 'a2'], 'next': 'q2'}")
      .on("/orgs/a?cursor=q2", "{'items': ['a3'], 'next': null}")
      .on("/orgs/b", "{'items': [], 'next': null}")
      .on("/orgs/c", "{'items': ['c1', 'c2'], 'next': null}");

  private final ApiClient client = api.client().build();

  @AfterEach
  void close() {
    client.close();
  }

  private PagedIterable<String> orgs() {
    return client.list("/orgs", String.class, CURSOR);
  }

  private PagedIterable<String> repos(String org) {
    return client.list("/orgs/" + org, String.class, CURSOR);
  }

  private PagedIterable<String> all() {
    return orgs().thenEach(this::repos);
  }

  private static PagedIterator<String> taken(PagedIterable<String> list, int items) {
    PagedIterator<String> iterator = list.iterator();
    for (int i = 0; i < items; i++) {
      iterator.next();
    }
    return iterator;
  }

  private static Checkpoint after(PagedIterable<String> list, int items) {
    return Checkpoint.parse(taken(list, items).checkpoint().toString());
  }

  private static List<String> items(PagedIterable<String> list) {
    return list.toList();
  }

  @Test
  void eachRequestIsSentWhenItsPageIsNeeded() {
    PagedIterator<String> items = all().iterator();
    assertThat(api.asked()).isZero();
    assertThat(items.next() + items.next()).isEqualTo("a1a2");
    assertThat(api.targets()).containsExactly("/orgs", "/orgs/a");
    assertThat(items.next()).isEqualTo("a3");
    assertThat(api.targets()).endsWith("/orgs/a?cursor=q2");
    assertThat(items.next()).isEqualTo("c1");
    assertThat(api.targets())
        .containsExactly(
            "/orgs", "/orgs/a", "/orgs/a?cursor=q2", "/orgs/b", "/orgs?cursor=p2", "/orgs/c");
    assertThat(items.next()).isEqualTo("c2");
    assertThat(items.hasNext()).isFalse();
    assertThat(api.asked()).isEqualTo(6);
    assertThat(items.stopReason()).contains(StopReason.END_OF_LIST);
    assertThat(items.verdict().map(Verdict::certainty)).contains(Certainty.PROVED);
  }

  @Test
  void maxItemsAsksForNoFurtherList() {
    assertThat(items(all().maxItems(3))).containsExactly("a1", "a2", "a3");
    assertThat(api.targets()).containsExactly("/orgs", "/orgs/a", "/orgs/a?cursor=q2");
  }

  @Test
  void betweenTwoListsTheCheckpointIsBehindTheFormerItem() {
    PagedIterator<String> items = taken(all(), 3);
    assertThat(items.checkpoint().parts()).hasSize(2);
    assertThat(items.checkpoint().items()).isEqualTo(3);
    items.next();
    assertThat(items.checkpoint().parts().get(0).position()).isEqualTo(Position.cursor("p2"));
    assertThat(items.checkpoint().items()).isEqualTo(4);
    items.next();
    assertThat(items.hasNext()).isFalse();
    assertThat(items.checkpoint().parts()).hasSize(1);
    assertThat(items.checkpoint().items()).isEqualTo(5);
    assertThat(items(all().startFrom(items.checkpoint()))).isEmpty();
  }

  @Test
  void pagesAreThoseOfTheListsWithin() {
    assertThat(all().pages().map(Page::items).toList())
        .containsExactly(List.of("a1", "a2"), List.of("a3"), List.of(), List.of("c1", "c2"));
    assertThat(all().maxItems(4).pages().map(Page::items).toList())
        .containsExactly(List.of("a1", "a2"), List.of("a3"), List.of(), List.of("c1"));
  }

  @Test
  void anErrorOfAListWithinCarriesTheCheckpointOfAll() {
    api.on("/orgs/a?cursor=q2", 503, "{}");
    FakeApi broken = new FakeApi()
        .on("/orgs", "{'items': ['a', 'b'], 'next': null}")
        .on("/orgs/a", "{'items': ['a1', 'a2'], 'next': 'q2'}")
        .on("/orgs/a?cursor=q2", 503, "{}")
        .on("/orgs/a?cursor=q2", "{'items': ['a3'], 'next': null}")
        .on("/orgs/b", 503, "{}")
        .on("/orgs/b", "{'items': ['b1'], 'next': null}");
    try (ApiClient other = broken.client().build()) {
      PagedIterable<String> list = other
          .list("/orgs", String.class, CURSOR)
          .thenEach(org -> other.list("/orgs/" + org, String.class, CURSOR));
      List<String> seen = new ArrayList<>();
      Checkpoint first = failure(list, seen);
      assertThat(seen).containsExactly("a1", "a2");
      Checkpoint second = failure(list.startFrom(first), seen);
      assertThat(seen).containsExactly("a1", "a2", "a3");
      list.startFrom(second).forEach(seen::add);
      assertThat(seen).containsExactly("a1", "a2", "a3", "b1");
    }
  }

  private static Checkpoint failure(PagedIterable<String> list, List<String> seen) {
    try {
      list.forEach(seen::add);
    } catch (PageturnerException e) {
      return Checkpoint.parse(e.checkpoint().orElseThrow().toString());
    }
    throw new AssertionError("nothing failed");
  }

  @Test
  void theFormerErrorIsForgottenWhereTheIteratorIsAskedAgain() {
    FakeApi flaky = new FakeApi()
        .on("/orgs", "{'items': ['a'], 'next': null}")
        .on("/orgs/a", 503, "{}")
        .on("/orgs/a", "{'items': ['a1'], 'next': null}");
    try (ApiClient other = flaky.client().build()) {
      PagedIterator<String> items = other
          .list("/orgs", String.class, CURSOR)
          .thenEach(org -> other.list("/orgs/" + org, String.class, CURSOR))
          .iterator();
      assertThatThrownBy(items::hasNext).isInstanceOf(PageturnerException.Status.class);
      assertThat(items.next()).isEqualTo("a1");
      assertThat(items.hasNext()).isFalse();
      assertThat(flaky.targets()).containsExactly("/orgs", "/orgs/a", "/orgs/a");
    }
  }

  @Test
  void whenTheFunctionThrowsTheOuterItemIsGone() {
    PagedIterable<String> list = orgs().thenEach(org -> {
      if (org.equals("a")) {
        throw new IllegalStateException("no a");
      }
      return repos(org);
    });
    PagedIterator<String> items = list.iterator();
    assertThatThrownBy(items::hasNext).hasMessage("no a");
    assertThat(items(list.startFrom(items.checkpoint()))).containsExactly("c1", "c2");
    assertThat(items.next()).isEqualTo("c1");
  }

  @Test
  void theVerdictIsTheWeakestAndTheOmittedItemsAreAddedUp() {
    FakeApi numbers = new FakeApi()
        .on("/x", "{'items': ['a', 'b'], 'next': null}")
        .on("/a", "{'items': [1, 'no', 2], 'next': null}")
        .on("/b", "{'items': [3, 'no', 'no']}");
    try (ApiClient other = numbers.client().build()) {
      PagedIterator<Integer> items = other
          .list("/x", String.class, CURSOR)
          .thenEach(name -> other.list("/" + name, Integer.class, CURSOR))
          .onBadItem(item -> {})
          .iterator();
      List<Integer> seen = new ArrayList<>();
      items.forEachRemaining(seen::add);
      assertThat(seen).containsExactly(1, 2, 3);
      Verdict verdict = items.verdict().orElseThrow();
      assertThat(verdict.omitted()).isEqualTo(3);
      assertThat(verdict.certainty()).isGreaterThanOrEqualTo(Certainty.PROVED);
      assertThat(verdict.isComplete()).isFalse();
    }
  }

  @Test
  void aListWithinWhoseEndIsContradictedIsAnErrorUnlessAccepted() {
    FakeApi lying = new FakeApi()
        .on("/x", "{'items': ['a', 'b'], 'next': null}")
        .on("/a", "{'items': ['a1'], 'next': null, 'has_more': true}")
        .on("/b", "{'items': ['b1'], 'next': null}");
    try (ApiClient other = lying.client().build()) {
      PagedIterable<String> list = other
          .list("/x", String.class, CURSOR)
          .thenEach(name -> other.list("/" + name, String.class, CURSOR));
      List<String> seen = new ArrayList<>();
      assertThatThrownBy(() -> list.forEach(seen::add))
          .isInstanceOf(PageturnerException.Paging.class);
      assertThat(seen).containsExactly("a1");

      PagedIterator<String> items = list.acceptIncomplete().iterator();
      items.forEachRemaining(item -> {});
      assertThat(items.stopReason()).contains(StopReason.END_OF_LIST);
      assertThat(items.verdict().map(Verdict::certainty)).contains(Certainty.CONTRADICTED);
    }
  }

  @Test
  void theReasonIsThatOfTheListThatWasCut() {
    PagedIterator<String> outer = orgs().maxItems(1).thenEach(this::repos).iterator();
    outer.forEachRemaining(item -> {});
    assertThat(outer.stopReason()).contains(StopReason.MAX_ITEMS);
    assertThat(outer.verdict()).isEmpty();

    PagedIterator<String> within =
        orgs().thenEach(org -> repos(org).maxPages(1)).iterator();
    List<String> seen = new ArrayList<>();
    within.forEachRemaining(seen::add);
    assertThat(seen).containsExactly("a1", "a2", "c1", "c2");
    assertThat(within.stopReason()).contains(StopReason.MAX_PAGES);
  }

  @Test
  void optionsThatFollowAreForTheListsWithinAndMaxPagesIsRefused() {
    List<TraversalEvent> events = new ArrayList<>();
    assertThat(items(all().prefetch(1).maxSamePages(3).maxEmptyPages(7).listener(events::add)))
        .hasSize(5);
    assertThat(events).filteredOn(TraversalEvent.PageReceived.class::isInstance).hasSize(6);
    assertThat(events).filteredOn(TraversalEvent.Ended.class::isInstance).hasSize(4);
    assertThatThrownBy(() -> all().pageSize(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> all().prefetch(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> all().maxPages(3))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("maxItems");
  }

  @Test
  void closingClosesBothLists() {
    PagedIterator<String> items = taken(all(), 1);
    items.close();
    assertThat(items.hasNext()).isFalse();
    assertThat(items.stopReason()).contains(StopReason.CLOSED);
    assertThat(items(all().startFrom(items.checkpoint()))).containsExactly("a2", "a3", "c1", "c2");
  }

  @Test
  void closingFromAnotherThreadEndsTheListThatIsWaitedFor() throws Exception {
    CountDownLatch fetching = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    PagedIterable<String> slow = PagedIterable.from(position -> {
      fetching.countDown();
      closed.await();
      return Page.last(List.of("late"));
    });
    PagedIterator<String> items =
        orgs().thenEach(org -> slow).filter(item -> true).iterator();
    CompletableFuture<Boolean> more = CompletableFuture.supplyAsync(items::hasNext);
    fetching.await();
    items.close();
    closed.countDown();
    assertThat(more.get(30, TimeUnit.SECONDS)).isFalse();
    assertThat(items.stopReason()).contains(StopReason.CLOSED);
    assertThatThrownBy(items::next).hasMessage("the traversal was closed");
  }

  // Checkpoints of other lists.

  @Test
  void aCheckpointOfAnotherShapeIsRefused() {
    Checkpoint single = after(orgs(), 1);
    assertThatThrownBy(() -> all().startFrom(single).iterator())
        .isInstanceOf(PageturnerException.BadCheckpoint.class)
        .hasMessageContaining("single list");
    Checkpoint nested = after(all(), 1);
    assertThatThrownBy(() -> orgs().startFrom(nested).iterator())
        .isInstanceOf(PageturnerException.BadCheckpoint.class);
    assertThatThrownBy(() -> repos("a").thenEach(this::repos).startFrom(nested).iterator())
        .isInstanceOf(PageturnerException.BadCheckpoint.class)
        .hasMessageContaining("other lists within lists");
    assertThatThrownBy(() -> all().thenEach(this::repos).startFrom(nested).iterator())
        .isInstanceOf(PageturnerException.BadCheckpoint.class);
    assertThatThrownBy(
            () -> PagedIterable.chain(orgs(), repos("a")).startFrom(nested).iterator())
        .isInstanceOf(PageturnerException.BadCheckpoint.class);
    assertThat(api.targets()).containsOnly("/orgs", "/orgs/a");
  }

  // Lists that are lost.

  /** The same API some days later: a is gone, or its list is, or the list's position is. */
  private static FakeApi later(String firstOrgs) {
    return new FakeApi()
        .on("/orgs", "{'items': [" + firstOrgs + "], 'next': 'p2'}")
        .on("/orgs?cursor=p2", "{'items': ['c'], 'next': null}")
        .on("/orgs/a", "{'items': ['a1', 'a2'], 'next': 'q9'}")
        .on("/orgs/a?cursor=q9", "{'items': ['a3'], 'next': null}")
        .on("/orgs/a?cursor=q2", 410, "{}")
        .on("/orgs/b", "{'items': ['b1'], 'next': null}")
        .on("/orgs/c", "{'items': ['c1', 'c2'], 'next': null}");
  }

  /** Stands behind a3, on the second page of the list within. */
  private Checkpoint afterThree() {
    return after(all(), 3);
  }

  private static List<String> resumed(FakeApi later, Checkpoint from, LostList lost) {
    try (ApiClient other = later.client().build()) {
      List<TraversalEvent> events = new ArrayList<>();
      List<String> items = other
          .list("/orgs", String.class, CURSOR)
          .thenEach(org -> other.list("/orgs/" + org, String.class, CURSOR), lost)
          .startFrom(from)
          .listener(events::add)
          .toList();
      assertThat(events)
          .filteredOn(TraversalEvent.Warning.class::isInstance)
          .hasSize(1)
          .allMatch(event -> event.toString().contains("cannot be read on"));
      return items;
    }
  }

  @Test
  void anExpiredListIsAnErrorOrLeftOutOrStartedOver() {
    Checkpoint from = afterThree();
    assertThatThrownBy(() -> resumed(later("'a', 'b'"), from, LostList.FAIL))
        .isInstanceOfSatisfying(PageturnerException.Status.class, e -> {
          assertThat(e.status()).isEqualTo(410);
          assertThat(e.checkpoint()).contains(from);
        });
    assertThat(resumed(later("'a', 'b'"), from, LostList.SKIP)).containsExactly("b1", "c1", "c2");
    assertThat(resumed(later("'a', 'b'"), from, LostList.START_OVER))
        .containsExactly("a1", "a2", "a3", "b1", "c1", "c2");
  }

  @Test
  void whereAnotherItemStandsInsteadItsListIsRead() {
    Checkpoint from = afterThree();
    assertThatThrownBy(() -> resumed(later("'b'"), from, LostList.FAIL))
        .isInstanceOfSatisfying(PageturnerException.BadCheckpoint.class, e -> {
          assertThat(e).hasMessageContaining("another one stands");
          assertThat(e.checkpoint()).contains(from);
        });
    for (LostList lost : List.of(LostList.SKIP, LostList.START_OVER)) {
      assertThat(resumed(later("'b'"), from, lost)).containsExactly("b1", "c1", "c2");
    }
  }

  @ParameterizedTest
  @EnumSource(LostList.class)
  void whereTheOuterListHasEndedBeforeItThereIsNothingToReadOn(LostList lost) {
    Checkpoint from = after(all(), 4); // Within c1.
    FakeApi later = later("'a', 'b'").on("/orgs?cursor=p2", "{'items': [], 'next': null}");
    if (lost == LostList.FAIL) {
      assertThatThrownBy(() -> resumed(empty(), from, lost))
          .isInstanceOf(PageturnerException.BadCheckpoint.class)
          .hasMessageContaining("not in the outer list any more");
    } else {
      assertThat(resumed(empty(), from, lost)).isEmpty();
    }
    assertThat(later.asked()).isZero();
  }

  private static FakeApi empty() {
    return new FakeApi().on("/orgs?cursor=p2", "{'items': [], 'next': null}");
  }

  @Test
  void anErrorAfterTheFirstItemIsNoLostList() {
    Checkpoint from = after(all(), 1);
    FakeApi later = later("'a', 'b'").on("/orgs/b", 404, "{}");
    try (ApiClient other = later.client().build()) {
      PagedIterator<String> items = other
          .list("/orgs", String.class, CURSOR)
          .thenEach(
              org ->
                  other.list("/orgs/" + org + (org.equals("b") ? "x" : ""), String.class, CURSOR),
              LostList.SKIP)
          .startFrom(from)
          .iterator();
      assertThat(items.next() + items.next()).isEqualTo("a2a3");
      assertThatThrownBy(items::hasNext).isInstanceOf(PageturnerException.Status.class);
    }
  }

  // Chains.

  @Test
  void chainGoesThroughTheListsInOrderAndResumesInEach() {
    PagedIterable<String> chain =
        PagedIterable.chain(repos("a"), repos("b").map(String::toUpperCase), orgs());
    List<String> all = items(chain);
    assertThat(all).containsExactly("a1", "a2", "a3", "a", "b", "c");
    for (int taken = 0; taken <= all.size(); taken++) {
      assertThat(items(chain.startFrom(after(chain, taken))))
          .isEqualTo(all.subList(taken, all.size()));
    }
    List<TraversalEvent> events = new ArrayList<>();
    PagedIterator<String> items = chain.listener(events::add).iterator();
    items.forEachRemaining(item -> {});
    assertThat(events).filteredOn(TraversalEvent.PageReceived.class::isInstance).hasSize(5);
    assertThat(items.verdict().map(Verdict::certainty)).contains(Certainty.PROVED);
    assertThat(items(PagedIterable.<String>chain())).isEmpty();
  }

  @Test
  void aChainOfOtherListsRefusesTheCheckpoint() {
    Checkpoint checkpoint = after(PagedIterable.chain(orgs(), repos("a")), 4);
    assertThatThrownBy(
            () -> PagedIterable.chain(repos("a"), orgs()).startFrom(checkpoint).iterator())
        .isInstanceOf(PageturnerException.BadCheckpoint.class);
  }

  // The text.

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 100})
  void theTextOfAnyDepthComesBack(int depth) {
    PagedIterable<String> list = repos("a");
    PagedIterable<String> within = repos("a");
    for (int i = 1; i < depth; i++) {
      PagedIterable<String> inner = within;
      list = list.maxItems(1).thenEach(item -> repos("a"));
      within = repos("a").maxItems(1).thenEach(item -> inner);
    }
    for (PagedIterable<String> each : List.of(list, within)) {
      PagedIterator<String> items = taken(each, 1);
      Checkpoint checkpoint = items.checkpoint();
      assertThat(checkpoint.toString()).doesNotContain("\n");
      assertThat(Checkpoint.parse(checkpoint.toString())).isEqualTo(checkpoint);
      assertThat(each.startFrom(checkpoint).iterator().next()).isEqualTo("a2");
    }
  }

  @Test
  void moreLevelsThanAnyTextHoldsAreSaidSo() {
    PagedIterable<String> list = repos("a");
    for (int i = 0; i < 150; i++) {
      PagedIterable<String> inner = list;
      list = repos("a").maxItems(1).thenEach(item -> inner);
    }
    Checkpoint deep = taken(list, 1).checkpoint();
    assertThat(list.startFrom(deep).iterator().next()).isEqualTo("a2");
    assertThatThrownBy(deep::toString)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("100");
  }

  /** Folders in folders, to any depth: a list that is made of itself. */
  private PagedIterable<String> files(String folder) {
    PagedIterable<String> folders = folder.length() > 4
        ? PagedIterable.from(position -> Page.last(List.of()))
        : PagedIterable.from(position -> position instanceof Position.Start
            ? Page.withCursor(List.of(folder + "a"), "2")
            : Page.last(List.of(folder + "b")));
    PagedIterable<String> files =
        PagedIterable.from(position -> Page.last(List.of(folder + "1", folder + "2")));
    return PagedIterable.chain(files, folders.thenEach(this::files));
  }

  @Test
  void aTreeOfListsResumesAtAnyItem() {
    PagedIterable<String> tree = files("/");
    List<String> all = items(tree);
    assertThat(all).hasSize(62).startsWith("/1", "/2", "/a1", "/a2", "/aa1").endsWith("/bbbb2");
    PagedIterator<String> traversal = tree.iterator();
    for (int taken = 0; taken <= all.size(); taken++) {
      Checkpoint stored = Checkpoint.parse(traversal.checkpoint().toString());
      assertThat(stored.items()).isEqualTo(taken);
      assertThat(items(tree.startFrom(stored))).isEqualTo(all.subList(taken, all.size()));
      if (taken < all.size()) {
        traversal.next();
      }
    }
  }

  @Test
  void textThatIsNestedBeyondReasonIsNoCheckpoint() {
    Checkpoint checkpoint = after(orgs(), 1);
    String text = checkpoint.toString();
    for (int i = 0; i < 2000; i++) {
      text = text.substring(0, text.length() - 1) + ",\"parts\":[";
    }
    String deep = text;
    assertThatThrownBy(() -> Checkpoint.parse(deep)).isInstanceOf(IllegalArgumentException.class);
    String old = after(all(), 1).toString().replaceFirst("\"pageturner\":3", "\"pageturner\":2");
    assertThatThrownBy(() -> Checkpoint.parse(old)).hasMessageContaining("version 2");
  }
}
