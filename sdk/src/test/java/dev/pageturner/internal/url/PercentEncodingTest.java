package dev.pageturner.internal.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pageturner.testing.ConformanceFile;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PercentEncodingTest {
  @DisplayName("edges 34 and 108: values are encoded once, and a blank is never a plus")
  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        abc-._~019   | abc-._~019
        a b          | a%20b
        a+b          | a%2Bb
        a/b==        | a%2Fb%3D%3D
        a&b=c#d?e    | a%26b%3Dc%23d%3Fe
        100%         | 100%25
        %2B          | %252B
        'a'          | %27a%27
        é            | %C3%A9
        😀           | %F0%9F%98%80
        ``           | ``
        """)
  void valuesAreEncodedOnce(String value, String encoded) {
    assertThat(PercentEncoding.encode(value)).isEqualTo(encoded);
  }

  static Stream<String> naughtyStrings() {
    List<?> cases = (List<?>) ConformanceFile.read("naughty-strings/blns.json").get("cases");
    return cases.stream().map(String.class::cast);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("naughtyStrings")
  void theServerReadsTheSameTextBack(String value) {
    HttpUrl url = HttpUrl.get("https://h/a?b=c")
        .newBuilder()
        .addEncodedQueryParameter(PercentEncoding.encode(value), PercentEncoding.encode(value))
        .build();
    assertThat(url.queryParameterName(1)).isEqualTo(value);
    assertThat(url.queryParameterValue(1)).isEqualTo(value);
    assertThat(url.encodedQuery())
        .isEqualTo("b=c&" + PercentEncoding.encode(value) + "=" + PercentEncoding.encode(value));
  }

  @Test
  void halfOfASurrogatePairIsRefused() {
    for (String half : new String[] {"\ud800", "a\udc00b", "\udc00\ud800"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PercentEncoding.encode(half))
          .withMessage("half of a surrogate pair");
    }
  }
}
