package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalEvent.Recovery;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor that the server no longer knows: an error, or a policy by which the list goes on. */
class ExpiredCursorTest {
  private static final String GONE = "{'message': 'the cursor has expired'}";

  private final List<Recovery> recovered = new ArrayList<>();

  private void heard(TraversalEvent event) {
    if (event instanceof TraversalEvent.Recovered recovery) {
      recovered.add(recovery.how());
    }
  }

  private PagedIterable<String> names(FakeApi api) {
    return api.names().listener(this::heard);
  }

  /** The second cursor dies once, and again when it was given out anew. */
  private static FakeApi dying(int status, String body) {
    return new FakeApi()
        .on("/names", "{'items': ['a', 'b'], 'next': 'c1'}")
        .on("/names", "{'items': ['a', 'b', 'c'], 'next': 'c2'}")
        .on("/names?cursor=c1", status, body)
        .on("/names?cursor=c2", "{'items': ['d', 'e'], 'next': null}")
        .on("/names?after=b", "{'items': ['c', 'd'], 'next': 'c3'}")
        .on("/names?after=b&cursor=c3", "{'items': ['e'], 'next': null}");
  }

  static Stream<ExpiredCursor<String>> policies() {
    return Stream.of(
        ExpiredCursor.startOver(Function.identity()),
        ExpiredCursor.startOver(Function.identity(), 2),
        ExpiredCursor.startOverInOrder((String name) -> name),
        ExpiredCursor.goOnAfter(Function.identity(), "after"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void eachItemComesOnceAndIsCountedOnce(ExpiredCursor<String> policy) {
    for (int ahead : List.of(0, 2)) {
      FakeApi api = dying(410, "");
      List<TraversalEvent> events = new ArrayList<>();
      PagedIterable<String> list = names(api).prefetch(ahead).listener(events::add);
      assertThat(list.onExpiredCursor(policy).toList()).containsExactly("a", "b", "c", "d", "e");
      TraversalEvent.Ended ended = (TraversalEvent.Ended) events.get(events.size() - 1);
      assertThat(ended.items()).isEqualTo(5);
      assertThat(ended.verdict().map(Verdict::isComplete)).isEqualTo(Optional.of(true));
      assertThat(api.asked()).isEqualTo(4); // One needless request, and the list itself.
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void pagesComeOnceAsWell(ExpiredCursor<String> policy) {
    PagedIterable<String> list = names(dying(410, "")).onExpiredCursor(policy);
    assertThat(list.pages().flatMap(Page::items).toList()).containsExactly("a", "b", "c", "d", "e");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void checkpointAfterwardsIsOneOfTheNewPlace(ExpiredCursor<String> policy) {
    PagedIterable<String> list = names(dying(410, ""));
    PagedIterator<String> names = list.onExpiredCursor(policy).iterator();
    for (String expected : List.of("a", "b", "c", "d")) {
      assertThat(names.next()).isEqualTo(expected);
    }
    Checkpoint checkpoint = Checkpoint.parse(names.checkpoint().toString());
    assertThat(list.startFrom(checkpoint).toList()).containsExactly("e");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void maxItemsCountsWhatWasGivenOut(ExpiredCursor<String> policy) {
    PagedIterable<String> list = names(dying(410, "")).onExpiredCursor(policy).maxItems(4);
    assertThat(list.toList()).containsExactly("a", "b", "c", "d");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(delimiter = '|', textBlock = """
          410 |                                              | true
          400 | {'error': 'invalid cursor'}                  | true
          400 | {'error': {'code': 'page_token_expired'}}    | true
          404 | {'type': 'search_context_missing_exception'} | true
          422 | {'message': 'Cursor is no longer valid'}     | true
          400 | {'error': 'invalid parameter: limit'}        | false
          400 | {'error': 'invalid access token'}            | false
          401 | {'error': 'token expired'}                   | false
          404 | {}                                           | false
          500 | {'error': 'cursor expired'}                  | false
          200 | {'errors': [{'message': 'cursor expired'}]}  | true
          200 | {'errors': [{'message': 'no permission'}]}   | false
          """)
  void recognisedByItsStatusAndItsWords(int status, String body, boolean dead) {
    PagedIterable<String> list = names(dying(status, body == null ? "" : body))
        .onExpiredCursor(ExpiredCursor.startOver(Function.identity()));
    if (dead) {
      assertThat(list.toList()).containsExactly("a", "b", "c", "d", "e");
      assertThat(recovered).containsExactly(Recovery.STARTED_OVER);
    } else {
      assertThatThrownBy(list::toList).isInstanceOf(PageturnerException.class);
      assertThat(recovered).isEmpty();
    }
  }

  @Test
  void byDefaultItIsAnErrorWithTheAgeOfThePosition() {
    assertThatThrownBy(() -> names(dying(410, "")).toList())
        .isInstanceOfSatisfying(
            PageturnerException.Status.class, e -> assertThat(e.age()).isPresent());
    assertThatThrownBy(() -> names(dying(500, "")).toList())
        .isInstanceOfSatisfying(
            PageturnerException.Status.class, e -> assertThat(e.age()).isEmpty());
  }

  @Test
  void freshCursorOfTheRefusalIsUsedWithoutAnyPolicy() {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a', 'b'], 'next': 'c1'}")
        .on("/names?cursor=c1", 410, "{'next': 'fresh', 'message': 'expired'}")
        .on("/names?cursor=fresh", "{'items': ['c'], 'next': null}");
    assertThat(names(api).toList()).containsExactly("a", "b", "c");
    assertThat(recovered).containsExactly(Recovery.FRESH_CURSOR);
  }

  @Test
  void freshUrlOfTheRefusalIsUsedWithinThePageToo() {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a'], 'next': '/names?p=2'}")
        .on("/names?p=2", "{'items': ['b', 'c', 'd']}")
        .on("/names?p=2", 410, "", "Location", "/names?q=2")
        .on("/names?q=2", "{'items': ['b', 'c', 'd']}");
    PagedIterable<String> list = api.client()
        .build()
        .list("/names", String.class, Pagination.nextUrl("$.next").items("$.items"));
    PagedIterator<String> names = list.iterator();
    assertThat(names.next() + names.next()).isEqualTo("ab");
    assertThat(list.startFrom(names.checkpoint()).toList()).containsExactly("c", "d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dead", "fresh"})
  void recoveryThatLeadsNowhereIsNotRepeated(String next) {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a'], 'next': 'dead'}")
        .on("/names?cursor=dead", 410, "{'next': '" + next + "'}")
        .on("/names?cursor=fresh", 410, "{'next': 'dead'}")
        .on("/names?after=a", 410, "");
    for (ExpiredCursor<String> policy : policies().toList()) {
      int asked = api.asked();
      assertThatThrownBy(() -> names(api).onExpiredCursor(policy).toList())
          .isInstanceOf(PageturnerException.Status.class);
      assertThat(api.asked() - asked).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void moreItemsThanKeysAreAnError() {
    PagedIterable<String> list = names(dying(410, ""));
    assertThatThrownBy(
            () -> list.onExpiredCursor(ExpiredCursor.startOver(name -> name, 1)).toList())
        .isInstanceOf(PageturnerException.Status.class);
  }

  @Test
  void itemsBeforeTheCheckpointComeAgainSinceTheirKeysAreNotKnown() {
    FakeApi api = dying(410, "");
    Checkpoint afterTwo;
    try (PagedIterator<String> names = names(api).iterator()) {
      assertThat(names.next() + names.next()).isEqualTo("ab");
      assertThatThrownBy(names::hasNext).isInstanceOf(PageturnerException.Status.class);
      afterTwo = names.checkpoint();
    }
    Checkpoint dead = new Checkpoint(
        afterTwo
            .place()
            .after(Position.cursor("c1"), 2, "array $.items; cursor $.next; query cursor"),
        0,
        afterTwo.request());
    PagedIterable<String> list =
        names(api).onExpiredCursor(ExpiredCursor.startOver(Function.identity()));
    assertThat(list.startFrom(dead).toList()).containsExactly("a", "b", "c", "d", "e");
    assertThat(recovered).containsExactly(Recovery.DELIVERED_AGAIN);
  }

  @Test
  void keyThatCannotBeTakenLosesNoItem() {
    List<String> failing = new ArrayList<>(List.of("b"));
    PagedIterator<String> names = names(dying(410, ""))
        .onExpiredCursor(ExpiredCursor.startOver(name -> {
          if (failing.remove(name)) {
            throw new ArithmeticException();
          }
          return name;
        }))
        .iterator();
    assertThat(names.next()).isEqualTo("a");
    assertThatThrownBy(names::next).isInstanceOf(ArithmeticException.class);
    List<String> rest = new ArrayList<>();
    names.forEachRemaining(rest::add);
    assertThat(rest).contains("b", "c", "d", "e").doesNotHaveDuplicates();
  }

  @Test
  void pageFunctionStartsOverAsWell() {
    int[] dead = {1};
    PagedIterable<String> list = PagedIterable.<String>from(position -> {
          if (position instanceof Position.Start) {
            return Page.withCursor(List.of("a", "b"), "c1");
          } else if (dead[0]-- > 0) {
            throw new PageturnerException.Status(
                PageturnerException.Kind.HTTP_STATUS, "gone", 410, "", null, null);
          }
          return Page.last(List.of("c"));
        })
        .onExpiredCursor(ExpiredCursor.startOver(Function.identity()));
    assertThat(list.toList()).containsExactly("a", "b", "c");
  }
}
