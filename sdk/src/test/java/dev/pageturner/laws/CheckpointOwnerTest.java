package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint belongs to one request and to one way of paging, and is refused by others. */
class CheckpointOwnerTest {
  private static final Pagination DETECT = Pagination.detect();
  private static final Pagination CURSOR =
      Pagination.cursor("$.next_cursor", "cursor").items("$.items");

  /** Cursors that are offsets, so that each way of paging would go on somewhere. */
  private final FakeApi api = new FakeApi()
      .on("/names", "{'items': ['a', 'b'], 'next_cursor': '2'}")
      .on("/names?cursor=2", "{'items': ['c', 'd'], 'next_cursor': '4'}")
      .on("/names?cursor=4", "{'items': ['e'], 'next_cursor': null}")
      .on("/names?page=1", "{'items': ['a', 'b']}")
      .on("/names?page=2", "{'items': ['c', 'd']}");

  private final ApiClient client = api.client().build();

  @AfterEach
  void close() {
    client.close();
  }

  private PagedIterable<String> names(Pagination pagination) {
    return client.list("/names", String.class, pagination);
  }

  /** Stands within the second page. */
  private static Checkpoint afterThree(PagedIterable<String> list) {
    try (PagedIterator<String> names = list.iterator()) {
      assertThat(names.next() + names.next() + names.next()).isEqualTo("abc");
      return Checkpoint.parse(names.checkpoint().toString());
    }
  }

  static List<Pagination> others() {
    return List.of(
        Pagination.pageNumber("page", 1).items("$.items"),
        Pagination.offset("cursor", 0).items("$.items"),
        Pagination.cursor("$.next_cursor", "after").items("$.items"),
        Pagination.cursor("$.next", "cursor").items("$.items"),
        Pagination.cursor("$.next_cursor", "cursor").items("$.others"),
        Pagination.nextUrl("$.next_cursor").items("$.items"),
        Pagination.linkHeader().items("$.items"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anotherPaginationThanTheOneThatGaveThePositionIsRefusedUnasked(Pagination other) {
    Stream.of(CURSOR, DETECT)
        .map(this::names)
        .map(CheckpointOwnerTest::afterThree)
        .forEach(c -> {
          int asked = api.asked();
          assertThatThrownBy(() -> names(other).startFrom(c).iterator())
              .isInstanceOf(PageturnerException.BadCheckpoint.class)
              .hasMessageContaining("another pagination")
              .hasMessageContaining("$.next_cursor");
          assertThat(api.asked()).isEqualTo(asked);
        });
  }

  @Test
  void saidAndRecognisedAreOneWhereTheyMeanTheSame() {
    for (Pagination made : List.of(CURSOR, DETECT)) {
      Checkpoint checkpoint = afterThree(names(made));
      for (Pagination resumed :
          List.of(CURSOR, DETECT, Pagination.cursor("$.next_cursor", "cursor"))) {
        assertThat(names(resumed).startFrom(checkpoint).toList()).containsExactly("d", "e");
      }
    }
  }

  @Test
  void recognisedPaginationRefusesTheCheckpointOfAnotherAfterItsFirstPage() {
    Checkpoint good = afterThree(names(CURSOR));
    Checkpoint other = new Checkpoint(
        Place.of(Position.pageNumber(2), "array $.items; page number from 1; query page"),
        1,
        good.request());

    assertThatThrownBy(() -> names(DETECT).startFrom(other).toList())
        .isInstanceOf(PageturnerException.BadCheckpoint.class)
        .hasMessageContaining("another pagination");
  }

  private PagedIterable<String> withHeader(String name, String value) {
    return client.request("/names").header(name, value).pagination(CURSOR).list(String.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Tenant", "Accept-Language", "Prefer", "Stripe-Account"})
  void anotherTenantsHeaderIsAnotherList(String header) {
    Checkpoint checkpoint = afterThree(withHeader(header, "ada"));

    assertThat(withHeader(header, "ada").startFrom(checkpoint).toList()).containsExactly("d", "e");
    assertThatThrownBy(() -> withHeader(header, "bob").startFrom(checkpoint).iterator())
        .isInstanceOf(PageturnerException.BadCheckpoint.class);
    assertThatThrownBy(() -> names(CURSOR).startFrom(checkpoint).iterator())
        .isInstanceOf(PageturnerException.BadCheckpoint.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Authorization", "X-Api-Key", "X-Request-Id", "traceparent", "User-Agent"})
  void newKeyOrNumberOfTheCallIsTheSameList(String header) {
    Checkpoint checkpoint = afterThree(withHeader(header, "one"));

    assertThat(withHeader(header, "another").startFrom(checkpoint).toList())
        .containsExactly("d", "e");
  }

  @Test
  void forgedCounterThatOverflowsIsAnErrorOfTheList() {
    FakeApi endless = new FakeApi()
        .on("/names?cursor=9223372036854775807", "{'items': ['a', 'b']}")
        .on("/names?page=9223372036854775807", "{'items': ['a', 'b']}");
    List<Pagination> counters = List.of(
        Pagination.offset("cursor", 0).items("$.items"),
        Pagination.pageNumber("page", 1).items("$.items"));
    try (ApiClient counted = endless.client().build()) {
      for (Pagination counter : counters) {
        PagedIterable<String> list = counted.list("/names", String.class, counter);
        Position last = counter.identity().contains("offset")
            ? Position.offset(Long.MAX_VALUE)
            : Position.pageNumber(Long.MAX_VALUE);
        Checkpoint forged = new Checkpoint(
            Place.of(last, counter.identity()), 0, list.iterator().checkpoint().request());

        PagedIterator<String> names = list.startFrom(forged).iterator();
        assertThat(names.next() + names.next()).isEqualTo("ab");
        assertThatThrownBy(names::hasNext)
            .isInstanceOfSatisfying(
                PageturnerException.Paging.class,
                e -> assertThat(e.kind()).isEqualTo(Kind.PROTOCOL));
      }
    }
  }
}
