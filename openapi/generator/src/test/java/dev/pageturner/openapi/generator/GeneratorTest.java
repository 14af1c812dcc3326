package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.sources.SourceFile;
import dev.pageturner.openapi.testing.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One list and two schemas. */
class GeneratorTest {
  @TempDir
  Path folder;

  static Path petstore() throws Exception {
    return Path.of(GeneratorTest.class.getResource("/generated/petstore.yaml").toURI());
  }

  private static String text(Generated generated, String name) {
    return generated.files().stream()
        .filter(file -> file.path().endsWith("/" + name + ".java"))
        .map(SourceFile::text)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isSmall() throws Exception {
    Generated generated = Generator.of("com.example").generate(petstore());

    assertThat(generated.files()).hasSizeLessThanOrEqualTo(6);
    assertThat(generated.files().stream()
            .mapToLong(file -> file.text().lines().count())
            .sum())
        .isLessThanOrEqualTo(400);
    Compilation compiled = Compilation.of(generated.files());
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.warnings()).isEmpty();
  }

  @Test
  void readsLikeCodeByHand() throws Exception {
    assertThat(text(Generator.of("com.example").generate(petstore()), "PetsApi"))
        .isEqualTo(PETS_API);
  }

  @Test
  void isTheSameEachTime() throws Exception {
    Generator generator = Generator.of("com.example").async(true);

    assertThat(generator.generate(petstore()).files())
        .isEqualTo(generator.generate(petstore()).files());
  }

