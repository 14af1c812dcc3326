package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlSignsTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(delimiter = '|', textBlock = """
      next_page        | {type: integer}                                       | NOT_A_URL
      next_page        | {type: string, format: uri}                           | URL
      next_page        | {type: string, description: URL of the next page}     | URL
      next_page        | {type: string, description: Token of the next page}   | NOT_A_URL
      next_page        | {type: string, example: 'https://example.com/?p=2'}   | URL
      next_page        | {type: string, example: '/v1/things?p=2'}             | URL
      next_page        | {type: string, example: bmV4dA==}                     | NOT_A_URL
      next_page        | {type: string}                                        | UNKNOWN
      nextLink         | {type: string}                                        | URL
      next_page_url    | {type: string}                                        | URL
      links.next       | {type: string}                                        | URL
      links.next       | {type: string, example: WxYzExampleNext}              | NOT_A_URL
      _links.next.href | {type: string}                                        | URL
      nextPageToken    | {type: string}                                        | NOT_A_URL
      links.next_token | {type: string}                                        | NOT_A_URL
      """)
  void whatANextFieldHoldsIsToldByTypeFormatExampleNameAndProse(
      String path, String schema, UrlSigns expected) {
    var document = Documents.yaml(folder, """
        openapi: 3.0.0
        paths: {}
        components: {schemas: {A: %s}}
        """.formatted(schema));
    AnswerField field =
        new AnswerField(List.of(path.split("\\.")), Shape.of(document.schemas().get("A")));

    assertThat(UrlSigns.of(field)).isEqualTo(expected);
  }
}
