package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Failures, and going on after them. */
class ResumeEdgeTest {
  @Test
  @DisplayName("edge 51: an iterator that failed repeats the page that failed, and that one only")
  void askedAgain() {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a', 'b'], 'next': 'c1'}")
        .on("/names?cursor=c1", 500, "")
        .on("/names?cursor=c1", 500, "")
        .on("/names?cursor=c1", "{'items': ['c'], 'next': null}");
    PagedIterator<String> names = api.names().iterator();
    assertThat(names.next() + names.next()).isEqualTo("ab");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(names::hasNext).isInstanceOf(PageturnerException.Status.class);
      assertThat(names.stopReason()).isEmpty();
    }
    assertThat(names.next()).isEqualTo("c");
    assertThat(api.targets())
        .containsExactly("/names", "/names?cursor=c1", "/names?cursor=c1", "/names?cursor=c1");
  }

  @Test
  @DisplayName("edge 51: a page that broke after its second item gives out the others only")
  void askedAgainWithinAPage() {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a', 'b', 7.5e, 'd']}")
        .on("/names", "{'items': ['a', 'b', 'c', 'd']}");
    PagedIterator<String> names = api.names().iterator();
    assertThat(names.next() + names.next()).isEqualTo("ab");
    assertThatThrownBy(() -> names.next())
        .isInstanceOfSatisfying(
            PageturnerException.Content.class,
            e -> assertThat(e.checkpoint().orElseThrow().consumed()).isEqualTo(2));
    assertThat(names.next() + names.next()).isEqualTo("cd");
    assertThat(names.hasNext()).isFalse();
  }

  @Test
  @DisplayName("edge 110: an expired position says that it came from a checkpoint")
  void positionThatTheServerForgot() {
    FakeApi api = new FakeApi()
        .on("/names?cursor=old", 410, "")
        .on("/names", "{'items': ['a'], 'next': 'c1'}")
        .on("/names?cursor=c1", 410, "");
    Checkpoint old = forged(
        api.names().iterator().checkpoint(),
        Position.cursor("old"),
        "array $.items; cursor $.next; query cursor");
    assertThatThrownBy(() -> api.names().startFrom(old).toList())
        .isInstanceOfSatisfying(PageturnerException.Status.class, e -> {
          assertThat(e.status()).isEqualTo(410);
          assertThat(e.isResumed()).isTrue();
          assertThat(e).hasMessageContaining("whose position came from a checkpoint");
        });
    assertThatThrownBy(() -> api.names().toList())
        .isInstanceOfSatisfying(
            PageturnerException.Status.class, e -> assertThat(e.isResumed()).isFalse());
  }

  @Test
  @DisplayName("edge 52: when the consumer's function throws, the item counts as delivered")
  void consumerThrows() {
    PagedIterable<String> list = FakeApi.ofThreePages().names();
    PagedIterator<String> names = list.iterator();
    assertThatThrownBy(() -> names.forEachRemaining(name -> {
          if (name.equals("b")) {
            throw new ArithmeticException();
          }
        }))
        .isInstanceOf(ArithmeticException.class);
    assertThat(names.checkpoint().consumed()).isEqualTo(2);
    assertThat(names.next()).isEqualTo("c");
  }

  @Test
  @DisplayName("edge 53: a page that has become shorter goes on, with a warning")
  void shorterPage() {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a', 'b', 'c'], 'next': 'c1'}")
        .on("/names", "{'items': ['a'], 'next': 'c1'}")
        .on("/names?cursor=c1", "{'items': ['d']}");
    List<TraversalEvent> events = new ArrayList<>();
    PagedIterable<String> list = api.names().listener(events::add);
    PagedIterator<String> names = list.iterator();
    assertThat(names.next() + names.next()).isEqualTo("ab");
    assertThat(list.startFrom(names.checkpoint())).containsExactly("d");
    assertThat(events).hasAtLeastOneElementOfType(TraversalEvent.Warning.class);
  }

  @Test
  @DisplayName("edge 54: a checkpoint is the place after the last item, at every item")
  void checkpointIsAfter() {
    PagedIterable<String> list = FakeApi.ofThreePages().names();
    PagedIterator<String> names = list.iterator();
    assertThat(names.checkpoint().position()).isEqualTo(Position.start());
    String before = "";
    while (names.hasNext()) {
      before += names.next();
      String after = String.join("", list.startFrom(names.checkpoint()));
      assertThat(before + after).isEqualTo("abcde");
    }
  }

  @Test
  @DisplayName("edge 55: a checkpoint of another list, or of other filters, is refused")
  void anotherList() {
    FakeApi api = FakeApi.ofThreePages();
    try (ApiClient client = api.client().build()) {
      Checkpoint checkpoint =
          client.list("/names?q=1", String.class, FakeApi.CURSOR).iterator().checkpoint();
      for (String other : List.of("/names?q=2", "/names", "/others?q=1")) {
        PagedIterable<String> list =
            client.list(other, String.class, FakeApi.CURSOR).startFrom(checkpoint);
        assertThatThrownBy(() -> list.iterator().hasNext())
            .isInstanceOf(PageturnerException.BadCheckpoint.class);
      }
    }
    assertThat(api.asked()).isZero();
  }

  @Test
  @DisplayName("edges 56, 110: a cursor that has expired fails at once, with its checkpoint")
  void expiredCursor() {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a'], 'next': 'c1'}")
        .on("/names?cursor=c1", 410, "{}");
    PagedIterator<String> names = api.names().iterator();
    names.next();
    assertThatThrownBy(names::hasNext)
        .isInstanceOfSatisfying(PageturnerException.Status.class, e -> {
          assertThat(e.status()).isEqualTo(410);
          assertThat(e.checkpoint().orElseThrow().position()).isEqualTo(Position.cursor("c1"));
        });
    assertThat(api.asked()).isEqualTo(2);
  }

  @Test
  @DisplayName("edge 58: an interrupted thread stops at once, keeps its flag and its checkpoint")
  void interrupted() {
    FakeApi api = FakeApi.ofThreePages();
    PagedIterator<String> names = api.names().iterator();
    names.next();
    names.next();
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(names::hasNext)
          .isInstanceOfSatisfying(
              PageturnerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED));
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
    assertThat(api.asked()).isEqualTo(1);
    assertThat(names.next()).isEqualTo("c");
  }

  @Test
  @DisplayName("edge 55: a checkpoint with a URL of another origin is refused unasked")
  void tamperedUrl() {
    FakeApi api = FakeApi.ofThreePages();
    Pagination links = Pagination.nextUrl("$.next").items("$.items");
    try (ApiClient client = api.client().build()) {
      PagedIterable<String> list = client.list("/names", String.class, links);
      Checkpoint start = list.iterator().checkpoint();
      for (String url : List.of("https://evil.example/names", "file:///etc/passwd", "//evil/")) {
        PagedIterator<String> names = list.startFrom(
                forged(start, Position.url(url), "array $.items; URL $.next; the URL itself"))
            .iterator();
        assertThatThrownBy(names::hasNext)
            .isInstanceOfSatisfying(
                PageturnerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNSAFE_LINK))
            .hasMessageNotContaining("passwd");
      }
    }
    assertThat(api.asked()).isZero();
  }

  private static Checkpoint forged(Checkpoint good, Position position, String pagination) {
    return new Checkpoint(Place.of(position, pagination), 0, good.request());
  }

  @Test
  @DisplayName("a checkpoint whose position has another shape than the list's is refused")
  void anotherShape() {
    FakeApi api = FakeApi.ofThreePages();
    try (ApiClient client = api.client().build()) {
      PagedIterable<String> list =
          client.list("/names", String.class, Pagination.linkHeader().items("$"));
      Checkpoint start = list.iterator().checkpoint();
      Checkpoint bad =
          forged(start, Position.cursor("x"), "array $; Link header, rel=next; the URL itself");
      assertThatThrownBy(() -> list.startFrom(bad).iterator().hasNext())
          .isInstanceOf(PageturnerException.BadCheckpoint.class);
    }
    assertThat(api.asked()).isZero();
  }
}
