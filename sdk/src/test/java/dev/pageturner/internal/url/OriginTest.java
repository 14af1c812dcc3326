package dev.pageturner.internal.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "https://api.example.com, https://api.example.com",
    "https://API.Example.com/, https://api.example.com",
    "HTTPS://api.example.com:443, https://api.example.com",
    "http://localhost:8080, http://localhost:8080",
    "https://127.0.0.1:80, https://127.0.0.1:80",
    "http://[::1]:80/, http://[::1]",
    "https://bücher.example, https://xn--bcher-kva.example"
  })
  void originsAreReadInOneForm(String text, String shown) {
    assertThat(Origin.parse(text)).hasToString(shown).isEqualTo(Origin.parse(shown));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "api.example.com",
        "ftp://api.example.com",
        "https:api.example.com",
        "https:///api.example.com",
        "https://",
        "https://ada:s3cret@api.example.com",
        "https://api.example.com/v1",
        "https://api.example.com?s3cret",
        "https://api.example.com#s3cret",
        "https://api.example.com\\s3cret",
        "https://api.example.com:99999",
        "https://api.exa\nmple.com",
        " https://api.example.com",
        "https://*.example.com:x"
      })
  void whatIsMoreOrLessThanAnOriginIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Origin.parse(text))
        .withMessageStartingWith("not an origin")
        .withMessageNotContaining("s3cret");
  }

  @Test
  void urlsOfOneOriginHaveEqualOrigins() {
    assertThat(Origin.of(HttpUrl.get("https://api.example.com:443/a?b")))
        .isEqualTo(new Origin("https", "api.example.com", 443))
        .isEqualTo(Origin.parse("https://api.example.com"));
  }

  @Test
  void impossibleOriginsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Origin("ftp", "a", 21));
    assertThatIllegalArgumentException().isThrownBy(() -> new Origin("http", "a", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Origin("http", "a", 65_536));
  }
}
