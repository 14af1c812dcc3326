package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.pageturner.json.RawJson;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

@PageturnerServer(spec = "petstore.yaml", items = 5)
class PageturnerServerTest {
  private MockApi before;

  @BeforeEach
  void remember(MockApi api) {
    before = api;
  }

  @AfterEach
  void isTheSame(MockApi api) {
    assertThat(api).isSameAs(before);
  }

  private static List<RawJson> pets(MockApi api) throws Exception {
    return RawJson.parse(Http.get(api, "/pets").body())
        .get("data")
        .orElseThrow()
        .elements();
  }

  @RepeatedTest(2)
  void eachTestHasItsOwnData(MockApi api) throws Exception {
    assertThat(pets(api)).hasSize(5);
    assertThat(Http.send(api, "POST", "/pets", "{\"name\":\"Tom\"}").statusCode())
        .isEqualTo(201);
    assertThat(pets(api)).hasSize(6);
    assertThat(api.requests("addPet")).hasSize(1);
  }

  @Test
  @PageturnerServer(spec = "petstore.yaml", items = 3, pageSize = 2)
  void anAnnotationOnTheMethodGoesBefore(MockApi api) throws Exception {
    assertThat(pets(api)).hasSize(2);
  }

  @Nested
  class Inside {
    @Test
    void theAnnotationAroundHolds(MockApi api) throws Exception {
      assertThat(pets(api)).hasSize(5);
    }
  }

  @PageturnerServer(spec = "no-such-file.yaml")
  static class WithoutDocument {
    @Test
    void neverRuns(MockApi api) {
      assertThat(api).isNull();
    }
  }

  @Test
  void aMissingDocumentFailsTheTestWithItsName() {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(WithoutDocument.class))
                .build(),
            listener);

    assertThat(listener.getSummary().getFailures())
        .singleElement()
        .extracting(Failure::getException)
        .satisfies(e -> assertThat(e).hasMessageContaining("no-such-file.yaml"));
  }
}
