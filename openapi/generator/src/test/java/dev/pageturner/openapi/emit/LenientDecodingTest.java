package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers send against their documents is read as far as possible, and told. */
class LenientDecodingTest {
  private static final String NOTE = """
      Note:
        type: object
        required: [id, created, count, tags]
        properties:
          id: {type: string, format: uuid}
          created: {type: string, format: date-time}
          day: {type: string, format: date}
          count: {type: integer}
          done: {type: boolean}
          state: {type: string, enum: [open, closed]}
          tags: {type: array, items: {type: integer}}
          counts: {type: object, additionalProperties: {type: integer}}
          owner: {$ref: '#/components/schemas/Owner'}
          what: {oneOf: [{$ref: '#/components/schemas/Owner'}, {type: string}]}
      Owner:
        type: object
        required: [name]
        properties: {name: {type: string}}
        additionalProperties: {type: integer}
      """;

  private final List<String> told = new ArrayList<>();

  private Object note(String members) {
    String all = "'id':'123e4567-e89b-12d3-a456-426614174000','count':1,'tags':[],"
        + "'created':'2023-04-21T12:39:27Z'";
    return Models.compiled(NOTE).read("Note", "{" + all + members + "}", told);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      2023-04-21T12:39:27.600+0000   | 2023-04-21T12:39:27.600Z
      2023-04-21T12:39:27 -05        | 2023-04-21T12:39:27-05:00
      2023-04-21 12:39:27.6 +0530    | 2023-04-21T12:39:27.6+05:30
      2023-04-21T12:39:27            | 2023-04-21T12:39:27Z
      2023-04-21T12:39               | 2023-04-21T12:39Z
      2023-04-21                     | 2023-04-21T00:00Z
      20230421T123927Z               | 2023-04-21T12:39:27Z
      20230421T123927,5+0100         | 2023-04-21T12:39:27.5+01:00
      20230421                       | 2023-04-21T00:00Z
      2023-111                       | 2023-04-21T00:00Z
      2023-W16-5                     | 2023-04-21T00:00Z
      2016-12-31T23:59:60Z           | 2016-12-31T23:59:59Z
      Fri, 21 Apr 2023 12:39:27 GMT  | 2023-04-21T12:39:27Z
      """)
  void otherFormsOfADateTimeAreRead(String sent, String read) {
    Object note = note(",'created':'" + sent + "'");

    assertThat(Compiled.get(note, "created")).isEqualTo(java.time.OffsetDateTime.parse(read));
    assertThat(told).singleElement().asString().endsWith("at $.created (told once)");
  }

  @ParameterizedTest(name = "{0} {1}: {2}, {3}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      day     | '2023-04-21T12:39:27+02:00'               | 2023-04-21 | date
      day     | '20230421'                                | 2023-04-21 | date
      id      | '123E4567E89B12D3A456426614174000'        | 123e4567-e89b-12d3-a456-426614174000 | UUID
      id      | '{123e4567-e89b-12d3-a456-426614174001}'  | 123e4567-e89b-12d3-a456-426614174001 | UUID
      created | 'yesterday'     | null   | no date-time
      created | '2023-02-30'    | null   | no date-time
      created | 1682080767      | null   | no date-time
      created | ''              | null   | no date-time
      created | {'at':[1]}      | null   | no date-time
      created | null            | null   | missing or null
      id      | 'u1'            | null   | no UUID
      count   | 'many'          | null   | expected a long
      count   | 1.5             | null   | expected a long
      count   | [1]             | null   | absent
      done    | 'yes'           | null   | expected a boolean
      tags    | {'a':1}         | []     | absent
      tags    | [1,'x',{},[2],3] | [1, 3] | left out
      counts  | {'a':1,'b':'x','c':3} | {a=1, c=3} | absent
      owner   | 'ada'           | null   | absent
      owner   | [{'name':'a'}]  | null   | absent
      owner   | {}              | Owner[name=null, additionalProperties={}] | name is missing
      owner   | {'name':'a','b':'x','c':1} | Owner[name=a, additionalProperties={c=1}] | absent
      state   | 'paused'        | paused | does not list
      what    | 7               | Unknown[json=7] | none of its alternatives
      """)
  void whatCannotBeReadIsAbsentOrKeptAndTold(String name, String sent, String read, String words) {
    Object note = note(",'" + name + "':" + sent + ",'done':true");

    Object value = name.equals("done") ? null : Compiled.get(note, name);
    assertThat(String.valueOf(value)).isEqualTo(read);
    assertThat(told).isNotEmpty().first().asString().contains(words, name);
    assertThat(Compiled.get(note, "done")).isEqualTo(true);
  }

  @Test
  void eachKindIsToldOnceAndWithoutTheValue() {
    String json = "{'note':{'created':'tr0ub4dor','count':'tr0ub4dor'}}";
    String list = "{'notes':[%s,%s,%s]}".formatted(json, json, json);
    Compiled models = Models.compiled(NOTE + """
        Page:
          type: object
          properties:
            notes:
              type: array
              items: {type: object, properties: {note: {$ref: '#/components/schemas/Note'}}}
        """);

    models.read("Page", list, told);

    assertThat(told)
        .hasSize(3)
        .allSatisfy(
            message -> assertThat(message).contains("$.notes[].note").doesNotContain("tr0"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      'created':'2023-04-21T12:39:27.600+0000' | no date-time at $.created
      'id':'u1'                                | no UUID at $.id
      'count':null                             | Required value 'count' missing at $
      """)
  void strictDecodingTakesWhatTheDocumentSaysOnly(String member, String message) {
    String json = "{'id':'123e4567-e89b-12d3-a456-426614174000','tags':[],'count':1,"
        + "'created':'2023-04-21T12:39:27Z'," + member + "}";

    assertThatThrownBy(() -> Models.compiled(NOTE).readStrictly("Note", json))
        .isInstanceOf(JsonDataException.class)
        .hasMessage(message);
  }

  @Test
  void brokenJsonIsAnErrorAllTheSame() {
    assertThatThrownBy(() -> note(",'owner':{'name':tru}"))
        .hasRootCauseInstanceOf(com.squareup.moshi.JsonEncodingException.class);
  }
}
