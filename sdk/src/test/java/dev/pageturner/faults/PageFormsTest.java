package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.Verdict;
import dev.pageturner.position.Verdict.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page may be, and how far the end of such lists is believed. */
class PageFormsTest extends ServerCase {
  private static final Pagination SCROLL = Pagination.cursor("$._scroll_id", "scroll_id")
      .items("$.hits")
      .endRule(EndRule.CONSTANT_CURSOR);

  /** The ways in which a list is read; what comes of it is the same. */
  enum How {
    PLAIN(1 << 20, 0),
    STREAMED(1, 0),
    AHEAD(1 << 20, 2);

    private final int buffered;
    private final int ahead;

    How(int buffered, int ahead) {
      this.buffered = buffered;
      this.ahead = ahead;
    }
  }

  private PagedIterable<RawJson> list(How how, UnaryOperator<Pagination> pagination) {
    return tested(builder().maxBufferedPage(how.buffered).build())
        .list("/rows", RawJson.class, pagination.apply(Pagination.detect()))
        .prefetch(how.ahead);
  }

  private static Verdict verdict(PagedIterable<RawJson> list) {
    try (PagedIterator<RawJson> items = list.iterator()) {
      items.forEachRemaining(item -> {});
      return items.verdict().orElseThrow();
    }
  }

