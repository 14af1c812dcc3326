package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of an answer the rules see: the fields of the body and of its envelopes, by their kinds. */
class AnswerTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      {type: array, items: {type: object}} | arrays $
      a: {type: string}, b: {type: integer}, c: {}, d: {type: boolean} | scalars $.a $.b $.c $.d; objects $
      a: {type: array, items: {type: string}}, b: {type: object} | arrays $.a; objects $ $.b
      a: {type: object, additionalProperties: {type: string}}, b: {type: string} | maps $.a; scalars $.b; objects $ $.a
      {type: object, additionalProperties: {type: string}} | objects $
      meta: {properties: {next: {type: string}}}, b: {type: string} | scalars $.meta.next $.b; objects $ $.meta
      owner: {properties: {next: {type: string}}}, b: {type: string} | scalars $.b; objects $ $.owner
      answer: {properties: {rows: {type: array}, owner: {properties: {q: {type: string}}}}} | arrays $.answer.rows; objects $ $.answer $.answer.owner
      a: {properties: {total: {type: integer}, limit: {type: integer}}}, b: {type: string} | scalars $.a.total $.a.limit $.b; objects $ $.a
      a: {properties: {total: {type: integer}, items: {type: array}}}, b: {type: string} | arrays $.a.items; scalars $.a.total $.b; objects $ $.a
      a: {properties: {total: {type: integer}, things: {type: array}}}, b: {type: string} | arrays $.a.things; scalars $.a.total $.b; objects $ $.a
      a: {properties: {things: {type: array}, colour: {type: string}}}, b: {type: string} | scalars $.b; objects $ $.a
      orders: {properties: {order: {type: array}}}, b: {type: string} | arrays $.orders.order; scalars $.b; objects $ $.orders
      orders: {properties: {order: {type: string}}}, b: {type: string} | scalars $.b; objects $ $.orders
      next_page: {properties: {offset: {type: string}}}, b: {type: string} | scalars $.next_page.offset $.b; objects $ $.next_page
      meta: {properties: {a: {properties: {total: {type: integer}, things: {type: array}}}}}, b: {type: string} | scalars $.b; objects $ $.meta $.meta.a
      meta: {properties: {page: {properties: {page: {properties: {page: {properties: {page: {properties: {page: {properties: {page: {type: string}}}}}}}}}}}}} | objects $ $.meta $.meta.page $.meta.page.page $.meta.page.page.page $.meta.page.page.page.page $.meta.page.page.page.page.page
      {$ref: '#/components/schemas/Self'} | scalars $.id; objects $ $.meta
      {oneOf: [{type: array, items: {}}, {properties: {data: {type: array}}}]} | arrays $ $.data; objects $
      a: {type: [string, array]}, b: {type: [object, integer]} | arrays $.a; scalars $.a $.b; objects $ $.b
      """)
  void fieldsAreThoseOfTheBodyAndItsEnvelopes(String schema, String seen) {
    String inside = schema.startsWith("{") ? schema : "{properties: {" + schema + "}}";

    assertThat(inShort(answer("{'application/json': {schema: " + inside + "}}")))
        .isEqualTo(seen);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      {text/csv: {schema: {type: string}}}                           | body file
      {text/csv: {}}                                                 | body file
      {application/pdf: {}}                                          | body file
      {image/png: {}}                                                | body file
      {text/csv: {}, application/pdf: {}}                            | body file
      {text/csv: {}, application/json: {schema: {type: array}}}      | body array described
      {text/event-stream: {}}                                        | body
      {application/json: {schema: {type: string}}}                   | body file
      {application/json: {schema: {type: integer}}}                  | body file
      {application/json: {schema: {type: [array, string]}}}          | body array described
      {application/json: {schema: {type: [object, string]}}}         | body
      {application/json: {}}                                         | body
      {application/json: {schema: {}}}                               | body
      {application/json: {schema: {type: object}}}                   | body
      {application/json: {schema: {additionalProperties: true}}}     | body open
      {application/json: {schema: {properties: {a: {type: string}}, additionalProperties: true}}}            | body described open
      {application/json: {schema: {properties: {a: {type: array}}, additionalProperties: true}}}             | body described
      {application/json: {schema: {properties: {a: {type: object}}, additionalProperties: true}}}            | body described
      {}                                                             | nothing
      """)
  void aFileOrAValueHasNoItems(String content, String kinds) {
    Answer answer = answer(content);
    List<String> are = new ArrayList<>();
    add(are, answer.hasBody(), "body");
    add(are, answer.isFile(), "file");
    add(are, answer.isBareArray(), "array");
    add(are, answer.isDescribed(), "described");
    add(are, answer.isOpen(), "open");

    assertThat(are.isEmpty() ? "nothing" : String.join(" ", are)).isEqualTo(kinds);
  }

  @Test
  void theFieldsOfAnAnswerAreBounded() {
    String members = IntStream.range(0, 5_000)
        .mapToObj(i -> "m" + i + ": {type: string}")
        .collect(Collectors.joining(", "));

    assertThat(answer("{application/json: {schema: {properties: {" + members + "}}}}")
            .scalars())
        .hasSize(3_999);
  }

  private static void add(List<String> all, boolean is, String word) {
    if (is) {
      all.add(word);
    }
  }

  private Answer answer(String content) {
    return Answer.of(Documents.yaml(folder, """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths: {/a: {get: {responses: {'200': {content: %s}}}}}
        components:
          schemas:
            Self: {properties: {id: {type: string}, meta: {$ref: '#/components/schemas/Self'}}}
        """.formatted(content)).operations().get(0));
  }

  private static String inShort(Answer answer) {
    List<String> kinds = new ArrayList<>();
    add(kinds, answer.arrays(), "arrays");
    add(kinds, answer.maps(), "maps");
    add(kinds, answer.scalars(), "scalars");
    add(kinds, answer.objects(), "objects");
    return String.join("; ", kinds);
  }

  private static void add(List<String> kinds, List<AnswerField> fields, String kind) {
    if (!fields.isEmpty()) {
      kinds.add(
          kind + " " + fields.stream().map(AnswerField::jsonPath).collect(Collectors.joining(" ")));
    }
  }
}
