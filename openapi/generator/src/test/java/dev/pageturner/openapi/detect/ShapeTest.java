package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document says about one value, wherever it says it. */
class ShapeTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {type: string, description: A colour., example: red, format: uuid} | scalar string, format: uuid, prose: A colour., example: red
      {type: string, example: string} | scalar string
      {type: string, example: [a, b]} | scalar string
      {type: integer, maximum: 50} | scalar integer, maximum: 50
      {type: number, maximum: 5.5} | scalar integer
      {type: [integer, 'null']} | scalar integer
      {type: [integer, string]} | scalar string
      {type: [object, integer]} | object scalar integer
      {type: object} | object
      {type: boolean} | scalar boolean
      {} | untyped
      {description: Whatever} | untyped, prose: Whatever
      {type: array, items: {type: integer}} | array, element: scalar integer
      {items: {type: string}} | array, element: scalar string
      {type: array} | array
      {properties: {a: {type: string}, b: {type: string}}} | object, members: a b
      {type: object, additionalProperties: {type: string}} | object, values: scalar string
      {type: object, additionalProperties: {type: string}, properties: {a: {type: string}}} | object, members: a
      {type: object, additionalProperties: true} | object open
      {type: object, additionalProperties: false} | object
      {enum: [a, b]} | untyped enum
      {type: string, deprecated: true} | scalar string deprecated
      {type: string, allOf: [{deprecated: true}]} | scalar string
      {allOf: [{$ref: '#/components/schemas/Named'}, {description: Of a person.}]} | scalar string, prose: A name. Of a person., example: ada
      {$ref: '#/components/schemas/Named'} | scalar string, prose: A name., example: ada
      {allOf: [{properties: {a: {type: string}}}, {properties: {a: {format: uri}, b: {type: string}}}]} | object, members: a b
      {anyOf: [{type: string, format: uri}, {type: array, items: {type: string}}]} | array scalar string, format: uri, element: scalar string
      """)
  void allThatIsSaidOfAValueCounts(String schema, String said) {
    Shape shape =
        Shape.of(Documents.yaml(folder, """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths: {}
        components:
          schemas:
            Named: {type: string, description: A name., example: ada}
            A: %s
        """.formatted(schema)).schemas().get("A"));

    assertThat(inShort(shape)).isEqualTo(said);
  }

  private static String inShort(Shape shape) {
    Map<String, Boolean> is = new LinkedHashMap<>();
    is.put("array", shape.isArray());
    is.put("object", shape.isObject());
    is.put("scalar", shape.isScalar());
    is.put("integer", shape.isInteger());
    is.put("string", shape.isString());
    is.put("boolean", shape.isBoolean());
    is.put("untyped", shape.isUntyped());
    is.put("open", shape.isOpen());
    is.put("enum", shape.isEnum());
    is.put("deprecated", shape.isDeprecated());
    Map<String, String> has = new LinkedHashMap<>();
    has.put("format", shape.format());
    has.put("prose", shape.description().strip());
    has.put("example", shape.example());
    has.put("members", String.join(" ", shape.memberNames()));
    has.put("element", shape.element().map(ShapeTest::inShort).orElse(""));
    has.put("values", shape.values().map(ShapeTest::inShort).orElse(""));
    has.put("maximum", number(shape));
    String kinds = is.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(" "));
    return kinds
        + has.entrySet().stream()
            .filter(one -> !one.getValue().isEmpty())
            .map(one -> ", " + one.getKey() + ": " + one.getValue())
            .collect(Collectors.joining());
  }

  private static String number(Shape shape) {
    Optional<Long> maximum = shape.number("maximum");
    return maximum.map(String::valueOf).orElse("");
  }
}
