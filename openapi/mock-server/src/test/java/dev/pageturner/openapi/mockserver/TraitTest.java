package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pageturner.openapi.model.InvalidDocumentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The names and values of traits, and where they can be said. */
@PageturnerServer(
    spec = "petstore.yaml",
    traits = {"result-cap=7", "bound-cursors"})
class TraitTest {
  @TempDir
  private Path folder;

  static Stream<Arguments> written() {
    return Stream.of(
        Arguments.of(Trait.cursorLife(Duration.ofSeconds(90)), "cursor-life=1m30s"),
        Arguments.of(Trait.cursorRequests(3), "cursor-requests=3"),
        Arguments.of(Trait.expiredStatus(400), "expired-status=400"),
        Arguments.of(Trait.freshCursor(), "fresh-cursor"),
        Arguments.of(Trait.boundCursors(), "bound-cursors"),
        Arguments.of(Trait.offsetCap(10_000), "offset-cap=10000"),
        Arguments.of(Trait.resultCap(1000), "result-cap=1000"),
        Arguments.of(Trait.quota(500, Duration.ofMinutes(1)), "quota=500/1m"),
        Arguments.of(Trait.delta(), "delta"),
        Arguments.of(Trait.query(), "query"),
        Arguments.of(Trait.acceptedFirst(2, Duration.ofSeconds(5)), "accepted-first=2/5s"),
        Arguments.of(Trait.repeatedHeaders(), "repeated-headers"),
        Arguments.of(Trait.endFlag(false), "end-flag=wrong"),
        Arguments.of(Trait.totalOfThisPage(), "total=of-this-page"),
        Arguments.of(Trait.insertBetweenPages(1), "insert-between-pages=1"),
        Arguments.of(Trait.deleteBetweenPages(2), "delete-between-pages=2"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("written")
  void aTraitIsReadAsItIsWritten(Trait trait, String text) {
    assertThat(trait).hasToString(text);
    assertThat(Trait.parse(text)).hasToString(text);
    assertThat(Trait.usages()).anyMatch(usage -> usage.startsWith(trait.name()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "cursor-live=5m,        'there is no trait \"cursor-live\"'",
    "cursor-life=soon,      cursor-life=TIME",
    "cursor-life=-5m,       negative",
    "result-cap,            result-cap=N",
    "result-cap=0,          result-cap=N",
    "quota=5,               quota=N/TIME",
    "total=huge,            total=too-small|too-large|of-this-page",
    "delta=maybe,           delta"
  })
  void anythingElseIsRefusedWithWhatWouldDo(String text, String message) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Trait.parse(text))
        .withMessageContaining(message);
  }

  @Test
  void anAnnotationSaysThem(MockApi api) {
    assertThat(api.list("GET /pets").traits()).contains("result-cap=7");
  }

  private Path document(String root, String operation) throws Exception {
    String shop = Files.readString(Shop.SPEC);
    String changed = shop.replaceFirst("(?m)^paths:", "x-pageturner-mock: " + root + "\npaths:")
        .replaceFirst(
            "operationId: listUsers",
            "operationId: listUsers\n      x-pageturner-mock: " + operation);
    return Files.writeString(folder.resolve("shop.yaml"), changed);
  }

  @ParameterizedTest(name = "root {0}, operation {1}, options {2}: {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "{result-cap: 20}; {};                ;                15; 15",
        "{result-cap: 5};  {};                ;                5;  5",
        "{result-cap: 5};  {result-cap: 7};   ;                7;  5",
        "{result-cap: 5};  {result-cap: off}; ;                15; 5",
        "{result-cap: 5};  {result-cap: 7};   result-cap=3;    3;  3",
        "{result-cap: 5};  {result-cap: 7};   result-cap=off;  15; 15"
      })
  void anOptionGoesBeforeTheOperationAndThatBeforeTheRoot(
      String root, String operation, String option, int users, int customers) throws Exception {
    Trait[] traits = option == null ? new Trait[0] : new Trait[] {Trait.parse(option)};
    MockOptions options =
        MockOptions.newBuilder().items(15).pageSize(10).traits(traits).build();
    try (MockApi api = MockApi.start(document(root, operation), options)) {
      assertThat(Shop.walk(api, "listUsers")).hasSize(users);
      assertThat(Shop.walk(api, "listCustomers")).hasSize(customers);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "{cursor-live: 5m}; there is no trait \"cursor-live\"",
        "{total: huge};     too-small|too-large|of-this-page",
        "true;              is an object of traits"
      })
  void aMistakeInADocumentIsToldWithItsLine(String root, String message) throws Exception {
    Path document = document(root, "{}");
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> MockApi.start(document))
        .withMessageContaining(message)
        .withMessageContaining("shop.yaml:");
  }

  @Test
  void traitsGoTogether() throws Exception {
    try (MockApi api = Shop.start(
        Trait.resultCap(30),
        Trait.boundCursors(),
        Trait.totalTooLarge(),
        Trait.insertBetweenPages(1),
        Trait.endFlag(true),
        Trait.delta())) {
      assertThat(Shop.walk(api, "listUsers")).doesNotHaveDuplicates();
      assertThat(api.list("listUsers").traits())
          .isEqualTo(List.of(
              "bound-cursors",
              "result-cap=30",
              "delta",
              "end-flag=honest",
              "total=too-large",
              "insert-between-pages=1"));
    }
  }
}
