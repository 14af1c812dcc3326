package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Sync;
import dev.pageturner.position.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators keep the end of a list for later, and its policy for cursors that die. */
class SyncedPipelineTest {
  private final FakeApi api = new FakeApi()
      .on("/names", "{'items': ['a', 'b'], 'next': 'c1'}")
      .on("/names?cursor=c1", "{'items': ['c', 'b'], 'nextSyncToken': 's1'}")
      .on("/names?syncToken=s1", "{'items': ['b', 'd'], 'nextSyncToken': 's2'}");

  private final PagedIterable<String> names = api.client()
      .build()
      .list(
          "/names", String.class, FakeApi.CURSOR.sync(Sync.token("$.nextSyncToken", "syncToken")));

  private static Checkpoint endOf(PagedIterable<String> list, String... items) {
    try (PagedIterator<String> all = list.iterator()) {
      List<String> read = new ArrayList<>();
      all.forEachRemaining(read::add);
      assertThat(read).containsExactly(items);
      return Checkpoint.parse(all.checkpoint().toString());
    }
  }

  @Test
  void whatIsMadeOfAListGoesOnWhereTheListEnded() {
    PagedIterable<String> made =
        names.filter(name -> !name.equals("b")).map(name -> name + "!").sync();

    Checkpoint end = endOf(made, "a!", "c!");

    endOf(made.startFrom(end), "d!");
  }

  @Test
  void anItemThatIsFoundAndNotTakenIsNotBehindTheEnd() {
    PagedIterable<String> made = names.sync().filter(name -> name.equals("c"));
    try (PagedIterator<String> items = made.iterator()) {
      assertThat(items.hasNext()).isTrue();

      Checkpoint before = items.checkpoint();

      endOf(made.startFrom(before), "c");
    }
  }

  @Test
  void batchesEndWhereTheListEnds() throws Exception {
    Checkpoint end = names.map(name -> name + "!").sync().forEachBatch(3, (batch, after) -> {});

    endOf(names.sync().startFrom(end), "b", "d");
  }

  @Test
  void severalListsHaveNoOneEnd() {
    assertThatThrownBy(names.thenEach(name -> names)::sync)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("sync each of them alone");
    assertThatThrownBy(PagedIterable.chain(names, names)::sync)
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void keysAreThoseOfTheItemsOfTheList() {
    FakeApi dying = new FakeApi()
        .on("/names", "{'items': ['a', 'b'], 'next': 'c1'}")
        .on("/names?cursor=c1", 410, "{}")
        .on("/names", "{'items': ['a', 'b'], 'next': 'c2'}")
        .on("/names?cursor=c2", "{'items': ['c']}");
    PagedIterable<String> list =
        dying.client().build().list("/names", String.class, FakeApi.CURSOR);

    endOf(
        list.filter(name -> !name.equals("a"))
            .onExpiredCursor(ExpiredCursor.startOver(name -> name))
            .map(name -> name + "!"),
        "b!",
        "c!");
    assertThatThrownBy(() ->
            list.map(name -> name + "!").onExpiredCursor(ExpiredCursor.startOver(name -> name)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("say onExpiredCursor before map");
    assertThat(list.map(String::length).onExpiredCursor(ExpiredCursor.fail())).isNotNull();
  }
}
