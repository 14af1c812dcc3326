package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.openapi.check.Check;
import dev.pageturner.openapi.check.CheckReport;
import dev.pageturner.openapi.check.PagingCheck;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** A test that uses the mock server asks whether what it serves pages honestly. */
@PageturnerServer(spec = "../specs/shop.yaml", items = 47, pageSize = 10)
class CheckedListsTest {
  private static CheckReport check(MockApi api, String path, Check... checks) {
    try (ApiClient client = Shop.client(api)) {
      return PagingCheck.of(client)
          .list(path)
          .insert(() -> api.list("GET " + path).failOnPage(2, Fault.insertItems(1)))
          .only(EnumSet.of(Check.COMPLETE, checks))
          .run();
    }
  }

  @Test
  void anHonestListPasses(MockApi api) {
    CheckReport report =
        check(api, "/users", Check.UNIQUE, Check.ORDER, Check.END, Check.TOTALS, Check.INSERT);
    assertThat(report.requireHonest().items()).isEqualTo(47);
  }

  @Test
  void anInsertDoublesAnItemOfAListThatCounts(MockApi api) {
    assertThatThrownBy(check(api, "/customers", Check.INSERT)::requireHonest)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("/customers does not page honestly: 1 error")
        .hasMessageContaining("curl 'http");
  }

  @Test
  void aCursorThatComesTwiceIsAFinding(MockApi api) {
    api.list("listUsers").failOnPage(3, Fault.duplicateCursor().always());
    assertThatThrownBy(check(api, "/users", Check.UNIQUE)::requireHonest)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("does not page honestly");
  }

  @Test
  void aBodyThatIsAlwaysCutLeavesTheQuestionOpen(MockApi api) {
    api.list("listUsers").failOnPage(3, Fault.cutBody().always());
    assertThatThrownBy(check(api, "/users", Check.UNIQUE)::requireHonest)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("could not be checked");
  }
}
