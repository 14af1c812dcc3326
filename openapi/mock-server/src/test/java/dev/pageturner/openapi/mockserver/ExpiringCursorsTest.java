package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpiringCursorsTest {
  private final Ticking clock = new Ticking();

  private static PagedIterable<RawJson> users(ApiClient client) {
    return Shop.walk(
        client, Shop.list("listUsers"), Shop.list("listUsers").pagination().orElseThrow());
  }

  private static String next(String page) {
    return RawJson.parse(page).at("/meta/next_cursor").orElseThrow().asString();
  }

  private static PageturnerException.Status failure(Iterator<RawJson> rest, List<RawJson> items) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        PageturnerException.Status.class, () -> rest.forEachRemaining(items::add));
  }

  @Test
  void aCursorExpiresAfterItsTime() {
    try (MockApi api = Shop.start(clock, Trait.cursorLife(Duration.ofMinutes(5)));
        ApiClient client = Shop.client(api)) {
      Iterator<RawJson> items = users(client).iterator();
      List<RawJson> found = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        found.add(items.next());
        clock.pass(Duration.ofSeconds(30)); // A page takes exactly the five minutes.
      }
      clock.pass(Duration.ofMillis(1));

      PageturnerException.Status failure = failure(items, found);

      assertThat(failure.status()).isEqualTo(410);
      assertThat(failure.body()).contains("the cursor in the query parameter cursor has expired");
      assertThat(failure.checkpoint()).isPresent();
      assertThat(found).hasSize(20).doesNotHaveDuplicates();
      assertThat(api.requests("listUsers")).hasSize(3);
    }
  }

  @Test
  void aCursorExpiresAfterItsRequests() throws Exception {
    try (MockApi api = Shop.start(Trait.cursorRequests(1))) {
      assertThat(Shop.walk(api, "listUsers")).hasSize(50).doesNotHaveDuplicates();
      assertThat(api.requests("listUsers")).hasSize(5);

      String cursor = next(Http.get(api, "/users").body());
      assertThat(Http.get(api, "/users?cursor=" + cursor).statusCode()).isEqualTo(200);
      assertThat(Http.get(api, "/users?cursor=" + cursor).statusCode()).isEqualTo(410);
    }
  }

  @Test
  void anExpiredCursorMayBeABadRequestThatNamesIt() throws Exception {
    try (MockApi api =
        Shop.start(clock, Trait.cursorLife(Duration.ofMinutes(5)), Trait.expiredStatus(400))) {
      String cursor = next(Http.get(api, "/users").body());
      clock.pass(Duration.ofMinutes(6));

      HttpResponse<String> refused = Http.get(api, "/users?cursor=" + cursor);

      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("the cursor in the query parameter cursor has expired");
    }
  }

  @Test
  void aFreshCursorGoesOnWhereTheExpiredOneWould() {
    List<RawJson> all;
    try (MockApi api = Shop.start()) {
      all = Shop.walk(api, "listUsers");
    }
    try (MockApi api =
            Shop.start(clock, Trait.cursorLife(Duration.ofMinutes(5)), Trait.freshCursor());
        ApiClient client = Shop.client(api)) {
      Iterator<RawJson> items = users(client).iterator();
      List<RawJson> found = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        found.add(items.next());
      }
      clock.pass(Duration.ofMinutes(6));
      items.forEachRemaining(found::add);

      assertThat(found).isEqualTo(all);
    }
  }

  @Test
  void aFreshLinkIsInTheLocation() throws Exception {
    try (MockApi api =
        Shop.start(clock, Trait.cursorLife(Duration.ofMinutes(5)), Trait.freshCursor())) {
      String url = RawJson.parse(Http.get(api, "/products").body())
          .at("/links/next")
          .orElseThrow()
          .asString();
      String second = Http.getUrl(url).body();
      clock.pass(Duration.ofMinutes(6));

      HttpResponse<String> refused = Http.getUrl(url);

      assertThat(refused.statusCode()).isEqualTo(410);
      String fresh = refused.headers().firstValue("Location").orElseThrow();
      assertThat(fresh).isNotEqualTo(url);
      assertThat(RawJson.parse(Http.getUrl(fresh).body()).get("items"))
          .isEqualTo(RawJson.parse(second).get("items"));
    }
  }

  @ParameterizedTest(name = "{0} and then {1}: {2}")
  @CsvSource({
    "active=true,         active=true,          200",
    "active=true,         active=false,         400",
    "active=true,         limit=5&active=true,  200",
    "active=true,         '',                   400",
    "'',                  role=owner,           400"
  })
  void aBoundCursorGoesWithItsParametersOnly(String first, String then, int status)
      throws Exception {
    try (MockApi api = Shop.start(Trait.boundCursors())) {
      String cursor = next(Http.get(api, "/users?" + first).body());

      HttpResponse<String> response = Http.get(api, "/users?" + then + "&cursor=" + cursor);

      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.body().contains("belongs to other parameters")).isEqualTo(status == 400);
    }
  }

  static Stream<String> lists() {
    return ServedListsTest.lists();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void whoWalksAtOnceMeetsNoRule(String id) {
    Trait[] rules = {
      Trait.cursorLife(Duration.ofMinutes(5)), Trait.cursorRequests(1), Trait.boundCursors()
    };
    List<RawJson> all;
    try (MockApi api = Shop.start()) {
      all = Shop.walk(api, id);
    }
    try (MockApi api = Shop.start(rules)) {
      assertThat(Shop.walk(api, id)).isEqualTo(all).hasSize(50);
    }
  }

  @Test
  void aCursorThatNobodyGaveIsRefusedAsBefore() throws Exception {
    try (MockApi api = Shop.start(Trait.boundCursors())) {
      assertThat(Http.get(api, "/users?cursor=invented").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aCountedListHasNoCursorsToExpire() {
    try (MockApi api = Shop.start(Trait.cursorRequests(1))) {
      assertThat(api.list("listUsers").traits()).containsExactly("cursor-requests=1");
      assertThat(api.list("listCustomers").traits()).isEmpty();
      assertThat(api.list("listCustomers").unsuitedTraits()).containsExactly("cursor-requests=1");
    }
  }

  @Test
  void aStatusThatIsNoneOfTheTwoIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Trait.expiredStatus(404))
        .withMessageContaining("expired-status=410|400");
  }
}
