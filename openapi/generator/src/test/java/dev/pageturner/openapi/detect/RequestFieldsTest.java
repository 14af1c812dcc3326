package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that a caller can set has the name that it has on the wire. */
class RequestFieldsTest {
  private static final String OBJECT =
      "{type: object, properties: {size: {type: integer}, number: {type: integer}}}";

  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      {name: q, in: query, schema: {type: string}}                              | query:q
      {name: X-Q, in: header, schema: {type: string}}                           | header:X-Q
      {name: q, in: cookie, schema: {type: string}}                             | -
      {name: q, in: path, required: true, schema: {type: string}}               | -
      {name: page, in: query, style: deepObject, schema: <object>}              | query:page[size] query:page[number]
      {name: page, in: query, schema: <object>}                                 | query:size query:number
      {name: page, in: query, explode: false, schema: <object>}                 | query:page.size query:page.number
      {name: page, in: query, schema: {type: object}}                           | query:page
      {name: page, in: query, schema: {oneOf: [{type: integer}, <object>]}}     | query:page
      {name: page, in: query, style: deepObject, schema: {oneOf: [{type: integer}, <object>]}} | query:page query:page[size] query:page[number]
      {name: page, in: query, style: deepObject, schema: {type: string}}        | query:page
      """)
  void aParameterIsOneFieldOrThoseInIt(String parameter, String names) {
    assertThat(names("get", "parameters: [%s]".formatted(parameter))).isEqualTo(names);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(delimiter = '|', textBlock = """
      post   | application/json                  | q: {type: string}                                      | body:q
      query  | application/json                  | q: {type: string}                                      | body:q
      put    | application/json                  | q: {type: string}                                      | -
      post   | application/x-www-form-urlencoded | q: {type: string}                                      | body:q
      post   | application/xml                   | q: {type: string}                                      | -
      post   | application/json                  | page: <object>                                         | body:page.size body:page.number
      post   | application/json                  | owner: <object>                                        | body:owner
      post   | application/json                  | page: {type: integer}                                  | body:page
      post   | application/json                  | q: {type: array, items: {type: string}}                | -
      post   | application/json                  | page.size: {type: integer}                             | body:$['page.size']
      post   | application/json                  | options: {type: object, properties: {page.size: {type: integer}}} | body:$.options['page.size']
      """)
  void theFieldsOfABodyAreThoseOfItsGroups(
      String method, String type, String members, String names) {
    String body = "requestBody: {content: {%s: {schema: {type: object, properties: {%s}}}}}"
        .formatted(type, members);

    assertThat(names(method, body)).isEqualTo(names);
  }

  @Test
  void groupsAreFollowedFiveLevelsDeep() {
    String inside = "{type: object, properties: {q: {type: string}}}";
    for (int i = 0; i < 5; i++) {
      inside = "{type: object, properties: {q: {type: string}, options: %s}}".formatted(inside);
    }
    String body = "requestBody: {content: {application/json: {schema: %s}}}".formatted(inside);

    assertThat(names("post", body))
        .isEqualTo("body:q body:options.q body:options.options.q body:options.options.options.q"
            + " body:options.options.options.options.q");
  }

  private String names(String method, String members) {
    List<RequestField> fields = RequestFields.of(
        Documents.yaml(folder, """
        openapi: 3.2.0
        info: {title: T, version: '1'}
        paths: {/a: {%s: {%s, responses: {}}}}
        """.formatted(method, members.replace("<object>", OBJECT)))
            .operations()
            .get(0));
    String names = fields.stream()
        .map(field -> field.in() + ":" + field.name())
        .collect(Collectors.joining(" "));
    return names.isEmpty() ? "-" : names;
  }
}
