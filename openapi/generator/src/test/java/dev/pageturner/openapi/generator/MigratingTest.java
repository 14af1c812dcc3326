package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.sources.SourceFile;
import dev.pageturner.openapi.testing.Compilation;
import dev.pageturner.testing.PromptSockets;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked example of MIGRATING.md, and what else a {@code stainless.yml} may say. */
class MigratingTest {
  @TempDir
  Path folder;

  private static Path file(String name) throws Exception {
    URL found = Objects.requireNonNull(MigratingTest.class.getResource("/migrating/" + name));
    return Path.of(found.toURI());
  }

  private static Generated generated() throws Exception {
    return Generator.of("com.acme.api").config(file("stainless.yml")).generate(file("acme.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme.yaml", "stainless.yml", "Story.java"})
  void theFilesOfTheExampleStandInThePage(String name) throws Exception {
    Path page = Path.of("MIGRATING.md");
    List<String> lines = Files.readString(file(name)).lines().toList();
    String shown =
        String.join("\n", name.endsWith(".java") ? body(lines) : lines).strip();

    assertThat(Files.readString(page)).contains(shown);
  }

  private static List<String> body(List<String> lines) {
    return lines.stream()
        .dropWhile(line -> !line.contains("try ("))
        .takeWhile(line -> !line.contains("return said"))
        .toList();
  }

  @Test
  void theClientOfTheExampleHasItsNamesAndPagesByItsSchemes() throws Exception {
    Generated generated = generated();
    List<SourceFile> files = new ArrayList<>(generated.files());
    files.add(new SourceFile("com/acme/api/Story.java", Files.readString(file("Story.java"))));
    Compilation compiled = Compilation.of(files);
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.warnings()).isEmpty();

    List<String> seen = new ArrayList<>();
    Object said;
    try (MockWebServer server = new MockWebServer()) {
      server.setServerSocketFactory(new PromptSockets());
      server.setDispatcher(new Dispatcher() {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
          return answer(request.getTarget());
        }
      });
      server.start();
      said = compiled
          .load("com.acme.api.Story")
          .getMethod("tell", String.class)
          .invoke(null, server.url("/").toString());
      for (int i = server.getRequestCount(); i > 0; i--) {
        seen.add(server.takeRequest().getTarget());
      }
    }

