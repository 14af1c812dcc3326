package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      A limit, between 1 and 100, default 10.               | 100
      Page size (max 1,000)                                 | 1000
      The maximum number of items to return is 250.         | 250
      Maximum value: 50                                     | 50
      Up to 500 per page                                    | 500
      Number of results, 1-200                              | 200
      How many to return. Default 25                        | -
      -                                                     | -
      """)
  void theLargestPageSizeIsReadFromProse(String text, Long maximum) {
    assertThat(Prose.maximum(text == null ? "" : text).orElse(null)).isEqualTo(maximum);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      Zero-based page index (0..N)      | 0
      The page, 0-indexed               | 0
      The 1-based index of the first    | 1
      Page number, starting with 1      | 1
      Page number starts from 0         | 0
      Page number                       | -
      """)
  void whereCountingStartsIsReadFromProse(String text, Long base) {
    assertThat(Prose.base(text).orElse(null)).isEqualTo(base);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      See the `Link` response header                        | true
      Headers of the response hold a Link to the next page  | true
      <https://example.com>; rel="next"                     | true
      A link to the item                                    | false
      The header of the table. Link two tables.             | false
      """)
  void linkHeadersAreToldFromLinks(String text, boolean expected) {
    assertThat(Prose.isAboutLinkHeaders(text)).isEqualTo(expected);
  }
}
