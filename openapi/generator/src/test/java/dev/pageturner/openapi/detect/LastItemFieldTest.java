package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastItemFieldTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(delimiter = '|', textBlock = """
      after_id       | account_id, id          | id
      after_id       | account_id, event_id    | event_id
      after_id       | accountId, eventId      | eventId
      starting_after | name, uid               | uid
      """)
  void theFieldSentIsTheItemsOwnId(String parameter, String fields, String expected) {
    String members = fields.replace(",", ": {type: string},") + ": {type: string}";
    Detection detection = PaginationDetector.detect(
            Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              parameters:
                - {name: %s, in: query, schema: {type: string}}
                - {name: limit, in: query, schema: {type: integer}}
              responses:
                '200':
                  description: OK
                  content:
                    application/json:
                      schema:
                        properties:
                          transfer_events: {type: array, items: {properties: {%s}}}
                          has_more: {type: boolean}
        """.formatted(parameter, members)))
        .get(0);

    assertThat(detection.best().orElseThrow().lastItemField()).hasValue(expected);
  }
}