    assertThat(said).isEqualTo(List.of("ada", "bob", "t1", "t2", "ada", "up: true"));
    assertThat(seen)
        .containsExactly(
            "/v1/accounts",
            "/v1/accounts?from_key=k1",
            "/v1/accounts/a1/transfers?p=1",
            "/v1/accounts/a1/transfers?p=2",
            "/v1/accounts/a1",
            "/v1/status");
    assertThat(generated.problems())
        .extracting(Problem::toString)
        .containsExactly("stainless.yml:1 #: nothing is made of: targets");
    assertThat(generated.inputs()).contains(file("stainless.yml"));
  }

  private static MockResponse answer(String target) {
    String body = switch (target) {
      case "/v1/accounts" -> "{\"list\":[{\"name\":\"ada\"}],\"more\":{\"at\":\"k1\"}}";
      case "/v1/accounts?from_key=k1" -> "{\"list\":[{\"name\":\"bob\"}],\"more\":{\"at\":null}}";
      case "/v1/accounts/a1/transfers?p=1" -> "{\"list\":[{\"id\":\"t1\"}],\"pages\":2}";
      case "/v1/accounts/a1/transfers?p=2" -> "{\"list\":[{\"id\":\"t2\"}],\"pages\":2}";
      case "/v1/accounts/a1" -> "{\"name\":\"ada\"}";
      default -> "{\"up\":true}";
    };
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private Optional<String> pagination(String scheme) {
    Path document = Documents.write(folder, "api.yaml", """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /things:
            get:
              parameters:
                - {name: q, in: query, schema: {type: string}}
                - {name: zz, in: query, schema: {type: integer}}
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema:
                        properties:
                          stuff: {type: array, items: {properties: {key: {type: string}}}}
                          deep: {type: object, properties: {total: {type: integer}}}
                          further: {type: string}
        """);
    Path config = Documents.write(folder, "stainless.yml", "pagination:\n  - " + scheme + "\n");
    return Generator.of("com.example")
        .config(config)
        .generate(document)
        .detections()
        .get(0)
        .pagination()
        .map(Object::toString);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {type: cursor, request: {q: {type: string}}, response: {stuff: {type: array}, further: {type: string, x-stainless-pagination-property: {purpose: next_cursor_field}}}} | $.further q $.stuff
      {type: cursor, request: {q: {type: string}}, response: {stuff: {type: array}, x: {type: string, x-stainless-pagination-property: {purpose: next_cursor_field, from_header: X-Next}}}} | X-Next q $.stuff
      {type: cursor_id, request: {q: {type: string}}, response: {stuff: {type: array, items: {properties: {key: {x-stainless-pagination-property: {purpose: cursor_item_id}}}}}}} | key q $.stuff
      {type: cursor_url, request: {}, response: {stuff: {type: array}, further: {type: string, x-stainless-pagination-property: {purpose: cursor_url_field}}}} | $.further $.stuff
      {type: offset, request: {zz: {type: integer, x-stainless-pagination-property: {purpose: offset_count_param}}}, response: {stuff: {type: array}, deep: {type: object, properties: {total: {type: integer, x-stainless-pagination-property: {purpose: offset_total_count_field}}}}}} | zz $.stuff $.deep.total
      {type: page_number, request: {zz: {type: integer, x-stainless-pagination-property: {purpose: page_number_param}}}, response: {stuff: {type: array}}} | zz $.stuff
      {type: fake_page, request: {}, response: {stuff: {type: array}}} | none $.stuff
      """)
  void aSchemePagesWhatHasItsFields(String scheme, String parts) {
    String pagination = pagination(scheme).orElseThrow();

    assertThat(List.of(parts.split(" ")))
        .allSatisfy(part -> assertThat(pagination).contains(part));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: cursor, request: {other: {type: string}}, response: {stuff: {type: array}, further: {type: string, x-stainless-pagination-property: {purpose: next_cursor_field}}}}",
        "{type: offset, request: {zz: {x-stainless-pagination-property: {purpose: offset_count_param}}}, response: {others: {type: array}}}"
      })
  void aSchemeLeavesAloneWhatHasOtherFields(String scheme) {
    assertThat(pagination(scheme)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      name: mine                                        | stainless.yml:1 #: no stainless.yml: it has neither resources nor pagination
      pagination: [1]                                   | stainless.yml:1 #/pagination/0: a scheme is no object
      pagination: {type: tide}                          | stainless.yml:1 #/pagination: the type of the scheme is none of cursor, cursor_id, cursor_url, offset, page_number and fake_page
      pagination: {type: offset, request: {}}           | stainless.yml:1 #/pagination: the scheme names no: a parameter that counts
      pagination: {type: fake_page, response: {}}       | stainless.yml:1 #/pagination: the scheme names no: a field for the items
      """)
  void whatMakesNoSenseIsAnErrorWithItsLine(String config, String message) throws Exception {
    Path written = Documents.write(folder, "stainless.yml", config + "\n");
    Generator generator = Generator.of("com.example").config(written);
    Path document = file("acme.yaml");

    assertThatThrownBy(() -> generator.generate(document))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessage(message);
  }

  @Test
  void aMethodThatDoesNotPageIsNoListAndAnUnknownOneIsToldOf() throws Exception {
    Path config = Documents.write(folder, "stainless.yml", """
        resources:
          accounts:
            methods:
              list: {endpoint: get /v1/accounts, paginated: false}
              lost: get /v1/nowhere
        """);
    Generated generated = Generator.of("com.example").config(config).generate(file("acme.yaml"));

    assertThat(generated.detections().get(0).isPaginated()).isFalse();
    assertThat(generated.problems())
        .extracting(Problem::toString)
        .containsExactly("stainless.yml:5 #/resources/accounts/methods/lost: the document has no"
            + " such operation; the name is unused");
  }

  @Test
  void namesInExtensionsOfTheDocumentWin() {
    Path document = Documents.write(folder, "api.yaml", """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a:
            get:
              operationId: a
              tags: [things]
              x-fern-sdk-group-name: [shop, cakes]
              x-fern-sdk-method-name: bakeAll
              responses: {'204': {description: ok}}
          /b:
            get:
              operationId: b
              tags: [things]
              x-speakeasy-name-override: eat
              responses: {'204': {description: ok}}
        """);
    List<SourceFile> files = Generator.of("com.example").generate(document).files();

    assertThat(files).extracting(SourceFile::path).contains("com/example/ShopCakesApi.java");
    assertThat(files)
        .extracting(SourceFile::text)
        .anyMatch(text -> text.contains("void bakeAll()"));
    assertThat(files).extracting(SourceFile::text).anyMatch(text -> text.contains("void eat()"));
  }
}
