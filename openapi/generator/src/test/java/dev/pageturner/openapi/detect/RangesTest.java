package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0} beside {1} ({2}): {3}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      start      | end          | -                     | true
      from       | to           | -                     | true
      from_date  | to_date      | -                     | true
      date_from  | date_to      | -                     | true
      start      | end          | Index of the first    | false
      start      | end_date     | -                     | false
      start_date | end          | -                     | false
      from_date  | to_time      | -                     | false
      date_from  | time_to      | -                     | false
      start      | begin        | -                     | false
      start      | count        | -                     | false
      offset     | end          | -                     | false
      offset     | offset       | -                     | false
      page_start | page_start   | -                     | false
      """)
  void bothEndsOfARangeAreTheCallers(String begin, String end, String prose, boolean range) {
    List<RequestField> request = RequestFields.of(
        Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /a:
            get:
              parameters:
                - {name: %s, in: query, description: '%s', schema: {type: integer}}
                - {name: %s, in: query, schema: {type: integer}}
              responses: {}
        """.formatted(begin, prose == null ? "" : prose, end))
            .operations()
            .get(0));

    assertThat(Ranges.isRange(request, request.get(0))).isEqualTo(range);
  }
}
