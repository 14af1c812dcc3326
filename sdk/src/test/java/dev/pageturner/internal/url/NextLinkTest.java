package dev.pageturner.internal.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextLinkTest {
  private static final HttpUrl PAGE = HttpUrl.get("https://api.example.com/v1/items?limit=2");

  private static String resolved(String link) {
    return NextLink.resolve(PAGE, link, Set.of(), null).toString();
  }

  private static PageturnerException refusal(String link) {
    return catchThrowableOfType(
        PageturnerException.Paging.class, () -> NextLink.resolve(PAGE, link, Set.of(), null));
  }

  @DisplayName("edges 40, 41 and 100: links are relative to the URL of their page")
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ?page=2                                    | https://api.example.com/v1/items?page=2
        items?page=2                               | https://api.example.com/v1/items?page=2
        Orders?$skiptoken=a'b                      | https://api.example.com/v1/Orders?$skiptoken=a%27b
        /v2/items?page=2                           | https://api.example.com/v2/items?page=2
        //api.example.com/v1/x                     | https://api.example.com/v1/x
        https://api.example.com/v1/x               | https://api.example.com/v1/x
        HTTPS://API.example.com:443/v1/x           | https://api.example.com/v1/x
        ` ?page=2\t`                               | https://api.example.com/v1/items?page=2
        ?page=2#top                                | https://api.example.com/v1/items?page=2
        ``                                         | https://api.example.com/v1/items?limit=2
        #top                                       | https://api.example.com/v1/items?limit=2
        ?next=https://evil.example/                | https://api.example.com/v1/items?next=https://evil.example/
        /https://evil.example/                     | https://api.example.com/https://evil.example/
        /@evil.example                             | https://api.example.com/@evil.example
        ?a=\\\\evil                                | https://api.example.com/v1/items?a=\\\\evil
        """)
  void relativeAndAbsoluteLinksOfThePagesOriginAreFollowed(String link, String url) {
    assertThat(resolved(link)).isEqualTo(url);
  }

  @DisplayName("edges 42, 99 to 101: what leads elsewhere is refused, and the error says where")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        https://evil.example/x?key=s3cret        | to another origin, https://evil.example: allow it with allowOrigin("https://evil.example")
        //evil.example/x                         | to another origin, https://evil.example: allow it with allowOrigin("https://evil.example")
        http://api.example.com/v1/items          | to another origin, http://api.example.com: allow it with allowOrigin("http://api.example.com")
        https://api.example.com:8443/            | to another origin, https://api.example.com:8443: allow it with allowOrigin("https://api.example.com:8443")
        https://api.example.com.evil.example/    | to another origin, https://api.example.com.evil.example: allow it with allowOrigin("https://api.example.com.evil.example")
        https://api.example.com./                | to another origin, https://api.example.com.: allow it with allowOrigin("https://api.example.com.")
        https://[::1]:8080/                      | to another origin, https://[::1]:8080: allow it with allowOrigin("https://[::1]:8080")
        https://169.254.169.254/latest           | to another origin, https://169.254.169.254: allow it with allowOrigin("https://169.254.169.254")
        https://api.example.com@evil.example/    | with credentials in it, to https://evil.example
        https://user:s3cret@api.example.com/     | with credentials in it
        https://@api.example.com/                | with credentials in it
        //user@evil.example/                     | with credentials in it, to https://evil.example
        ftp://api.example.com/                   | that is neither http nor https, but ftp
        file:///etc/passwd                       | that is neither http nor https, but file
        javascript:alert(1)                      | that is neither http nor https, but javascript
        data:text/html,x                         | that is neither http nor https, but data
        localhost:8080/x                         | that is neither http nor https, but localhost
        c29tZXNlY3JldGN1cnNvcg:x                 | that is neither http nor https
        https:/evil.example/                     | without a host
        https:evil.example                       | without a host
        https:items                              | without a host
        https:///v1/items                        | without a host, to https://v1
        https://                                 | without a host
        https:                                   | without a host
        https://?x                               | without a host
        ///evil.example/                         | without a host, to https://evil.example
        \\\\evil.example/                        | with a backslash, to https://evil.example
        /\\evil.example/                         | with a backslash, to https://evil.example
        https:\\\\evil.example/                  | with a backslash, to https://evil.example
        https://evil.example\\@api.example.com/  | with a backslash, to https://evil.example
        https://api.example.com\\.evil.example/  | with a backslash
        https://api.example.com:-1/              | that is not a URL
        https://api.example.com:0/               | that is not a URL
        https://api.example.com:65536/           | that is not a URL
        https://[::1                             | that is not a URL
        https://a b/                             | that is not a URL
        """)
  void unsafeLinksAreRefused(String link, String message) {
    PageturnerException refusal = refusal(link);
    assertThat(refusal.kind()).isEqualTo(Kind.UNSAFE_LINK);
    assertThat(refusal)
        .hasMessage("https://api.example.com/v1/items offers a next link " + message);
    assertThat(refusal.getMessage()).doesNotContain("s3cret", "limit=2");
  }

  @ParameterizedTest(name = "U+{0}")
  @ValueSource(ints = {0, 1, 9, 10, 11, 12, 13, 27, 31, 127})
  void controlCharactersAreRefused(int control) {
    for (String link : new String[] {"/a%sb", "?a%sb", "https://api.example%s.com/"}) {
      assertThat(refusal(link.formatted((char) control)))
          .hasMessageContaining("with a control character");
    }
  }

  @Test
  void anotherOriginIsFollowedWhereItWasAllowed() {
    Set<Origin> allowed = Set.of(Origin.parse("https://eu.example.com"));

    assertThat(NextLink.resolve(PAGE, "https://eu.example.com/x?a", allowed, null))
        .isEqualTo(HttpUrl.get("https://eu.example.com/x?a"));
    for (String other : new String[] {"http://eu.example.com/x", "https://eu.example.com:444/x"}) {
      assertThatExceptionOfType(PageturnerException.class)
          .isThrownBy(() -> NextLink.resolve(PAGE, other, allowed, null));
    }
  }

  @Test
  void clearTextIsFollowedOnlyWhereExactlyThatWasAllowed() {
    Set<Origin> allowed = Set.of(Origin.parse("http://api.example.com"));
    assertThat(NextLink.resolve(PAGE, "http://api.example.com/x", allowed, null))
        .isEqualTo(HttpUrl.get("http://api.example.com/x"));
  }

  @Test
  void credentialsOfThePagesUrlAreNotPassedOn() {
    HttpUrl page = HttpUrl.get("https://ada:s3cret@api.example.com/items");
    assertThat(NextLink.resolve(page, "?page=2", Set.of(), null))
        .isEqualTo(HttpUrl.get("https://api.example.com/items?page=2"));
    assertThatExceptionOfType(PageturnerException.class)
        .isThrownBy(() -> NextLink.resolve(page, "ftp:x", Set.of(), null))
        .withMessageNotContaining("s3cret");
  }

  @Test
  void theErrorCarriesTheRequest() {
    RequestInfo request = new RequestInfo("GET", "/v1/items", 1);
    assertThatExceptionOfType(PageturnerException.class)
        .isThrownBy(() -> NextLink.resolve(PAGE, "ftp:x", Set.of(), request))
        .matches(e -> e.request().orElseThrow() == request);
  }

  @DisplayName("edge 34: a link's query is sent as it was written, encoded no second time")
  @Test
  void onlyTheseCharactersOfAQueryChange() {
    StringBuilder changed = new StringBuilder();
    for (char c = ' '; c < 0x7f; c++) {
      String query = HttpUrl.get(resolved("?a" + c + "b")).encodedQuery();
      if (!query.equals("a" + c + "b")) {
        changed.append(c).append(query).append(' ');
      }
    }
    // # begins the fragment.
    assertThat(changed).hasToString(" a%20b \"a%22b #a 'a%27b <a%3Cb >a%3Eb ");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "?a=1&a=2",
        "?&&",
        "?",
        "?a&b=",
        "?a=%zz",
        "?a=%",
        "?a=%4",
        "?a=%e9",
        "?a=%C3%a9",
        "?a=%00",
        "?a+b=%2B",
        "?filter[a]={1}|^`",
        "??",
        "?a=/?:@!$()*,;~",
        "?c=YQ==",
        "?a=%27%22%3C"
      })
  void queriesOfUrlCharactersStayByteForByte(String link) {
    assertThat(resolved(link)).isEqualTo("https://api.example.com/v1/items" + link);
  }
}
