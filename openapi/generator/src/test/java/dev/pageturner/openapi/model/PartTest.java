package dev.pageturner.openapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(delimiter = '|', textBlock = """
      CERTAIN  | Page  | Page all1 Base all2
      POSSIBLE | Page  | Page all1 Base all2 one Base2 any
      CERTAIN  | Alias | Alias Base
      POSSIBLE | Loop  | Loop Loop2
      """)
  void eachPartIsThereOnceTheNearestFirst(Reach reach, String name, String titles) {
    Schema schema = schemas("""
        Page:
          title: Page
          allOf: [{title: all1, $ref: '#/components/schemas/Base'}, {title: all2}]
          oneOf: [{title: one, $ref: '#/components/schemas/Base2'}]
          anyOf: [{title: any}, {$ref: '#/components/schemas/Page'}]
        Alias: {title: Alias, $ref: '#/components/schemas/Base'}
        Base: {title: Base}
        Base2: {title: Base2}
        Loop: {title: Loop, oneOf: [{$ref: '#/components/schemas/Loop2'}]}
        Loop2: {title: Loop2, anyOf: [{$ref: '#/components/schemas/Loop'}]}
        """, name);

    assertThat(schema.parts(reach).stream()
            .flatMap(part -> part.node().asObject().flatMap(node -> node.text("title")).stream())
            .collect(Collectors.joining(" ")))
        .isEqualTo(titles);
  }

  @Test
  void aChainOfAnyLengthCostsNoStack() {
    String chain = IntStream.range(0, 20_000)
        .mapToObj(i -> "C%d: {oneOf: [{$ref: '#/components/schemas/C%d'}]}\n".formatted(i, i + 1))
        .collect(Collectors.joining());
    Schema first = schemas(chain + "C20000: {type: array, items: {type: string}}\n", "C0");

    assertThat(first.parts(Reach.POSSIBLE)).hasSize(40_001);
    assertThat(Descent.elements(List.of(first))).hasSize(1);
  }

  @ParameterizedTest(name = "a member named {0}")
  @CsvSource(
      quoteCharacter = '`',
      value = {"it's", "a.b", "a[0]", "a b", "say \"so\"", "back\\slash", "@odata.value", "ä"})
  void whatIsSaidAboutAMemberIsFoundWhateverItsName(String name) {
    String key = name.replace("\\", "\\\\").replace("\"", "\\\"");
    Schema page = schemas("""
        Page: {properties: {"%s": {items: {title: Item}}}}
        """.formatted(key), "Page");

    List<Schema> items = Descent.elements(Descent.at(
        List.of(page), dev.pageturner.pagination.JsonPath.ofNames(List.of(name)).names()));

    assertThat(items).hasSize(1);
  }

  private Schema schemas(String yaml, String name) {
    Schema schema = Documents.yaml(
            folder, "openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n" + yaml.indent(4))
        .schemas()
        .get(name);
    assertThat(schema).isNotNull();
    return schema;
  }
}
