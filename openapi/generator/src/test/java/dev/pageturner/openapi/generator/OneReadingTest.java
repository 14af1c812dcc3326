package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.sources.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What detection takes for the page is what the generated client reads. */
class OneReadingTest {
  @TempDir
  Path folder;

  private String generated(Path document, String className) {
    return Generator.of("com.example").generate(document).files().stream()
        .filter(file -> file.path().endsWith("/" + className + ".java"))
        .map(SourceFile::text)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anAcceptedBeforeTheAnswerDoesNotTakeTheTypeOfTheItems() {
    Path document = Documents.write(folder, "api.yaml", """
        openapi: 3.0.0
        info: {title: Jobs, version: '1'}
        paths:
          /jobs:
            get:
              operationId: listJobs
              tags: [jobs]
              parameters: [{name: cursor, in: query, schema: {type: string}}]
              responses:
                '202':
                  content: {application/json: {schema: {type: object, properties: {status: {type: string}}}}}
                '200':
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          next_cursor: {type: string}
                          data: {type: array, items: {$ref: '#/components/schemas/Job'}}
        components: {schemas: {Job: {type: object, properties: {id: {type: string}}}}}
        """);

    assertThat(generated(document, "JobsApi")).contains("PagedIterable<Job>");
  }

  @ParameterizedTest(name = "items in {0}")
  @ValueSource(
      strings = {"it's", "a.b", "a[0]", "a b", "say \"so\"", "back\\slash", "@odata.value"})
  void aKeyOfAnySignsKeepsTheTypeOfTheItems(String key) {
    String written = key.replace("\\", "\\\\").replace("\"", "\\\"");
    Path document = Documents.write(folder, "api.yaml", """
        openapi: 3.0.0
        info: {title: Jobs, version: '1'}
        paths:
          /jobs:
            get:
              operationId: listJobs
              tags: [jobs]
              parameters: [{name: cursor, in: query, schema: {type: string}}]
              responses:
                '200':
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          next_cursor: {type: string}
                          "%s": {type: array, items: {$ref: '#/components/schemas/Job'}}
        components: {schemas: {Job: {type: object, properties: {id: {type: string}}}}}
        """.formatted(written));

    assertThat(generated(document, "JobsApi")).contains("PagedIterable<Job>");
  }

  @Test
  void aPositionInABodyMayHaveADotInItsName() {
    Path document = Documents.write(folder, "api.yaml", """
        openapi: 3.0.0
        info: {title: Jobs, version: '1'}
        paths:
          /jobs/search:
            post:
              operationId: searchJobs
              tags: [jobs]
              requestBody:
                content:
                  application/json:
                    schema: {type: object, properties: {page.token: {type: string}, q: {type: string}}}
              responses:
                '200':
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          next.page.token: {type: string}
                          jobs: {type: array, items: {$ref: '#/components/schemas/Job'}}
        components: {schemas: {Job: {type: object, properties: {id: {type: string}}}}}
        """);

    assertThat(generated(document, "JobsApi"))
        .contains("PagedIterable<Job>")
        .contains("Carrier.body(\"$['page.token']\")");
  }

  @ParameterizedTest(name = "first met: {0}")
  @ValueSource(strings = {"direct", "throughTheUnion", "throughAnAlias"})
  void aMappingToAFileDoesNotDependOnWhoRefersToItFirst(String first) {
    Documents.write(folder, "kinds/cat.yaml", """
        type: object
        required: [kind]
        properties: {kind: {type: string}, lives: {type: integer}}
        """);
    Documents.write(folder, "kinds/dog.yaml", """
        type: object
        required: [kind]
        properties: {kind: {type: string}, tricks: {type: integer}}
        """);
    Documents.write(folder, "aliases.yaml", "feline: {$ref: kinds/cat.yaml}\n");
    String direct = get("direct", "{$ref: kinds/cat.yaml}");
    String alias = get("throughAnAlias", "{$ref: 'aliases.yaml#/feline'}");
    String union = get("throughTheUnion", """
        {oneOf: [{$ref: kinds/cat.yaml}, {$ref: ./kinds/dog.yaml}], discriminator: {propertyName: kind, \
        mapping: {meow: ./kinds/cat.yaml, purr: 'aliases.yaml#/feline', woof: kinds/dog.yaml}}}""");
    List<String> all = List.of(direct, union, alias);
    String paths = all.stream()
        .sorted(java.util.Comparator.comparing(path -> !path.contains(first)))
        .reduce("", String::concat);
    Path document = Documents.write(
        folder, "api.yaml", "openapi: 3.0.0\ninfo: {title: Pets, version: '1'}\npaths:\n" + paths);

    String adapter = generated(document, "CatOrDog");

    assertThat(adapter).contains("\"meow\"").contains("\"purr\"").contains("\"woof\"");
    assertThat(Generator.of("com.example").generate(document).files())
        .extracting(SourceFile::path)
        .contains("com/example/Cat.java", "com/example/Dog.java");
  }

  private static String get(String name, String schema) {
    return "  /%s: {get: {operationId: %s, tags: [pets], responses: {'200': {content: {application/json: {schema: %s}}}}}}\n"
        .formatted(name, name, schema);
  }
}