  private static List<String> texts(PagedIterable<RawJson> list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.text()));
    return texts;
  }

  private static MockResponse typed(String type, String body) {
    return answer(200, body).newBuilder().setHeader("Content-Type", type).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-ndjson",
        "application/ndjson; charset=utf-8",
        "application/jsonl",
        "application/jsonlines",
        "application/x-jsonlines",
        "application/json-seq",
        "application/geo+json-seq",
        "application/stream+json",
        "text/jsonl"
      })
  void linesAreRecognisedByTheirMediaType(String type) {
    server.enqueue(typed(type, "{\"id\":1}\n{\"id\":2}\n"));

    assertThat(texts(client().list("/rows"))).containsExactly("{\"id\":1}", "{\"id\":2}");
  }

  @Test
  void jsonTextSequencesAreLinesBehindASeparator() {
    server.enqueue(typed("application/json-seq", "\u001e{\"id\":1}\n\u001e{\"id\":2}\n"));

    assertThat(texts(client().list("/rows"))).containsExactly("{\"id\":1}", "{\"id\":2}");
  }

  @ParameterizedTest
  @EnumSource
  void pageOfLinesWithoutASignalIsNotCalledComplete(How how) {
    server.enqueue(typed("application/x-ndjson", "{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n"));

    assertThat(verdict(list(how, any -> any)).certainty()).isEqualTo(Certainty.ASSUMED);
  }

  @ParameterizedTest
  @EnumSource
  void lineThatIsNoJsonIsAnErrorThatNamesTheLine(How how) {
    server.enqueue(json("{'id':1}\n{'id':\n{'id':3}\n"));
    Pagination lines =
        Pagination.onePage().newBuilder().items(new Items.Lines()).build();

    PageturnerException failure = failure(() -> texts(list(how, any -> lines)));

    assertThat(failure.kind()).isEqualTo(Kind.PARSE);
    assertThat(failure).hasMessageContaining("line 2");
  }

  @Test
  void eventStreamIsAnErrorThatNamesWhatToCall() {
    server.enqueue(typed("text/event-stream", "data: {}\n\n"));

    PageturnerException failure = failure(() -> texts(client().list("/rows")));

    assertThat(failure).hasMessageContaining("event stream").hasMessageContaining("events(");
  }

  @Test
  void xmlIsAnErrorThatNamesItsMediaType() {
    server.enqueue(typed("application/xml", "<rows><row/></rows>"));

    PageturnerException failure = failure(() -> texts(client().list("/rows")));

    assertThat(failure).hasMessageContaining("application/xml");
  }

  @ParameterizedTest
  @EnumSource
  void prefixAgainstScriptsIsPassedOver(How how) {
    server.enqueue(answer(200, ")]}'\n[{\"id\":1},{\"id\":22222222}]"));

    assertThat(texts(list(how, any -> Pagination.onePage().items("$"))))
        .containsExactly("{\"id\":1}", "{\"id\":22222222}");
  }

  @ParameterizedTest
  @EnumSource
  void overlapThatFillsAPageLeavesTheEndInDoubt(How how) {
    server.enqueue(json("[{'t':1,'id':1},{'t':2,'id':2}]"));
    server.enqueue(json("[{'t':2,'id':2},{'t':2,'id':3}]"));
    server.enqueue(json("[{'t':2,'id':2},{'t':2,'id':3}]"));
    Pagination overlap =
        Pagination.afterLastItem("$.t", "since").items("$").overlap("$.t").pageSize("limit");

    Verdict verdict = verdict(list(how, any -> overlap).pageSize(2));

    assertThat(verdict.certainty()).isEqualTo(Certainty.IN_DOUBT);
    assertThat(verdict.evidence()).extracting(Evidence::kind).contains(Evidence.Kind.FULL_PAGE);
  }

  @ParameterizedTest
  @EnumSource
  void overlapWithNothingNewIsTheEnd(How how) {
    server.enqueue(json("[{'t':1,'id':1},{'t':2,'id':2}]"));
    server.enqueue(json("[{'t':2,'id':2}]"));
    Pagination overlap = Pagination.afterLastItem("$.t", "since").items("$").overlap("$.t");

    assertThat(verdict(list(how, any -> overlap)).certainty()).isEqualTo(Certainty.PROVED);
  }

  private void enqueueScroll() {
    Stream.of("{'id':1}", "{'id':2}", "{'id':4}", "{'id':3}", "")
        .map(hit -> json("{'_scroll_id': 'abc', 'hits': [" + hit + "]}"))
        .forEach(server::enqueue);
  }

  @ParameterizedTest
  @EnumSource
  void scrollIdThatStaysTheSameLeadsToTheEmptyPage(How how) {
    enqueueScroll();

    PagedIterable<RawJson> list = list(how, any -> SCROLL);

    try (PagedIterator<RawJson> items = list.iterator()) {
      List<String> texts = new ArrayList<>();
      items.forEachRemaining(item -> texts.add(item.text()));
      assertThat(texts).containsExactly("{\"id\":1}", "{\"id\":2}", "{\"id\":4}", "{\"id\":3}");
      assertThat(items.verdict().orElseThrow().certainty()).isEqualTo(Certainty.PROVED);
    }
  }

  @Test
  void serverThatSendsOnePageForEverUnderAScrollIdIsFoundOut() {
    for (int i = 0; i < 5; i++) {
      server.enqueue(json("{'_scroll_id': 'abc', 'hits': [{'id':1}]}"));
    }

    assertThat(failure(() -> texts(list(How.PLAIN, any -> SCROLL))).kind()).isEqualTo(Kind.LOOP);
  }

  @Test
  void scrollCannotBeResumedInItsMiddle() {
    enqueueScroll();
    Checkpoint middle;
    try (PagedIterator<RawJson> items = list(How.PLAIN, any -> SCROLL).iterator()) {
      items.next();
      items.next();
      middle = items.checkpoint();
    }

    PageturnerException failure =
        failure(() -> texts(list(How.PLAIN, any -> SCROLL).startFrom(middle)));

    assertThat(failure)
        .isInstanceOf(PageturnerException.BadCheckpoint.class)
        .hasMessageContaining("cannot be resumed")
        .hasMessageContaining("cursor stays the same");
  }

  @Test
  @Tag("sync")
  void pageOfAScrollThatBrokeIsNotAskedForAgain() {
    server.enqueue(json("{'_scroll_id': 'abc', 'hits': [{'id':1}]}"));
    server.enqueue(json("{'_scroll_id': 'abc', 'hits': 7}"));
    server.enqueue(json("{'_scroll_id': 'abc', 'hits': [{'id':3}]}"));

    try (PagedIterator<RawJson> items = list(How.PLAIN, any -> SCROLL).iterator()) {
      items.next();
      assertThat(failure(items::hasNext).kind()).isEqualTo(Kind.PARSE);
      assertThat(failure(items::hasNext)).hasMessageContaining("cannot be asked for again");
    }
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  private static Pagination extraItem() {
    return Pagination.afterLastItem("$.k", "start")
        .items("$")
        .newBuilder()
        .pageSize(PageSize.query("limit"))
        .extraItem(true)
        .build();
  }

  @ParameterizedTest
  @EnumSource
  void firstPageOfJustTheSizeProvesNothingWhereAnExtraItemIsExpected(How how) {
    server.enqueue(json("[{'k':1},{'k':2222222}]"));

    assertThat(verdict(list(how, any -> extraItem()).pageSize(2)).certainty())
        .isEqualTo(Certainty.IN_DOUBT);
  }

  @ParameterizedTest
  @EnumSource
  void pageOfJustTheSizeIsTheLastOneAfterAnExtraItem(How how) {
    server.enqueue(json("[{'k':1},{'k':2},{'k':3}]"));
    server.enqueue(json("[{'k':3},{'k':4444444}]"));

    assertThat(verdict(list(how, any -> extraItem()).pageSize(2)).certainty())
        .isEqualTo(Certainty.PROVED);
  }

  @ParameterizedTest
  @EnumSource
  void pathOfItemsThatMatchesNothingIsAnErrorThatNamesWhatIsThere(How how) {
    server.enqueue(json("{'data': [{'id':1}], 'page': 1}"));

    PageturnerException failure =
        failure(() -> texts(list(how, any -> Pagination.onePage().items("$.dta"))));

    assertThat(failure).hasMessageContaining("$.dta").hasMessageContaining("$.data");
  }

  @ParameterizedTest
  @EnumSource
  void pathOfItemsThatMatchesNothingIsAnErrorWhereTheRestIsRecognised(How how) {
    server.enqueue(json("{'data': [{'id':1}], 'page': 1}"));

    PageturnerException failure = failure(() -> texts(list(how, any -> any.items("$.dta"))));

    assertThat(failure).hasMessageContaining("$.dta").hasMessageContaining("$.data");
  }

  @ParameterizedTest
  @EnumSource
  void pathOfTheCursorThatMatchesNothingIsNotTheEndOfACompleteList(How how) {
    server.enqueue(json("{'items': [{'id':1}], 'meta': {'next_cursor': 'c2'}}"));

    PageturnerException failure = failure(() ->
        texts(list(how, any -> Pagination.cursor("$.meta.next", "cursor").items("$.items"))));

    assertThat(failure.kind()).isEqualTo(Kind.INCOMPLETE);
    assertThat(failure).hasMessageContaining("$.meta.next_cursor");
  }
}
