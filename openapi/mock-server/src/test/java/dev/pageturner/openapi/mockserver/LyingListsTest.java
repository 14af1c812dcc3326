package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals and flags that are not true, beside links and cursors that are. */
class LyingListsTest {
  private record Walk(List<RawJson> items, String error) {}

  private static Walk walk(PagedIterable<RawJson> list) {
    List<RawJson> items = new ArrayList<>();
    try {
      list.forEach(items::add);
      return new Walk(items, "none");
    } catch (PageturnerException e) {
      return new Walk(items, e.kind().name());
    }
  }

  @ParameterizedTest(name = "total={0} of {1}: {2} is told, {3} items, error {4}, {5} requests")
  @CsvSource({
    "too-small,    listUsers,     25, 50, none, 5",
    "too-large,    listUsers,     60, 50, none, 5",
    "of-this-page, listUsers,     10, 50, none, 5",
    "too-small,    listCustomers, 25, 50, none, 6",
    "too-large,    listCustomers, 60, 50, INCOMPLETE, 6",
    // A client that counts cannot know better than a total that fits its full page.
    "of-this-page, listCustomers, 10, 10, none, 1"
  })
  void aTotalThatLies(String lie, String id, long told, int items, String error, int requests)
      throws Exception {
    try (MockApi api = Shop.start(Trait.parse("total=" + lie));
        ApiClient client = Shop.client(api)) {
      String path = Shop.list(id).operation().path();
      RawJson page = RawJson.parse(Http.get(api, path).body());
      assertThat(
              page.at("/meta/total").or(() -> page.get("total")).orElseThrow().asLong())
          .isEqualTo(told);
      api.clearRequests();

      Walk walk =
          walk(Shop.walk(client, Shop.list(id), Shop.list(id).pagination().orElseThrow()));

      assertThat(walk.items()).doesNotHaveDuplicates().hasSize(items);
      assertThat(walk.error()).isEqualTo(error);
      assertThat(api.requests(id)).hasSize(requests);
    }
  }

  @ParameterizedTest(name = "end-flag={0} beside {1}")
  @CsvSource({
    "honest, listUsers",
    "wrong,  listUsers",
    "honest, listProducts",
    "wrong,  listProducts",
    "honest, listWebhooks",
    "wrong,  listWebhooks"
  })
  void aFlagBesideANextPositionDoesNotEndTheList(String flag, String id) {
    try (MockApi api = Shop.start(Trait.parse("end-flag=" + flag))) {
      assertThat(Shop.walk(api, id)).hasSize(50).doesNotHaveDuplicates();
      assertThat(api.requests(id)).hasSize(5);
    }
  }

  @Test
  void theFlagStandsInTheBodyOrInAHeader() throws Exception {
    try (MockApi honest = Shop.start(Trait.endFlag(true));
        MockApi wrong = Shop.start(Trait.endFlag(false))) {
      assertThat(RawJson.parse(Http.get(honest, "/users").body()).get("has_more"))
          .contains(RawJson.of(true));
      assertThat(RawJson.parse(Http.get(honest, "/users?limit=50").body()).get("has_more"))
          .contains(RawJson.of(false));
      assertThat(RawJson.parse(Http.get(wrong, "/users").body()).get("has_more"))
          .contains(RawJson.of(false));
      assertThat(Http.get(honest, "/webhooks").headers().allValues("X-Has-More"))
          .containsExactly("true");
    }
  }

  @Test
  void linksMayBeInTwoLines() throws Exception {
    try (MockApi api = Shop.start(Trait.repeatedHeaders())) {
      assertThat(Shop.walk(api, "listWebhooks")).hasSize(50).doesNotHaveDuplicates();
      assertThat(api.requests("listWebhooks")).hasSize(5);
      assertThat(Http.get(api, "/webhooks?page=2").headers().allValues("Link"))
          .containsExactly(
              "<" + api.url("/webhooks") + ">; rel=\"first\"",
              "<" + api.url("/webhooks") + "?page=3>; rel=\"next\"");
    }
  }

  @Test
  void aTotalThatIsNotDescribedIsNotInvented() {
    try (MockApi api = Shop.start(Trait.totalTooSmall())) {
      assertThat(api.list("listWebhooks").unsuitedTraits()).containsExactly("total=too-small");
      assertThat(api.list("listUsers").traits()).containsExactly("total=too-small");
    }
  }
}
