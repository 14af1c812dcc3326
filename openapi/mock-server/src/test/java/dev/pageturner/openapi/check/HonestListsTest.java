package dev.pageturner.openapi.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.openapi.check.CheckResult.Status;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.retry.RetryPolicy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HonestListsTest {
  private static CheckReport run(
      HonestApi api, java.util.function.UnaryOperator<PagingCheck> more) {
    try (ApiClient client = api.client()) {
      return more.apply(PagingCheck.of(client).list("/items").pagination(HonestApi.PAGINATION))
          .run();
    }
  }

  @Test
  void everyCheckPassesOfAListThatDoesEverythingRight() {
    try (HonestApi api = new HonestApi(47)) {
      CheckReport report =
          run(api, check -> check.otherFilter("even", "1").insert(() -> api.ids.add(0, 0)));

      assertThat(report.results())
          .as(report.text())
          .extracting(CheckResult::check)
          .containsExactly(Check.values());
      assertThat(report.results())
          .filteredOn(result -> result.status() != Status.PASSED)
          .extracting(CheckResult::check)
          .containsExactly(Check.LINKS); // It has none.
      assertThat(report.results()).allMatch(result -> result.findings().isEmpty());
      assertThatCode(report::requireHonest).doesNotThrowAnyException();
      assertThat(report.text()).startsWith("/items pages honestly: 10 checks passed.\n");
    }
  }

  @Test
  void walksAreShared() {
    try (HonestApi api = new HonestApi(47)) {
      CheckReport report = run(api, check -> check);
      // Two walks of five pages, a small page and a large one.
      assertThat(api.requests).hasSize(12);
      assertThat(report.sent()).isEqualTo(12);
      assertThat(report.items()).isEqualTo(47);
      assertThat(report.pages()).isEqualTo(5);
    }
  }

  @Test
  void headersTakeTwoPages() {
    try (HonestApi api = new HonestApi(47)) {
      assertThat(run(api, check -> check.only(EnumSet.of(Check.HEADERS, Check.LIMITS)))
              .isHonest())
          .isTrue();
      assertThat(api.requests).hasSize(2);
    }
  }

  @ParameterizedTest(name = "{0} items")
  @ValueSource(ints = {0, 1, 2, 3, 9, 10, 11, 50, 51})
  void aListOfAnyLengthIsHonest(int items) {
    try (HonestApi api = new HonestApi(items)) {
      CheckReport report = run(api, check -> check);
      assertThat(report.isHonest()).as(report.text()).isTrue();
    }
    try (HonestApi api = new HonestApi(items)) {
      CheckReport report = run(api, check -> check.pagination(Pagination.detect()));
      assertThat(report.isHonest()).as(report.text()).isTrue();
    }
  }

  @Test
  void aCursorThatGivesItsOwnListWhateverTheFilterIsHonest() {
    try (HonestApi api = new HonestApi(80) {
      @Override
      boolean isOf(String cursor, HttpUrl url) {
        return true;
      }

      @Override
      List<Integer> rows(HttpUrl url) {
        String cursor = url.queryParameter("cursor");
        HttpUrl.Builder own = url.newBuilder().removeAllQueryParameters("even");
        boolean even =
            cursor == null ? url.queryParameter("even") != null : cursor.endsWith("even");
        return super.rows(even ? own.addQueryParameter("even", "1").build() : own.build());
      }
    }) {
      CheckReport report = run(api, check -> check.otherFilter("even", "1"));
      assertThat(report.result(Check.FILTER).orElseThrow().status())
          .as(report.text())
          .isEqualTo(Status.PASSED);
    }
  }

  @ParameterizedTest(name = "at most {0}")
  @CsvSource({"1", "2", "5", "6", "9", "11"})
  void noMoreRequestsAreSentThanAllowed(int most) {
    try (HonestApi api = new HonestApi(47)) {
      CheckReport report = run(api, check -> check.maxRequests(most));
      assertThat(api.requests.size()).as(report.text()).isLessThanOrEqualTo(most);
      assertThat(report.hasFindings()).as(report.text()).isFalse();
      assertThat(report.result(Check.COMPLETE).orElseThrow().status())
          .isEqualTo(most < 5 ? Status.NOT_CHECKED : Status.PASSED);
    }
  }

  @Test
  void retriesCountAsRequests() {
    try (HonestApi api = new HonestApi(47) {
      @Override
      ApiClient client() {
        return ApiClient.newBuilder()
            .baseUrl(url())
            .retryPolicy(RetryPolicy.standard())
            .build();
      }

      @Override
      MockResponse answer(RecordedRequest request) {
        return json("{}").code(503).addHeader("Retry-After", "0").build();
      }
    }) {
      CheckReport report = run(api, check -> check.maxRequests(3));
      assertThat(api.requests).hasSize(3);
      assertThat(report.isChecked()).isFalse();
    }
  }

  @ParameterizedTest(name = "status {0} at page {1}")
  @CsvSource({"500, 3", "404, 2", "401, 1", "410, 5"})
  void aServerThatFailsLeavesOpenWhatNeedsItsAnswer(int status, int page) {
    try (HonestApi api = new HonestApi(47) {
      @Override
      MockResponse answer(RecordedRequest request) {
        return requests.size() >= page ? json("{}").code(status).build() : super.answer(request);
      }
    }) {
      CheckReport report = run(api, check -> check);

      assertThat(report.hasFindings()).as(report.text()).isFalse();
      assertThat(report.isChecked()).isFalse();
      assertThat(report.result(Check.COMPLETE).orElseThrow())
          .satisfies(result -> assertThat(result.status()).isEqualTo(Status.NOT_CHECKED))
          .satisfies(
              result -> assertThat(result.said()).contains("Page " + page, "status " + status));
      assertThatThrownBy(report::requireHonest)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("/items could not be checked");
    }
  }

  @Test
  void aPageOfHtmlIsNoFindingAboutAList() {
    try (HonestApi api = new HonestApi(1) {
      @Override
      MockResponse answer(RecordedRequest request) {
        return json("<html>Log in</html>")
            .setHeader("Content-Type", "text/html")
            .build();
      }
    }) {
      CheckReport report = run(api, check -> check.pagination(Pagination.detect()));
      assertThat(report.hasFindings()).as(report.text()).isFalse();
      assertThat(report.isChecked()).isFalse();
    }
  }

  @Test
  void noServerAtAllIsToldAsWhatCouldNotBeChecked() {
    HonestApi api = new HonestApi(1);
    String url = api.url();
    api.close();
    try (ApiClient client =
        ApiClient.newBuilder().baseUrl(url).retryPolicy(RetryPolicy.none()).build()) {
      CheckReport report = PagingCheck.of(client).list("/items").run();
      assertThat(report.isChecked()).isFalse();
      assertThat(report.hasFindings()).isFalse();
    }
  }

  @Test
  void whatAServerSaysCannotObeyATerminal() {
    String hostile = "\\u001b[2J\u202e\u009b1m";
    try (HonestApi api = new HonestApi(20) {
      @Override
      String page(HttpUrl url, List<Integer> rows, int from, int to) {
        return super.page(url, rows, from, to)
            .replaceAll("\"id\":\\d+", "\"id\":\"" + hostile.replace("\\", "\\\\") + "\"");
      }
    }) {
      CheckReport report = run(api, check -> check);
      assertThat(report.hasFindings()).isTrue();
      assertThat(report.text().codePoints())
          .allMatch(c -> c == '\n'
              || (Character.getType(c) != Character.CONTROL
                  && Character.getType(c) != Character.FORMAT));
      assertThat(report.text()).contains("\\u202e");
    }
  }

  @Test
  void secretsAreInNoCommand() {
    try (HonestApi api = new HonestApi(47) {
          @Override
          int size(HttpUrl url) {
            return 10;
          }
        };
        ApiClient client = ApiClient.newBuilder()
            .baseUrl(api.url())
            .bearer(() -> "a-bearer-token")
            .header("X-Api-Key", "a-key")
            .build()) {
      CheckReport report = PagingCheck.of(client)
          .list("/items?api_key=a-parameter")
          .pagination(HonestApi.PAGINATION)
          .run();
      assertThat(report.text())
          .contains("Authorization: ***", "api_key=***")
          .doesNotContain("a-bearer-token", "a-key", "a-parameter");
    }
  }

  @ParameterizedTest(name = "{0} characters")
  @ValueSource(ints = {40, 80, 120})
  void noLineOfTheTextIsLongerThanItsWidthButForCommandsAndLongWords(int width) {
    try (HonestApi api = new HonestApi(47) {
      @Override
      int from(String cursor, List<Integer> rows) {
        return super.from(cursor, rows) - 1;
      }
    }) {
      String text = CheckText.of(run(api, check -> check), width);
      assertThat(text.lines())
          .filteredOn(
              line -> line.strip().contains(" ") && !line.contains("curl") && !line.contains("-H "))
          .allMatch(line -> line.length() <= width);
    }
  }

  @Test
  void nonsenseIsRefusedAtOnce() {
    try (HonestApi api = new HonestApi(1);
        ApiClient client = api.client()) {
      PagingCheck check = PagingCheck.of(client);
      assertThatThrownBy(() -> check.maxRequests(0)).hasMessageContaining("maxRequests < 1");
      assertThatThrownBy(() -> check.pageSize(0)).hasMessageContaining("pageSize < 1");
      assertThatThrownBy(() -> check.only(Set.of())).hasMessageContaining("no check");
      assertThatThrownBy(() -> check.key("/a~2")).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Check.of("speed")).hasMessageContaining("complete, unique");
      assertThat(api.requests).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "active, true",
    "state, true",
    "created[gte], true",
    "even, true",
    "limit, false",
    "per_page, false",
    "pageSize, false",
    "maxResults, false",
    "$top, false",
    "sort_by, false",
    "page[size], false",
    "api-version, false",
    "apiKey, false",
    "access_token, false",
    "fields, false"
  })
  void onlyParametersThatChooseItemsAreFilters(String name, boolean filter) {
    assertThat(Filter.isFilter(name)).isEqualTo(filter);
  }

  @Test
  void aSizeInTheQueryIsNoFilterToTry() {
    try (HonestApi api = new HonestApi(47)) {
      CheckReport report =
          run(api, check -> check.list("/items?limit=7&sort=id").pagination(Pagination.detect()));
      assertThat(report.result(Check.FILTER).orElseThrow().status()).isEqualTo(Status.NOT_TRIED);
      assertThat(report.isHonest()).as(report.text()).isTrue();
    }
  }

  @Test
  void aListThatGrowsMeanwhileIsNoLie() {
    try (HonestApi api = new HonestApi(47) {
      @Override
      MockResponse answer(RecordedRequest request) {
        if (requests.size() == 4) {
          ids.add(ids.size() + 1);
          ids.add(0, 0);
        }
        return super.answer(request);
      }
    }) {
      CheckReport report = run(api, check -> check);
      assertThat(report.isHonest()).as(report.text()).isTrue();
    }
  }

  @Test
  void samplesAreTheSameOnlyIfTheyAreEqual() {
    try (HonestApi api = new HonestApi(47) {
      @Override
      String page(HttpUrl url, List<Integer> rows, int from, int to) {
        return super.page(url, rows, from, to).replace("\"id\":14,", "\"id\":12,");
      }
    }) {
      assertThat(run(api, check -> check).hasFindings()).isTrue();
      CheckReport report = run(api, check -> check.ofSamples().insert(() -> api.ids.add(0, 0)));
      assertThat(report.isHonest()).as(report.text()).isTrue();
    }
  }
}
