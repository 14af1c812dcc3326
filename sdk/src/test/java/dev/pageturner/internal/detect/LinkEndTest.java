package dev.pageturner.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.internal.url.LinkHeader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkEndTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      </a>; rel="next"; results="false"; cursor="0:0:1" | true
      </a>; rel="next"; results=FALSE                   | true
      </a>; rel="next"; has_more="false"                | true
      </a>; rel="next"; end="true"                      | true
      </a>; rel="next"; results="true"                  | false
      </a>; rel="next"; title="false"                   | false
      </a>; rel="next"; last="page 9"                   | false
      </a>; rel="next"                                  | false
      """)
  void anAttributeSaysThatNothingIsThere(String link, boolean end) {
    assertThat(LinkEnd.isSaid(LinkHeader.parse(List.of(link)).get(0))).isEqualTo(end);
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(nullValues = "-", textBlock = """
      # header,      value,      number
      Content-Range, 0-6/20,     20
      content-range, items 0-6/20, 20
      Content-Range, */20,       20
      Content-Range, 0-6/*,      *
      X-Total-Count, 20,         20
      X-Total-Count, -,          -
      """)
  void aContentRangeHoldsTheTotalBehindItsSlash(String name, String value, String number) {
    assertThat(HeaderNumber.of(name, value)).isEqualTo(number);
  }
}
