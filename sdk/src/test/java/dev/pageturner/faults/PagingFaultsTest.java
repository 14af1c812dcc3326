package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.testing.TestedApi;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PagingFaultsTest extends ServerCase {
  private void pages(String... pages) {
    for (String page : pages) {
      server.enqueue(json(page));
    }
  }

  @Test
  void sameCursorTwiceIsALoop() {
    pages("{'items': ['a'], 'next': 'c'}", "{'items': ['b'], 'next': 'c'}", "{'items': ['c']}");

    assertThat(failure(() -> names(client(), CURSOR).toList()).kind()).isEqualTo(Kind.LOOP);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void cursorsInACircleAreALoop() {
    pages(
        "{'items': ['a'], 'next': 'A'}",
        "{'items': ['b'], 'next': 'B'}",
        "{'items': ['c'], 'next': 'A'}",
        "{'items': ['d'], 'next': 'B'}");

    assertThat(failure(() -> names(client(), CURSOR).toList()).kind()).isEqualTo(Kind.LOOP);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"/names", "/names#top", "./names", "HTTP://LOCALHOST:PORT/names", "/x/../names"})
  void linkToItsOwnPageIsALoop(String link) {
    String next = link.replace("PORT", String.valueOf(server.getPort()));
    pages("{'items': ['a'], 'next': '" + next + "'}", "{'items': ['b']}");

    assertThat(failure(() -> names(client(), NEXT_URL).toList()).kind()).isEqualTo(Kind.LOOP);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  /** A list that changes after its first page was served: the given change, then the pages. */
  private List<String> listed(List<String> later) {
    List<String> before = List.of("a", "b", "c", "d", "e", "f");
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        String offset = request.getUrl().queryParameter("offset");
        int from = offset == null ? 0 : Integer.parseInt(offset);
        List<String> all = from == 0 ? before : later;
        List<String> page = all.subList(Math.min(from, all.size()), Math.min(from + 2, all.size()));
        return json("{'items': " + page.stream().map(item -> "'" + item + "'").toList() + "}");
      }
    });
    Pagination offsets = Pagination.offset("offset", "limit").items("$.items");
    return names(client(), offsets).pageSize(2).distinctBy(name -> name, 100).toList();
  }

  @Test
  void itemInsertedBetweenPagesComesTwiceUnlessAKeyTellsItApart() {
    assertThat(listed(List.of("new", "a", "b", "c", "d", "e", "f")))
        .containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void itemDeletedBetweenPagesShiftsTheRestAndTheListEnds() {
    assertThat(listed(List.of("b", "c", "d", "e", "f"))).containsExactly("a", "b", "d", "e", "f");
  }

  private RawServer endless(String items) throws Exception {
    AtomicInteger number = new AtomicInteger();
    return closing(new RawServer((socket, out) -> {
      String page = "{'items': " + items + ", 'next': 'c" + number.incrementAndGet() + "'}";
      RawServer.json(page).answer(socket, out);
    }));
  }

  @Test
  void freshCursorsWithoutEndStopAtTheMostPages() throws Exception {
    RawServer raw = endless("['a']");

    assertThat(names(client(raw.url()), CURSOR).maxSamePages(1000).maxPages(50).toList())
        .hasSize(50);
    assertThat(raw.requests()).isEqualTo(50);
  }

  @Test
  void emptyPagesWithoutEndAreBounded() throws Exception {
    RawServer raw = endless("[]");
    TestedApi api = client(raw.url());

    PageturnerException failure =
        failure(() -> names(api, CURSOR).maxEmptyPages(20).iterator().hasNext());

    assertThat(failure.kind()).isIn(Kind.TOO_MANY_PAGES, Kind.LOOP);
    assertThat(raw.requests()).isBetween(20, 21);
  }

  @Test
  void emptyPageInTheMiddleIsNotTheEnd() {
    pages("{'items': ['a'], 'next': 'x'}", "{'items': [], 'next': 'y'}", "{'items': ['b']}");

    assertThat(names(client(), CURSOR)).containsExactly("a", "b");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"null", "''", "false"})
  void cursorOfNothingEndsTheList(String cursor) {
    pages("{'items': ['a'], 'next': " + cursor + "}");

    assertThat(names(client(), CURSOR)).containsExactly("a");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"0", "9007199254740993", "123456789012345678901234567890"})
  void numericCursorGoesBackAsItCame(String cursor) throws Exception {
    pages("{'items': ['a'], 'next': " + cursor + "}", "{'items': ['b']}");

    assertThat(names(client(), CURSOR)).containsExactly("a", "b");
    assertThat(targets(server)).containsExactly("GET /names", "GET /names?cursor=" + cursor);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"{}", "{'items': null}", "{'items': 'x'}", "{'items': 3}", "{'items': [null]}"})
  void missingItemsAreAnErrorOfOurs(String page) {
    pages(page);
    try {
      assertThat(names(client(), CURSOR).toList()).isEmpty();
    } catch (PageturnerException e) {
      assertThat(e.kind()).isEqualTo(Kind.PARSE);
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  @Tag("sync") // A subscription that failed is not asked again.
  void failureOfALaterPageComesAfterTheItemsBeforeItAndSaysWhereToGoOn() {
    pages("{'items': ['a', 'b'], 'next': 'c2'}");
    server.enqueue(status(404));
    pages("{'items': ['c']}", "{'items': ['c']}");
    PagedIterable<String> list = names(client(), CURSOR);
    PagedIterator<String> names = list.iterator();

    assertThat(names.next()).isEqualTo("a");
    assertThat(names.next()).isEqualTo("b");
    PageturnerException failure = failure(names::hasNext);
    assertThat(failure.pageNumber()).hasValue(2);
    Checkpoint checkpoint = Checkpoint.parse(failure.checkpoint().orElseThrow().toString());

    // Asked again, the iterator goes on; it never ends quietly.
    assertThat(names.next()).isEqualTo("c");
    assertThat(list.startFrom(checkpoint)).containsExactly("c");
  }

  @Test
  void failureThatStaysIsThrownWheneverTheIteratorIsAsked() {
    server.enqueue(status(404));
    server.enqueue(status(404));
    PagedIterator<String> names = names(client(), CURSOR).iterator();

    failure(names::hasNext);
    failure(names::hasNext);
  }

  @Test
  void oneIterableInTwoThreadsIsTwoTraversals() throws Exception {
    AtomicInteger unused = new AtomicInteger();
    RawServer raw = closing(new RawServer((socket, out) -> {
      unused.incrementAndGet();
      RawServer.json("{'items': ['a', 'b']}").answer(socket, out);
    }));
    PagedIterable<String> list = names(client(raw.url()), CURSOR);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<String>>> both =
          threads.invokeAll(List.of(() -> list.toList(), () -> list.toList()));
      for (Future<List<String>> each : both) {
        assertThat(each.get()).containsExactly("a", "b");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(unused).hasValue(2);
  }

  @Test
  void ignoredOffsetDoesNotGoOnForEver() throws Exception {
    RawServer raw = closing(new RawServer(RawServer.json("{'items': [{'id': 1}, {'id': 2}]}")));
    Pagination offset = Pagination.offset("offset", "limit").items("$.items");

    PageturnerException failure = failure(() -> client(raw.url())
        .list("/n", dev.pageturner.json.RawJson.class, offset)
        .pageSize(2)
        .toList());

    assertThat(failure.kind()).isEqualTo(Kind.LOOP);
    assertThat(raw.requests()).isLessThan(5);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "{", "\u0000\u0001", "{\"pageturner\":99}", "[]", "null"})
  void damagedCheckpointIsRefused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pageThatIsShorterWhenItIsResumedIsNoError() {
    pages(
        "{'items': ['a', 'b', 'c'], 'next': 'x'}",
        "{'items': ['a'], 'next': 'x'}",
        "{'items': ['d']}");
    PagedIterable<String> list = names(client(), CURSOR);
    PagedIterator<String> names = list.iterator();
    names.next();
    names.next();

    assertThat(list.startFrom(names.checkpoint())).containsExactly("d");
  }
}
