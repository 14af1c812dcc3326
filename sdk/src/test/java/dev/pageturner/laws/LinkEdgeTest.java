package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.auth.Credentials;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Pagination;
import okhttp3.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What goes along with a next link, and what must not. */
class LinkEdgeTest {
  private static final Pagination NEXT = Pagination.nextUrl("$.next").items("$.items");

  @Test
  @DisplayName("edges 42, 101: another origin that was allowed is asked, without credentials")
  void allowedOrigin() {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a'], 'next': 'https://eu.h/more'}")
        .on("/more", "{'items': ['b'], 'next': 'https://h/back'}")
        .on("/back", "{'items': ['c']}");
    try (ApiClient client = api.client()
        .allowOrigin("https://eu.h")
        .bearer(() -> "secret")
        .header("X-Api-Key", "secret")
        .build()) {
      assertThat(client.list("/names", String.class, NEXT)).containsExactly("a", "b", "c");
    }
    Request foreign = api.requests().get(1);
    assertThat(foreign.url().host()).isEqualTo("eu.h");
    assertThat(foreign.headers().toMultimap().toString()).doesNotContain("secret");
    assertThat(api.requests().get(2).header("Authorization")).isEqualTo("Bearer secret");
  }

  @Test
  @DisplayName("edge 42: an https page that offers an http link is refused")
  void downgrade() {
    FakeApi api = new FakeApi().on("/names", "{'items': ['a'], 'next': 'http://h/names?p=2'}");
    PagedIterator<String> names =
        api.client().build().list("/names", String.class, NEXT).iterator();
    assertThat(names.next()).isEqualTo("a");
    assertThatThrownBy(names::hasNext).isInstanceOf(PageturnerException.Paging.class);
    assertThat(api.asked()).isEqualTo(1);
  }

  @Test
  @DisplayName("edge 43: a redirect to another origin that was allowed loses the credentials")
  void redirectWithoutCredentials() {
    FakeApi api = new FakeApi()
        .on("/names", 307, "", "Location", "https://eu.h/names2")
        .on("/names2", "{'items': ['a']}");
    try (ApiClient client =
        api.client().allowOrigin("https://eu.h").header("Cookie", "secret").build()) {
      assertThat(client.list("/names", String.class, NEXT)).containsExactly("a");
    }
    assertThat(api.requests().get(1).header("Cookie")).isNull();
  }

  @Test
  @DisplayName("edge 46: a secret in a link is masked in errors and checkpoints, and put back")
  void secretInLink() {
    FakeApi api = new FakeApi()
        .on("/names?api_key=hush", "{'items': ['a'], 'next': '/names?api_key=hush&p=2'}")
        .on("/names?api_key=hush&p=2", 500, "")
        .on("/names?api_key=hush&p=2", "{'items': ['b'], 'next': null}");
    PagedIterable<String> list =
        api.client().build().list("/names?api_key=hush", String.class, NEXT);
    PagedIterator<String> names = list.iterator();
    names.next();
    assertThatThrownBy(names::hasNext).isInstanceOfSatisfying(PageturnerException.class, e -> {
      assertThat(e.getMessage()).doesNotContain("hush");
      assertThat(e.checkpoint().orElseThrow().toString()).doesNotContain("hush");
    });
    assertThat(list.startFrom(names.checkpoint())).containsExactly("b");
  }

  @Test
  @DisplayName("edge 46: a link that repeats the credentials can be resumed from")
  void credentialsInLink() {
    FakeApi api = new FakeApi()
        .on("/names?k=hush", "{'items': ['a'], 'next': '/names?k=hush&p=2'}")
        .on("/names?p=2&k=hush", "{'items': ['b', 'c'], 'next': null}")
        .on("/names?k=hush&p=2", "{'items': ['b', 'c'], 'next': null}");
    PagedIterable<String> list = api.client()
        .credentials(Credentials.query("k", () -> "hush"))
        .build()
        .list("/names", String.class, NEXT);
    PagedIterator<String> names = list.iterator();
    assertThat(names.next() + names.next()).isEqualTo("ab");
    assertThat(names.checkpoint().toString()).doesNotContain("hush");
    assertThat(list.startFrom(names.checkpoint())).containsExactly("c");
  }
}