  @Test
  void anOverrideChangesHowAListPages() throws Exception {
    Path overrides = Documents.write(folder, "pageturner.yaml", """
        operations: {listPets: {style: page, items: $.pets, request_param: limit}}
        """);

    String api =
        text(Generator.of("com.example").overrides(overrides).generate(petstore()), "PetsApi");

    assertThat(api)
        .contains("Pagination.pageNumber(\"limit\", 1)\n")
        .contains("Pages by counting pages in {@code limit}.");
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(delimiter = '|', textBlock = """
      {}                                                                  | {style: page, request_param: p}        | RawJson
      {'204': {description: Nothing.}}                                    | {next: link, items: $.data}            | RawJson
      {'200': {content: {text/csv: {schema: {type: string}}}}}            | {style: page, request_param: p}        | RawJson
      {'200': {content: {application/x-ndjson: {schema: {type: object, properties: {id: {type: string}}}}}}} | {next: none, items: lines} | ListLinesItem
      """)
  void anOverrideIsCarriedOutWhateverTheDocumentSaysOfTheAnswer(
      String responses, String override, String item) {
    Path document = Documents.write(folder, "api.yaml", """
        openapi: 3.0.0
        info: {title: Odd, version: '1'}
        paths: {/lines: {get: {operationId: listLines, tags: [lines], responses: %s}}}
        """.formatted(responses));
    Path overrides =
        Documents.write(folder, "pageturner.yaml", "operations: {listLines: " + override + "}");

    Generated generated = Generator.of("com.example").overrides(overrides).generate(document);

    assertThat(text(generated, "LinesApi")).contains("PagedIterable<" + item + ">");
    assertThat(Compilation.of(generated.files()).errors()).isEmpty();
  }

  @Test
  void anOverrideOfNothingIsAnErrorWithItsPlace() {
    Path overrides = Documents.write(folder, "pageturner.yaml", """
        operations: {listCats: false}
        """);
    Generator generator = Generator.of("com.example").overrides(overrides);

    assertThatThrownBy(() -> generator.generate(petstore()))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessage("pageturner.yaml:1 #/operations/listCats: the document has no such operation");
  }

  @Test
  void theClientIsNamedAsAsked() throws Exception {
    assertThat(Generator.of("com.example")
            .named("pet shop")
            .async(true)
            .generate(petstore())
            .files())
        .extracting(SourceFile::path)
        .containsExactly(
            "com/example/AsyncPetShopClient.java",
            "com/example/AsyncPetsApi.java",
            "com/example/Pet.java",
            "com/example/PetPage.java",
            "com/example/PetShopClient.java",
            "com/example/PetShopJson.java",
            "com/example/PetsApi.java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com.", "com.class", "com example", "../up", "com.exa-mple", "1com"})
  void aWrongPackageIsMisuse(String name) {
    assertThatThrownBy(() -> Generator.of(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBodyOfAGetIsLeftOutWithAWarning() {
    Path document = Documents.write(folder, "api.yaml", """
        openapi: 3.0.0
        info: {title: Odd, version: '1'}
        paths:
          /a:
            get:
              requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
              responses: {'200': {description: ok}}
          /b:
            get:
              requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
              responses: {'200': {description: ok}}
        """);

    Generated generated = Generator.of("com.example").generate(document);

    assertThat(generated.problems())
        .extracting(Problem::toString)
        .containsExactly("api.yaml:5 #/paths/~1a/get: a GET has no body in HTTP (RFC 9110, section"
            + " 9.3); left out");
    assertThat(Compilation.of(generated.files()).errors()).isEmpty();
  }

  @Test
  void nothingOfTheNetworkIsFetched() {
    Path document = Documents.write(folder, "api.yaml", """
        openapi: 3.0.0
        paths:
          /a:
            get:
              responses: {'200': {$ref: 'http://127.0.0.1:9/responses.yaml#/a'}}
        """);

    assertThat(Generator.of("com.example").generate(document).problems())
        .extracting(Problem::toString)
        .contains("api.yaml:5 #/paths/~1a/get/responses/200/$ref: remote references are not"
            + " fetched; any JSON is assumed");
  }

  @Test
  void whatIsReferredToIsFetchedIfAllowed() {
    Path document = Documents.write(folder, "api.yaml", """
        openapi: 3.0.0
        paths:
          /a:
            get:
              responses: {'200': {$ref: 'http://user@127.0.0.1/responses.yaml#/a'}}
        """);
    Generator generator =
        Generator.of("com.example").allowRemoteReferences(true).async(true);

    assertThatThrownBy(() -> generator.generate(document)).hasMessageContaining("no URL");
    assertThat(generator.allowRemoteReferences(false).generate(document).problems())
        .isNotEmpty();
  }

  @Test
  void theLinkToADocumentAndItsFileAreInputs() throws Exception {
    Path file = Documents.write(folder, "v1/api.yaml", "openapi: 3.0.0\npaths: {}\n");
    Path link = Files.createSymbolicLink(folder.resolve("current.yaml"), file);

    assertThat(Generator.of("com.example").generate(link).inputs())
        .containsExactly(link, file.toRealPath());
  }

  @Test
  void anOperationWithTwoTagsIsInTheClassOfEach() {
    Path document = Documents.write(folder, "api.yaml", """
        openapi: 3.0.0
        info: {title: Two}
        paths:
          /albums:
            get:
              operationId: saved
              tags: [Albums, Library, Albums, ' ']
              requestBody: {content: {application/json: {schema: {type: object, properties: {a: {}}}}}}
              responses: {'204': {description: ok}}
        """);

    Generated generated = Generator.of("com.example").generate(document);

    assertThat(text(generated, "AlbumsApi")).containsOnlyOnce("public void saved()");
    assertThat(text(generated, "LibraryApi")).containsOnlyOnce("public void saved()");
    assertThat(text(generated, "TwoClient")).contains("AlbumsApi albums()", "LibraryApi library()");
    assertThat(generated.files()).hasSize(4);
    assertThat(generated.problems()).hasSize(1);
  }

  @Test
  void aTagOfManyOperationsIsSeveralClasses() {
    StringBuilder text = new StringBuilder("openapi: 3.0.0\ninfo: {title: Many}\npaths:\n");
    for (int i = 0; i < 600; i++) {
      text.append("  /a%d:\n    get:\n      tags: [all]\n      parameters:\n".formatted(i));
      for (int j = 0; j < 12; j++) {
        String parameter = "{name: p%d_%d, in: query, schema: {type: integer}}".formatted(i, j);
        text.append("        - ").append(parameter).append('\n');
      }
      text.append("      responses: {'204': {description: ok}}\n");
    }
    Path document = Documents.write(folder, "api.yaml", text.toString());

    Generated generated = Generator.of("com.example").generate(document);

    assertThat(generated.files())
        .extracting(SourceFile::path)
        .contains(
            "com/example/AllApi.java", "com/example/AllApi2.java", "com/example/AllApi3.java");
    assertThat(Compilation.of(generated.files()).errors()).isEmpty();
  }

  private static final String PETS_API = """
      // Generated by Pageturner. Changes made here are lost.
      package com.example;

      import dev.pageturner.ApiClient;
      import dev.pageturner.ApiRequest;
      import dev.pageturner.ApiResponse;
      import dev.pageturner.content.ParameterStyle;
      import dev.pageturner.page.PagedIterable;
      import dev.pageturner.pagination.Pagination;
      import java.util.function.Consumer;
      import java.util.function.UnaryOperator;
      import org.jspecify.annotations.NullMarked;
      import org.jspecify.annotations.Nullable;

      /** Operations of pets. */
      @NullMarked
      public final class PetsApi {
        private static final Pagination LIST_PAGES = Pagination.cursor("$.next_cursor", "cursor")
            .items("$.pets")
            .pageSize("limit", 100);

        private final ApiClient api;

        PetsApi(ApiClient api) {
          this.api = api;
        }

        /**
         * {@return these operations, with something said about each request: a timeout, a header, an
         * idempotency key}
         */
        public PetsApi with(UnaryOperator<ApiRequest> refinement) {
          return new PetsApi(api.with(refinement));
        }

        /**
         * Lists the pets of the store.
         *
         * <p>{@code GET /pets}
         *
         * <p>Pages by a cursor: {@code $.next_cursor} goes back as {@code cursor}.
         */
        public PagedIterable<Pet> list() {
          return listRequest().list(Pet.class);
        }

        ApiRequest listRequest() {
          return api.request("/pets")
              .pagination(LIST_PAGES);
        }

        /** A single page of {@link #list}. */
        public PetPage listPage(Consumer<ListPageOptions> options) {
          return listPageRequest(options).get(PetPage.class);
        }

        /** {@link #listPage} with status and headers of the answer. */
        public ApiResponse<PetPage> listPageResponse(Consumer<ListPageOptions> options) {
          return listPageRequest(options).send("GET", PetPage.class);
        }

        ApiRequest listPageRequest(Consumer<ListPageOptions> options) {
          ListPageOptions chosen = new ListPageOptions();
          options.accept(chosen);
          return api.request("/pets")
              .query("limit", chosen.limit, ParameterStyle.FORM)
              .query("cursor", chosen.cursor, ParameterStyle.FORM);
        }

        /** Options of {@code listPage}, all left out unless set. */
        public static final class ListPageOptions {
          @Nullable Integer limit;
          @Nullable String cursor;

          ListPageOptions() {}

          /** How many pets a page has. */
          public ListPageOptions limit(int limit) {
            this.limit = limit;
            return this;
          }

          /** Where to go on. */
          public ListPageOptions cursor(String cursor) {
            this.cursor = cursor;
            return this;
          }
        }
      }
      """;
}
