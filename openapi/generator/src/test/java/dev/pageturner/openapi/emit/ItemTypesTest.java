package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.sources.SourceFile;
import dev.pageturner.pagination.JsonPath;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemTypesTest {
  private static final String PAGES = """
      Item: {type: object, properties: {id: {type: string}}}
      Root: {type: array, items: {$ref: '#/components/schemas/Item'}}
      Page:
        allOf:
          - {type: object, properties: {next: {type: string}}}
          - type: object
            properties:
              data: {allOf: [{$ref: '#/components/schemas/Root'}, {description: The items.}]}
              odata.value: {type: array, items: {type: integer}}
              byName: {type: object, additionalProperties: {$ref: '#/components/schemas/Item'}}
              free: {}
              inline: {type: array, items: {type: object, properties: {x: {type: string}}}}
      Either:
        oneOf:
          - {type: object, properties: {error: {type: string}}}
          - {type: object, properties: {result: {anyOf: [{$ref: '#/components/schemas/Page'}]}}}
      """;

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "{1} of {0} is {2}")
  @CsvSource({
    "Root, $, com.example.api.Item",
    "Page, $.data, com.example.api.Item",
    "Page, $['odata.value'], java.lang.Long",
    "Page, $.byName, com.example.api.Item",
    "Page, $.inline, com.example.api.ListItem",
    "Either, $.result.data, com.example.api.Item",
    "Page, $.free, ",
    "Page, $.nothing, "
  })
  void itemsAreFoundWhereTheyAre(String page, String path, String type) {
    ApiDocument document = Models.document(folder, PAGES);
    ModelTypes types = Models.types(document);

    Optional<TypeName> item =
        types.itemTypeAt(document.schemas().get(page), JsonPath.of(path), "ListItem");

    assertThat(item.map(TypeName::toString)).isEqualTo(Optional.ofNullable(type));
  }

  @Test
  void anEnvelopeThatOnlyHoldsItemsIsNotEmitted() {
    ApiDocument document = Models.document(folder, PAGES);
    ModelTypes types = Models.types(document);

    types.itemTypeAt(document.schemas().get("Page"), JsonPath.of("$.data"), "ListItem");

    assertThat(types.sources())
        .extracting(SourceFile::path)
        .containsExactly("com/example/api/Item.java", "com/example/api/TestJson.java");
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    ApiDocument document = Models.document(folder, PAGES);
    ModelTypes types = Models.types(document);

    TypeName first = types.typeOf(document.schemas().get("Page"), "Page");

    assertThat(types.typeOf(document.schemas().get("Page"), "Other")).isEqualTo(first);
    assertThat(Models.sources(document)).isEqualTo(Models.sources(Models.document(folder, PAGES)));
  }
}
