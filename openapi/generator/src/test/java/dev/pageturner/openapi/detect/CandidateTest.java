package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operation as the rules see it: which size is that of a pager, and whether it reads at all. */
class CandidateTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}; {1}, with {2}: {3}")
  @CsvSource(delimiter = '|', textBlock = """
      # parameters (! is deprecated)                 | body                | position     | size
      limit:integer per_page:integer                 | -                   | -            | limit
      per_page:integer limit:integer                 | -                   | -            | per_page
      limit:integer! per_page:integer                | -                   | -            | per_page
      limit:integer! per_page:integer offset:integer! | -                  | offset       | limit
      limit:integer! per_page:integer page:integer   | -                   | page         | per_page
      limit:integer page[size]:integer page[number]:integer | -            | page[number] | page[size]
      limit:integer page[size]:integer page:integer  | -                   | page         | limit
      page[size]:integer limit:integer               | -                   | -            | limit
      q:string                                       | limit:integer       | -            | limit
      page[size]:integer                             | limit:integer       | -            | page[size]
      page[size]:integer q:string                    | limit:integer at:string | at       | limit
      count:integer limit:integer                    | -                   | -            | limit
      first:integer limit:integer                    | -                   | -            | limit
      limit:string per_page:integer                  | -                   | -            | per_page
      limit:integer                                  | -                   | limit        | -
      q:string                                       | -                   | -            | -
      """)
  void theSizeIsThatOfThePager(String parameters, String body, String position, String size) {
    Candidate candidate = candidate("search", parameters, body, "{type: array}");
    Optional<RequestField> at = candidate.field(position);

    assertThat(candidate.size(at).map(RequestField::name).orElse("-")).isEqualTo(size);
    if (at.isEmpty()) {
      assertThat(candidate.size()).isEqualTo(candidate.size(at));
    }
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(delimiter = '|', textBlock = """
      search | q:string                              | {type: array}  | true
      search | q:string                              | {type: string} | false
      create | q:string                              | {type: array}  | false
      things | q:string                              | {type: array}  | false
      things | cursor:string                         | {type: array}  | true
      things | cursor:string limit:integer           | {type: array}  | true
      things | cursor:string access_token:string     | {type: array}  | true
      things | cursor:string                         | {type: string} | false
      things | limit:integer                         | {type: array}  | false
      things | cursor:string q:string                | {type: array}  | false
      things | cursor:string tags:array              | {type: array}  | false
      create | cursor:string                         | {type: array}  | false
      """)
  void aPostReadsByItsVerbOrWhereItTakesNothingButAPage(
      String id, String body, String answer, boolean reads) {
    assertThat(candidate(id, "-", body, answer).mayRead()).isEqualTo(reads);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      cursor:string   | true
      limit:integer   | true
      q:string        | false
      """)
  void aRequestAsksForPagesByAPositionOrASize(String parameters, boolean asks) {
    assertThat(candidate("list", parameters, "-", "{type: array}").asks()).isEqualTo(asks);
  }

  private Candidate candidate(String id, String parameters, String body, String answer) {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /a:
            post:
              operationId: %s
              parameters: [%s]
              requestBody: {content: {application/json: {schema: {properties: {%s}}}}}
              responses: {'200': {content: {application/json: {schema: %s}}}}
        """.formatted(
            id,
            each(parameters, "{name: '%s', in: query, schema: {type: %s}, deprecated: %s}"),
            each(body, "%s: {type: %s, deprecated: %s}"),
            answer));
    return Candidate.of(document.operations().get(0), Conventions.of(document));
  }

  private static String each(String fields, String form) {
    return Stream.of(fields.split(" "))
        .filter(field -> !field.equals("-"))
        .map(field -> field.split(":"))
        .map(field -> form.formatted(field[0], field[1].replace("!", ""), field[1].endsWith("!")))
        .collect(Collectors.joining(", "));
  }
}
