package dev.pageturner.openapi.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.ReadOptions;
import dev.pageturner.openapi.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
  @TempDir
  Path folder;

  @Test
  void operationsParametersAndSchemasMayStandInOtherFiles() {
    Documents.write(folder, "ops/list.yml", """
        operationId: list
        parameters: [{$ref: '../shared/params.yml#/page'}]
        responses: {'200': {$ref: 'answer.yml'}}
        """);
    Documents.write(folder, "ops/answer.yml", """
        description: {$ref: '../text.yml#/hello'}
        content: {application/json: {schema: {$ref: 'item.json#/defs/It~1em%20s'}}}
        """);
    Documents.write(folder, "ops/item.json", "{\"defs\": {\"It/em s\": {\"type\": \"array\"}}}");
    Documents.write(
        folder, "shared/params.yml", "page: {name: page, in: query, schema: {type: integer}}");
    Documents.write(folder, "text.yml", "hello: Hello");
    ApiDocument document = schemas("paths: {/a: {get: {$ref: ops/list.yml}}}");

    assertThat(document.problems()).isEmpty();
    assertThat(document.files())
        .containsExactly(
            "api.yaml",
            "ops/answer.yml",
            "ops/item.json",
            "ops/list.yml",
            "shared/params.yml",
            "text.yml");
    assertThat(document.operations().get(0).parameters().get(0).name()).isEqualTo("page");
    assertThat(document.operations().get(0).responses().get(0).description()).contains("Hello");
    Schema answer = document
        .operations()
        .get(0)
        .responses()
        .get(0)
        .content()
        .get(0)
        .schema()
        .orElseThrow();
    assertThat(answer.target().types()).containsExactly("array");
  }

  @Test
  void aRecursiveSchemaMeetsItself() {
    Schema tree = schemas(
            "components: {schemas: {Tree: {properties: {kids: {items: {$ref: '#/components/schemas/Tree'}}}}}}")
        .schemas()
        .get("Tree");

    assertThat(tree.properties().get("kids").items().orElseThrow().target()).isSameAs(tree);
  }

  @Test
  void aDescriptionBesideAReferenceDoesNotHideIt() {
    Schema holder = schemas("""
        components:
          schemas:
            A: {$ref: '#/components/schemas/B', description: mine}
            B: {type: string, description: theirs}
        """).schemas().get("A");

    assertThat(holder.description()).contains("mine");
    assertThat(holder.target().types()).containsExactly("string");
    assertThat(holder.refName()).contains("B");
  }

  @Test
  void aPropertyMayBeCalledRef() {
    Schema schema = schemas("components: {schemas: {A: {properties: {$ref: {type: string}}}}}")
        .schemas()
        .get("A");

    assertThat(schema.properties()).containsOnlyKeys("$ref");
  }

  @Test
  void aPointerMayLeadThroughAReference() {
    Schema schema = schemas("""
        components:
          schemas:
            A: {$ref: '#/components/schemas/B/properties/c/properties/d'}
            B: {properties: {c: {$ref: '#/components/schemas/C'}}}
            C: {properties: {d: {type: boolean}}}
        """).schemas().get("A");

    assertThat(schema.target().types()).containsExactly("boolean");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#/components/schemas/None",
        "none.yaml#/A",
        "#nowhere",
        "https://example.com/a.yaml",
        "//example.com/a"
      })
  void whatIsNotThereIsAnyJsonWithAWarning(String ref) {
    ApiDocument document = schemas("components: {schemas: {A: {$ref: '%s'}}}".formatted(ref));

    assertThat(document.schemas().get("A").target().types()).isEmpty();
    assertThat(document.problems())
        .singleElement()
        .asString()
        .startsWith("api.yaml:2 #/components/schemas/A/$ref: ")
        .endsWith("any JSON is assumed");
  }

  @ParameterizedTest
  @CsvSource({
    "../secret.yaml, leaves the folder",
    "/etc/hostname, leaves the folder",
    "..%2fsecret.yaml, leaves the folder",
    "sub/../../secret.yaml#/A, leaves the folder",
    "'\\secret', leaves the folder",
    "file:///etc/hostname, names a scheme",
    "FILE:secret.yaml, names a scheme",
    "jar:file:x.jar!/a, names a scheme",
    "c:/secret.yaml, names a scheme"
  })
  void whatLeavesTheFolderIsRefused(String ref, String message) {
    assertThatThrownBy(() -> schemas("components: {schemas: {A: {$ref: '%s'}}}".formatted(ref)))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageContaining("api.yaml:2 #/components/schemas/A/$ref")
        .hasMessageContaining(message);
  }

  @Test
  void referencesToAnotherFolderAreFollowedWhereItIsAllowed() {
    Documents.write(folder, "common/types.yaml", "A: {$ref: 'more/b.yaml#/B'}");
    Documents.write(folder, "common/more/b.yaml", "B: {type: boolean}");
    Documents.write(folder, "secret.yaml", "C: {type: string}");
    Path file = Documents.write(folder, "api/api.yaml", """
        openapi: 3.0.3
        components: {schemas: {A: {$ref: '../common/types.yaml#/A'}}}
        paths: {}
        """);
    Path other = Documents.write(folder, "api/other.yaml", """
        openapi: 3.0.3
        components: {schemas: {C: {$ref: '../common/../secret.yaml#/C'}}}
        paths: {}
        """);
    ReadOptions options = ReadOptions.defaults().withFolder(folder.resolve("common"));

    ApiDocument document = OpenApiReader.read(file, options);

    assertThat(document.problems()).isEmpty();
    assertThat(document.schemas().get("A").target().types()).containsExactly("boolean");
    assertThat(document.files())
        .containsExactly("../common/more/b.yaml", "../common/types.yaml", "api.yaml");
    assertThatThrownBy(() -> OpenApiReader.read(file)).hasMessageContaining("leaves the folder");
    assertThatThrownBy(() -> OpenApiReader.read(other, options))
        .hasMessageContaining("leaves the folder");
  }

  @Test
  void aLinkOutOfAnAllowedFolderIsRefused(@TempDir Path outside) throws IOException {
    Path secret = Documents.write(outside, "secret.yaml", "A: {type: string}");
    Files.createDirectories(folder.resolve("common"));
    link(folder.resolve("common/a.yaml"), secret);
    Path file = Documents.write(folder, "api/api.yaml", """
        openapi: 3.0.3
        components: {schemas: {A: {$ref: '../common/a.yaml#/A'}}}
        paths: {}
        """);
    ReadOptions options = ReadOptions.defaults().withFolder(folder.resolve("common"));

    assertThatThrownBy(() -> OpenApiReader.read(file, options))
        .hasMessageContaining("leaves the folder");
  }

  @Test
  void aSymbolicLinkOutOfTheFolderIsRefused(@TempDir Path outside) throws IOException {
    Path secret = Documents.write(outside, "secret.yaml", "A: {type: string}");
    link(folder.resolve("inside.yaml"), secret);

    assertThatThrownBy(() -> schemas("components: {schemas: {A: {$ref: 'inside.yaml#/A'}}}"))
        .hasMessageContaining("leaves the folder");
  }

  @Test
  void aDocumentOpenedThroughALinkIsInTheFolderOfItsFile(@TempDir Path elsewhere)
      throws IOException {
    Documents.write(folder, "sub/item.yaml", "type: boolean");
    Path file = Documents.write(folder, "api.yaml", """
        openapi: 3.0.3
        components:
          schemas:
            A: {$ref: '#/components/schemas/B'}
            B: {$ref: sub/item.yaml}
        paths: {}
        """);
    Path link = link(elsewhere.resolve("current.yaml"), file);
    ApiDocument document = OpenApiReader.read(link(elsewhere.resolve("again.yaml"), link));

    assertThat(document.problems()).isEmpty();
    assertThat(document.schemas().get("A").target().types()).containsExactly("boolean");
    assertThat(document.files()).containsExactly("api.yaml", "sub/item.yaml");
  }

  @Test
  void aDocumentOpenedThroughALinkDoesNotReachTheFolderOfTheLink(@TempDir Path elsewhere)
      throws IOException {
    Path secret = Documents.write(elsewhere, "secret.yaml", "A: {type: string}");
    link(folder.resolve("inside.yaml"), secret);
    Path file = Documents.write(folder, "api.yaml", """
        openapi: 3.0.3
        components: {schemas: {A: {$ref: 'inside.yaml#/A'}}}
        paths: {}
        """);
    Path link = link(elsewhere.resolve("link.yaml"), file);

    assertThatThrownBy(() -> OpenApiReader.read(link)).hasMessageContaining("leaves the folder");
  }

  private static Path link(Path link, Path target) throws IOException {
    try {
      return Files.createSymbolicLink(link, target);
    } catch (UnsupportedOperationException e) {
      assumeTrue(false, "no symbolic links here");
      return link;
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {A: {$ref: '#/components/schemas/A'}}                                                       | leads back to itself
      {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}                  | leads back to itself
      {A: {allOf: [{$ref: '#/components/schemas/A'}]}}                                            | a part of itself
      {A: {allOf: [{$ref: '#/components/schemas/B'}]}, B: {allOf: [{$ref: '#/components/schemas/A'}]}} | a part of itself
      """)
  void circlesThatDescribeNothingAreErrors(String schemas, String message) {
    assertThatThrownBy(() -> schemas("components: {schemas: " + schemas + "}"))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageContaining(message);
  }

  private ApiDocument schemas(String parts) {
    String paths = parts.contains("paths:") ? "" : "\npaths: {}\n";
    return Documents.yaml(folder, "openapi: 3.0.3\n" + parts + paths);
  }
}
