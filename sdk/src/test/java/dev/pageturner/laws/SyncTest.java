package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalEvent.Recovery;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Kept;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.pagination.Sync;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a list is a position, too: what is read from it is what changed since. */
class SyncTest {
  private static final Pagination TOKEN =
      FakeApi.CURSOR.sync(Sync.token("$.nextSyncToken", "syncToken"));

  private final List<TraversalEvent> events = new ArrayList<>();

  private PagedIterable<String> list(FakeApi api, String path, Pagination pagination) {
    return api.client()
        .listener(events::add)
        .build()
        .list(path, String.class, pagination)
        .sync();
  }

  /** Reads all that is left, and gives back the stored end. */
  private static Checkpoint endOf(PagedIterable<String> list, String... items) {
    try (PagedIterator<String> all = list.iterator()) {
      List<String> read = new ArrayList<>();
      all.forEachRemaining(read::add);
      assertThat(read).containsExactly(items);
      assertThat(all.stopReason()).contains(StopReason.END_OF_LIST);
      return Checkpoint.parse(all.checkpoint().toString());
    }
  }

  /** What a server with one token, one URL or one key answers: two pages, one change, nothing. */
  record Dialect(String name, Pagination pagination, FakeApi api) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static FakeApi tokens() {
    return new FakeApi()
        .on("/names", "{'items': ['a', 'b'], 'next': 'c1'}")
        .on("/names?cursor=c1", "{'items': ['c'], 'nextSyncToken': 's1'}")
        .on("/names?syncToken=s1", "{'items': ['d'], 'next': 'c2'}")
        .on("/names?syncToken=s1&cursor=c2", "{'items': ['e'], 'nextSyncToken': 's2'}")
        .on("/names?syncToken=s2", "{'items': [], 'nextSyncToken': 's2'}");
  }

  private static FakeApi links() {
    return new FakeApi()
        .on("/names", "{'value': ['a', 'b'], '@odata.nextLink': '/names?skip=2'}")
        .on("/names?skip=2", "{'value': ['c'], '@odata.deltaLink': 'https://h/names?delta=1'}")
        .on("/names?delta=1", "{'value': ['d'], '@odata.nextLink': 'https://h/names?delta=1&s=1'}")
        .on("/names?delta=1&s=1", "{'value': ['e'], '@odata.deltaLink': 'names?delta=2'}")
        .on("/names?delta=2", "{'value': [], '@odata.deltaLink': '/names?delta=2'}");
  }

