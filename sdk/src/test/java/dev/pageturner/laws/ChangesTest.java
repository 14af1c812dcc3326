package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiRequest;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.page.Change;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Removals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An item of a feed of changes is there as it is now, or it was removed. */
class ChangesTest {
  /** An item whose name no removed one has. */
  record Named(String id, String name) {}

  private static ApiRequest request(String... items) {
    FakeApi api =
        new FakeApi().on("/names", "{'items': [" + String.join(",", items) + "], 'next': null}");
    return api.client().build().request("/names").pagination(FakeApi.CURSOR);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
          {'id': '1', '@removed': {'reason': 'deleted'}} | true
          {'id': '1', 'deleted': true}                   | true
          {'id': '1', 'is_deleted': 1}                   | true
          {'id': '1', 'isDeleted': 'yes'}                | true
          {'id': '1', 'removed': true}                   | true
          {'id': '1', 'name': 'a', 'deleted': false}     | false
          {'id': '1', 'name': 'a', 'deleted': 0}         | false
          {'id': '1', 'name': 'a', 'deleted': 'false'}   | false
          {'id': '1', 'name': 'a', '@removed': null}     | false
          {'id': '1', 'name': 'a', 'removed': []}        | false
          {'id': '1', 'name': 'a', 'x': {'deleted': 1}}  | false
          """)
  void removalIsToldByAMark(String item, boolean removed) {
    Change<Named> expected =
        removed ? new Change.Removal<>("1") : new Change.Upsert<>("1", new Named("1", "a"));
    assertThat(request(item).changes(Named.class).toList()).containsExactly(expected);
  }

  @Test
  void keyAndMarkAreSayable() {
    Removals removals = Removals.usual().key("$.ref.no").when("$.gone_at");
    ApiRequest request = request(
        "{'ref': {'no': 7}, 'gone_at': '2026-01-01'}",
        "{'id': 'x', 'name': 'a', 'ref': {'no': 8}, 'deleted': true, 'gone_at': null}");
    List<Change<Named>> changes = request.<Named>changes(Named.class, removals).toList();
    assertThat(changes)
        .containsExactly(new Change.Removal<>("7"), new Change.Upsert<>("8", new Named("x", "a")));
  }

  @Test
  void itemWithoutAKeyFitsNoChange() {
    assertThatThrownBy(() -> request("{'deleted': true}").changes(Named.class).toList())
        .isInstanceOfSatisfying(PageturnerException.Content.class, e -> {
          assertThat(e.kind()).isEqualTo(Kind.PARSE);
          assertThat(e).hasMessageContaining("no key at $.items[0]");
        });
    List<Object> bad = new ArrayList<>();
    assertThat(request("{'name': 'x'}", "{'id': '1', 'deleted': true}")
            .changes(Named.class)
            .onBadItem(bad::add)
            .toList())
        .containsExactly(new Change.Removal<>("1"));
    assertThat(bad).hasSize(1);
  }

  @Test
  void listOfChangesHasCheckpointsAndIsStreamed() {
    ApiRequest request =
        request("{'id': '1', 'name': 'a'}", "{'id': '2', 'deleted': true}", "{'id': '3'}");
    try (PagedIterator<Change<Named>> changes = request.changes(Named.class).iterator()) {
      assertThat(changes.next().key()).isEqualTo("1");
      assertThat(changes.next()).isEqualTo(new Change.Removal<>("2"));
      assertThat(request.changes(Named.class).startFrom(changes.checkpoint()).iterator())
          .isNotNull();
      assertThat(changes.checkpoint().items()).isEqualTo(2);
    }
  }

  @Test
  void marksAreNeeded() {
    assertThatIllegalArgumentException().isThrownBy(() -> Removals.usual().when());
  }
}