  static List<Dialect> dialects() {
    Pagination odata = Pagination.nextUrl("$['@odata.nextLink']").items("$.value");
    return List.of(
        new Dialect("token", TOKEN, tokens()),
        new Dialect("token, by its name", FakeApi.CURSOR, tokens()),
        new Dialect("token, all recognised", Pagination.detect(), tokens()),
        new Dialect("link", odata.sync(Sync.link("$['@odata.deltaLink']")), links()),
        new Dialect("link, by its name", odata, links()),
        new Dialect("link, all recognised", Pagination.detect(), links()),
        new Dialect(
            "newest item, before an empty page",
            Pagination.afterLastItem("$", "after")
                .items("$.items")
                .sync(Sync.newestItem("$", "after")),
            new FakeApi()
                .on("/names", "{'items': ['a', 'b']}")
                .on("/names?after=b", "{'items': ['c']}")
                .on("/names?after=c", "{'items': []}")
                .on("/names?after=c", "{'items': ['d', 'e']}")
                .on("/names?after=e", "{'items': []}")),
        new Dialect(
            "newest item of numbered pages",
            Pagination.pageNumber("page", 1)
                .items("$.items")
                .hasMore("$.more")
                .sync(Sync.newestItem("$", "since_id")),
            new FakeApi()
                .on("/names?page=1", "{'items': ['a', 'b', 'c'], 'more': true}")
                .on("/names?page=2", "{'items': [], 'more': false}")
                .on("/names?since_id=c&page=1", "{'items': ['d', 'e'], 'more': false}")
                .on("/names?since_id=e&page=1", "{'items': [], 'more': false}")),
        new Dialect(
            "header",
            FakeApi.CURSOR.sync(Sync.token(Source.header("X-Sync"), Carrier.header("X-Since"))),
            new FakeApi()
                .on("/names", 200, "{'items': ['a', 'b', 'c'], 'next': null}", "X-Sync", "s1")
                .on("/names", 200, "{'items': ['d', 'e'], 'next': null}", "X-Sync", "s2")
                .on("/names", 200, "{'items': [], 'next': null}", "X-Sync", "s2")),
        new Dialect(
            "the cursor itself, at another path",
            FakeApi.CURSOR
                .hasMore("$.more")
                .newBuilder()
                .followingPath("names/continue")
                .kept(Kept.nothing())
                .sync(Sync.token("$.next", "cursor"))
                .build(),
            new FakeApi()
                .on("/names?q=1", "{'items': ['a', 'b'], 'next': 'c1', 'more': true}")
                .on("/names/continue?cursor=c1", "{'items': ['c'], 'next': 'c2', 'more': false}")
                .on("/names/continue?cursor=c2", "{'items': ['d'], 'next': 'c3', 'more': true}")
                .on("/names/continue?cursor=c3", "{'items': ['e'], 'next': 'c4', 'more': false}")
                .on("/names/continue?cursor=c4", "{'items': [], 'next': 'c4', 'more': false}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void laterTraversalDeliversWhatChangedAndNothingElse(Dialect dialect) {
    String path = dialect.name().startsWith("the cursor") ? "/names?q=1" : "/names";
    PagedIterable<String> list = list(dialect.api(), path, dialect.pagination());

    Checkpoint first = endOf(list, "a", "b", "c");
    assertThat(first.consumed()).isZero();
    Checkpoint second = endOf(list.startFrom(first), "d", "e");
    Checkpoint third = endOf(list.startFrom(second));
    assertThat(third).isEqualTo(second);
    endOf(list.startFrom(third));
    assertThat(events).doesNotHaveAnyElementsOfTypes(TraversalEvent.Warning.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void changesAreResumedAtTheirPageAndReadAhead(Dialect dialect) {
    String path = dialect.name().startsWith("the cursor") ? "/names?q=1" : "/names";
    PagedIterable<String> list = list(dialect.api(), path, dialect.pagination());
    Checkpoint first = endOf(list, "a", "b", "c");

    PagedIterator<String> changes = list.startFrom(first).iterator();
    assertThat(changes.next()).isEqualTo("d");
    Checkpoint within = Checkpoint.parse(changes.checkpoint().toString());
    assertThat(within.items()).isEqualTo(1);
    if (dialect.name().equals("header") || dialect.name().startsWith("newest item, before")) {
      return; // Its answers are given out once.
    }
    // A page of changes is read again as a whole: it may have others by now.
    Checkpoint second = endOf(list.startFrom(within), "d", "e");
    assertThat(second).isEqualTo(endOf(list.startFrom(first).prefetch(2), "d", "e"));
  }

  @Test
  void textIsOneLineOfItsOwnVersion() {
    Checkpoint end = endOf(list(tokens(), "/names", TOKEN), "a", "b", "c");

    assertThat(end.toString()).contains("\"pageturner\":3").doesNotContain("\n");
    assertThat(end.position()).isEqualTo(Position.start());
  }

  @Test
  void withoutSyncTheEndIsAfterTheLastItem() {
    FakeApi api = tokens();
    PagedIterator<String> names =
        api.client().build().list("/names", String.class, TOKEN).iterator();
    names.forEachRemaining(name -> {});

    assertThat(names.checkpoint().position()).isEqualTo(Position.cursor("c1"));
    assertThat(names.checkpoint().consumed()).isEqualTo(1);
    assertThat(names.checkpoint().toString()).contains("\"pageturner\":2");
  }

  @Test
  void limitAndCloseAreNoPlaceForLater() {
    PagedIterable<String> list = list(tokens(), "/names", TOKEN);
    for (PagedIterable<String> limited : List.of(list.maxItems(3), list.maxPages(1))) {
      PagedIterator<String> names = limited.iterator();
      names.forEachRemaining(name -> {});
      assertThat(names.checkpoint().place().since()).isEmpty();
    }
    PagedIterator<String> closed = list.iterator();
    closed.next();
    closed.close();
    assertThat(closed.checkpoint().place().since()).isEmpty();
  }

  @Test
  void errorIsNoPlaceForLater() {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a'], 'next': 'c1'}")
        .on("/names?cursor=c1", 500, "")
        .on("/names?cursor=c1", "{'items': ['b'], 'nextSyncToken': 's1'}");
    PagedIterator<String> names = list(api, "/names", TOKEN).iterator();
    names.next();
    assertThatThrownBy(names::hasNext)
        .isInstanceOfSatisfying(
            PageturnerException.Status.class,
            e -> assertThat(e.checkpoint().orElseThrow().place().since()).isEmpty());
    assertThat(names.next()).isEqualTo("b");
    assertThat(names.hasNext()).isFalse();
    assertThat(names.checkpoint().place().since()).isPresent();
  }

  @Test
  void listThatOffersNothingIsAnErrorThatSaysWhatToWrite() {
    PagedIterator<String> names =
        list(FakeApi.ofThreePages(), "/names", FakeApi.CURSOR).iterator();
    List<String> read = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> names.forEachRemaining(read::add))
          .isInstanceOfSatisfying(PageturnerException.Paging.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.INCOMPLETE);
            assertThat(e).hasMessageContaining("Pagination.sync(Sync.token(");
          });
    }
    assertThat(read).containsExactly("a", "b", "c", "d", "e", "e"); // Its page was read again.

    PagedIterable<String> accepted =
        list(FakeApi.ofThreePages(), "/names", FakeApi.CURSOR).acceptIncomplete();
    assertThat(endOf(accepted, "a", "b", "c", "d", "e").place().since()).isEmpty();
    assertThat(events).hasAtLeastOneElementOfType(TraversalEvent.Warning.class);
  }

  @Test
  void endThatNothingProvesIsNoPlaceForLaterUnlessItIsAccepted() {
    FakeApi api = new FakeApi().on("/names", "['a', 'b']");
    Pagination pagination = Pagination.linkHeader().items("$").sync(Sync.newestItem("$", "since"));
    assertThatThrownBy(() -> list(api, "/names", pagination).toList())
        .isInstanceOfSatisfying(PageturnerException.Paging.class, e -> {
          assertThat(e.kind()).isEqualTo(Kind.INCOMPLETE);
          assertThat(e).hasMessageContaining("acceptIncomplete()");
        });
    assertThat(endOf(list(api, "/names", pagination).acceptIncomplete(), "a", "b")
            .place()
            .since())
        .isPresent();
  }

  @Test
  void contradictedEndIsNoPlaceForLaterAtAll() {
    FakeApi api =
        new FakeApi().on("/names", "{'items': ['a'], 'next_page': 'p2', 'nextSyncToken': 's1'}");
    PagedIterable<String> list =
        list(api, "/names", Pagination.cursor("$.wrong", "cursor").items("$.items"));
    assertThatThrownBy(list::toList).isInstanceOf(PageturnerException.Paging.class);
    assertThat(endOf(list.acceptIncomplete(), "a").place().since()).isEmpty();
  }

  @Test
  void tokenOfEachPageIsNoSignOfAnEnd() {
    FakeApi api = new FakeApi()
        .on("/names", 200, "{'items': ['a'], 'syncToken': 's1'}", "Link", "</n2>; rel=\"next\"")
        .on("/n2", "{'items': ['b'], 'syncToken': 's1', 'odd': 1}");
    PagedIterable<String> list = list(api, "/names", Pagination.linkHeader().items("$.items"));
    assertThatThrownBy(list::toList).isInstanceOf(PageturnerException.Paging.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 410, 422})
  void tokenTooOldIsAFullPullThatIsTold(int status) {
    FakeApi api = tokens().on("/names?syncToken=old", status, "{'error': 'invalid sync token'}");
    Checkpoint end = endOf(list(api, "/names", TOKEN), "a", "b", "c");
    Checkpoint old = Checkpoint.parse(end.toString().replace("s1", "old"));
    PagedIterator<String> names = list(api, "/names", TOKEN).startFrom(old).iterator();

    assertThat(names.next() + names.next() + names.next()).isEqualTo("abc");
    assertThat(names.hasNext()).isFalse();
    assertThat(names.verdict().orElseThrow().resynced()).isTrue();
    assertThat(names.checkpoint()).isEqualTo(end);
    assertThat(events)
        .filteredOn(TraversalEvent.Recovered.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            TraversalEvent.Recovered.class, e -> assertThat(e.how()).isEqualTo(Recovery.RESYNCED));
    TraversalEvent.Ended ended = (TraversalEvent.Ended) events.get(events.size() - 1);
    assertThat(ended.items()).isEqualTo(3);
    assertThat(ended.pages()).isEqualTo(2);
  }

  @Test
  void firstPageOfAWholeListThatIsReadAgainIsANewPull() {
    PagedIterable<String> list = list(tokens(), "/names", TOKEN);
    PagedIterator<String> names = list.iterator();
    names.next();
    PagedIterator<String> resumed = list.startFrom(names.checkpoint()).iterator();
    assertThat(resumed.next()).isEqualTo("a");
    resumed.forEachRemaining(name -> {});
    assertThat(resumed.verdict().orElseThrow().resynced()).isTrue();
    assertThat(events).hasAtLeastOneElementOfType(TraversalEvent.Recovered.class);
  }

  @Test
  void fullPullBeginsAtTheLinkOfTheRefusal() {
    FakeApi api = links()
        .on("/names?delta=old", 410, "{}", "Location", "/names?fresh=1")
        .on("/names?fresh=1", "{'value': ['x'], '@odata.deltaLink': '/names?delta=2'}");
    PagedIterable<String> list = list(api, "/names", Pagination.detect());
    Checkpoint end = endOf(list, "a", "b", "c");
    Checkpoint old = Checkpoint.parse(end.toString().replace("delta=1", "delta=old"));

    endOf(list.startFrom(old), "x");
  }

  @Test
  void refusalThatIsNoWordAboutTheTokenIsAnError() {
    FakeApi api = tokens().on("/names?syncToken=old", 400, "{'error': 'invalid access token'}");
    Checkpoint end = endOf(list(api, "/names", TOKEN), "a", "b", "c");
    Checkpoint old = Checkpoint.parse(end.toString().replace("s1", "old"));
    assertThatThrownBy(() -> list(api, "/names", TOKEN).startFrom(old).toList())
        .isInstanceOfSatisfying(
            PageturnerException.Status.class, e -> assertThat(e.isResumed()).isTrue());
  }

  @Test
  void checkpointOfAnotherWayOfSyncingIsRefused() {
    FakeApi api = new FakeApi().on("/names", 200, "{'items': ['a'], 'next': null}", "X-Sync", "s1");
    Pagination header =
        FakeApi.CURSOR.sync(Sync.token(Source.header("X-Sync"), Carrier.header("X-Since")));
    Checkpoint end = endOf(list(api, "/names", header), "a");

    assertThatThrownBy(() -> list(api, "/names", TOKEN).startFrom(end).iterator())
        .isInstanceOf(PageturnerException.BadCheckpoint.class)
        .hasMessageContaining("header X-Sync");
  }

  @Test
  void pageFunctionOffersAPlaceForLater() {
    List<Position> asked = new ArrayList<>();
    PagedIterable<String> list = PagedIterable.<String>from(position -> {
          asked.add(position);
          return position instanceof Position.Start
              ? Page.of(List.of("a"), Position.offset(1))
              : Page.<String>last(List.of("b")).withLater(Position.cursor("s1"));
        })
        .sync();
    Checkpoint end = endOf(list, "a", "b");
    endOf(list.startFrom(end), "b");
    assertThat(asked).last().isEqualTo(Position.cursor("s1"));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
          'nextSyncToken': 's'                  | /names          | /names?syncToken=s
          'next_sync_token': 's'                | /names          | /names?sync_token=s
          'next_sync_token': 's'                | /names?limit=9  | /names?limit=9&sync_token=s
          'meta': {'nextSyncToken': 's'}        | /names          | /names?syncToken=s
          'next_sync_cursor': 's'               | /names          | /names?sync_cursor=s
          'sync_token': 's'                     | /names?sync_token=%2A | /names?sync_token=s
          'nextDeltaToken': 's'                 | /names          | /names?deltaToken=s
          'delta_token': 's'                    | /names          | /names?delta_token=s
          'newStartPageToken': 's'              | /names          | /names?pageToken=s
          'last_seq': 7                         | /names          | /names?since=7
          '@odata.deltaLink': '/names?d=s'      | /names          | /names?d=s
          'deltaLink': '/names?d=s'             | /names          | /names?d=s
          'syncToken': 'o', 'nextSyncToken':'s' | /names          | /names?syncToken=s
          'token': 's'                          | /names          |
          'async_token': 's'                    | /names          |
          'nextSyncToken': null                 | /names          |
          'nextSyncToken': ''                   | /names          |
          'nextSyncTokenExpiry': 's'            | /names          |
          'deltaLink': 'none'                   | /names          |
          'user': {'syncToken': 's'}            | /names          |
          """)
  void usualNamesAreKnownAndNoOthers(String member, String path, String following) {
    String page = "{'items': ['a'], 'next': null, " + member + "}";
    FakeApi api = new FakeApi().on(path, page);
    PagedIterable<String> list = list(api, path, FakeApi.CURSOR);
    if (following == null) {
      assertThatThrownBy(list::toList).isInstanceOf(PageturnerException.Paging.class);
      return;
    }
    api.on(following, page);
    endOf(list.startFrom(endOf(list, "a")), "a");
    assertThat(api.targets()).last().isEqualTo(following);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void streamedPagesOfferTheSame(Dialect dialect) {
    String path = dialect.name().startsWith("the cursor") ? "/names?q=1" : "/names";
    try (ApiClient client = dialect.api().client().maxBufferedPage(1).build()) {
      PagedIterable<String> list =
          client.list(path, String.class, dialect.pagination()).sync();
      Checkpoint second = endOf(list.startFrom(endOf(list, "a", "b", "c")), "d", "e");
      assertThat(endOf(list.startFrom(second))).isEqualTo(second);
    }
  }

  @Test
  void linkIsStoredWithoutSecretsAndSentWithThem() {
    String path = "/names?api_key=hush";
    FakeApi api = new FakeApi()
        .on(path, "{'value': ['a'], '@odata.deltaLink': 'https://h/names?api_key=hush&d=1'}")
        .on("/names?api_key=hush&d=1", "{'value': ['b'], '@odata.deltaLink': '/names?d=2'}");
    PagedIterable<String> list = list(api, path, Pagination.odata());
    Checkpoint end = endOf(list, "a");

    assertThat(end.toString()).doesNotContain("hush");
    endOf(list.startFrom(end), "b");
  }

  @Test
  void linkToAnotherOriginIsNotFollowed() {
    FakeApi api = new FakeApi()
        .on("/names", "{'value': ['a'], '@odata.deltaLink': 'https://elsewhere/names?d=1'}");
    assertThatThrownBy(() -> list(api, "/names", Pagination.odata()).toList())
        .isInstanceOfSatisfying(
            PageturnerException.Paging.class,
            e -> assertThat(e.kind()).isEqualTo(Kind.UNSAFE_LINK));

    FakeApi good = links();
    PagedIterable<String> list = list(good, "/names", Pagination.odata());
    String forged = endOf(list, "a", "b", "c").toString().replace("https://h/", "https://x/");
    assertThatThrownBy(() -> list.startFrom(Checkpoint.parse(forged)).toList())
        .isInstanceOf(PageturnerException.class);
    assertThat(good.targets()).doesNotContain("/names?delta=1");
  }

  @Test
  void batchesEndWithThePlaceForLater() throws Exception {
    List<String> read = new ArrayList<>();
    Checkpoint end =
        list(tokens(), "/names", TOKEN).forEachBatch(2, (batch, checkpoint) -> read.addAll(batch));
    assertThat(read).containsExactly("a", "b", "c");
    assertThat(end.place().since()).isPresent();
  }

  @Test
  void pipelineEndsWhereItsListEnds() {
    PagedIterable<String> list = api(tokens()).filter(name -> !name.equals("d"));
    PagedIterable<String> upper = list.map(name -> name + name).sync();
    Checkpoint first = endOf(upper, "aa", "bb", "cc");
    endOf(upper.startFrom(first), "ee");
    endOf(list.sync().startFrom(first), "e");
  }

  @Test
  void severalListsHaveNoEndTogether() {
    PagedIterable<String> nested = api(tokens()).thenEach(name -> api(tokens()));
    assertThatThrownBy(nested::sync)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("each of them with sync()");
    assertThatThrownBy(() -> api(tokens()).map(name -> 1).onExpiredCursor(ExpiredCursor.fail()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("before map");
  }

  private PagedIterable<String> api(FakeApi api) {
    return api.client().build().list("/names", String.class, TOKEN);
  }
}
