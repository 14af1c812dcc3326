package dev.pageturner.internal.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pageturner.error.PageturnerException;
import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeUrlTest {
  private static String shown(String url) {
    return SafeUrl.shown(HttpUrl.get(url), Set.of("hush"));
  }

  @ParameterizedTest(name = "{0} is shown as {1}")
  @CsvSource({
    "https://h/v1/names?cursor=c7, /v1/names?cursor=c7",
    "https://h, /",
    "https://h/a//b/, /a//b/",
    "https://h/a?, /a?",
    "https://h/a?b&c=&=d, /a?b&c=&=d",
    "https://ada:s3cret@h:8080/a#s3cret, /a",
    "https://h/a?hush=s3cret&HUSH=s3cret&x=1, /a?hush=***&HUSH=***&x=1",
    "https://h/a?hush, /a?hush",
    "https://h/a?h%75sh=s3cret, /a?h%75sh=***",
    "https://h/a?b=%0A%1B%5Bm%00, /a?b=%0A%1B%5Bm%00",
    "https://h/é?b=é, /%C3%A9?b=%C3%A9"
  })
  void pathAndQueryAreShown(String url, String shown) {
    assertThat(shown(url)).isEqualTo(shown);
  }

  @DisplayName("edge 46: secrets are masked, whatever the API calls them")
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "api_key",
        "apikey",
        "api-key",
        "apiKey",
        "API_KEY",
        "key",
        "access_token",
        "accessToken",
        "token",
        "auth_token",
        "auth",
        "authorization",
        "password",
        "passwd",
        "secret",
        "client_secret",
        "sig",
        "signature",
        "X-Amz-Signature",
        "X-Amz-Credential",
        "X-Amz-Security-Token",
        "x-goog-signature",
        "private_token",
        "sessionid",
        "jwt",
        "subscription-key",
        "refresh_token",
        "api.key"
      })
  void knownSecretsAreMasked(String name) {
    HttpUrl url = HttpUrl.get("https://h/a?x=1&" + name + "=s3cret");
    assertThat(SafeUrl.shown(url, Set.of())).isEqualTo("/a?x=1&" + name + "=***");
    assertThat(SafeUrl.withoutSecrets(url, Set.of()))
        .hasToString("https://h/a?x=1&" + name + "=***");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "page_token",
        "pageToken",
        "next_token",
        "nextToken",
        "continuation_token",
        "ContinuationToken",
        "continuation-token",
        "skiptoken",
        "$skiptoken",
        "cursor",
        "pagination_token",
        "start_key",
        "last_key",
        "exclusiveStartKey",
        "keyword",
        "sort_key",
        "author",
        "monkey",
        "marker",
        "after",
        "sigma",
        "sync_token"
      })
  void cursorsAreNoSecrets(String name) {
    HttpUrl url = HttpUrl.get("https://h/a?" + name + "=c7");
    assertThat(SafeUrl.shown(url, Set.of())).isEqualTo("/a?" + name + "=c7");
    assertThat(SafeUrl.withoutSecrets(url, Set.of())).isEqualTo(url);
  }

  @DisplayName("edge 35: a long cursor is shown by its hash")
  @Test
  void longValuesAreShownByHashAndLength() {
    String longest = "c".repeat(64);
    String longer = "c".repeat(10_000);

    assertThat(shown("https://h/a?b=" + longest)).isEqualTo("/a?b=" + longest);
    assertThat(shown("https://h/a?b=" + longer + "&d=e"))
        .matches("/a\\?b=#[0-9a-f]{8} \\(10000 characters\\)&d=e");
    assertThat(shown("https://h/" + longer)).matches("/#[0-9a-f]{8} \\(10000 characters\\)");
    assertThat(shown("https://h/?" + longer)).matches("/\\?#[0-9a-f]{8} \\(10000 characters\\)");
    assertThat(shown("https://h/?hush=" + longer)).isEqualTo("/?hush=***");
  }

  @Test
  void whatIsShownIsBounded() {
    assertThat(shown("https://h/" + "a/".repeat(5000) + "?" + "b=c&".repeat(5000)))
        .hasSize(512)
        .startsWith("/a/a/")
        .endsWith("...");
  }

  @Test
  void secretsComeBackFromTheRequestOfTheList() {
    HttpUrl original = HttpUrl.get("https://h/a?api_key=k%2F1&hush=one&hush=two&page=1");
    HttpUrl next = HttpUrl.get("https://h/b?page=2&hush=one&hush=two&api_key=k%2F1&q='%zz");

    HttpUrl stored = SafeUrl.withoutSecrets(next, Set.of("hush"));

    assertThat(stored).hasToString("https://h/b?page=2&hush=***&hush=***&api_key=***&q=%27%zz");
    assertThat(SafeUrl.restoreSecrets(stored, original, Set.of("hush"))).isEqualTo(next);
  }

  @Test
  void credentialsAndFragmentsAreNotStored() {
    HttpUrl url = HttpUrl.get("https://ada:s3cret@h/a?b#c");
    assertThat(SafeUrl.withoutSecrets(url, Set.of())).hasToString("https://h/a?b");
  }

  @Test
  void aUrlWithoutSecretsStaysAsItIs() {
    for (String text : new String[] {"https://h/", "https://h/?", "https://h/?&&=&a=+%2b"}) {
      HttpUrl url = HttpUrl.get(text);
      assertThat(SafeUrl.withoutSecrets(url, Set.of())).hasToString(text);
      assertThat(SafeUrl.restoreSecrets(url, url, Set.of())).hasToString(text);
    }
  }

  @Test
  void onlySecretsAreRestored() {
    HttpUrl original = HttpUrl.get("https://h/a?q=private&api_key=k");
    HttpUrl stored = HttpUrl.get("https://h/a?q=***&api_key=***");
    assertThat(SafeUrl.restoreSecrets(stored, original, Set.of()))
        .hasToString("https://h/a?q=***&api_key=k");
  }

  @Test
  void noSecretIsRestoredForAnotherOrigin() {
    HttpUrl original = HttpUrl.get("https://h/a?api_key=k");
    for (String other : new String[] {"http://h/", "https://evil/", "https://h:444/"}) {
      HttpUrl stored = HttpUrl.get(other + "?api_key=***");
      assertThat(SafeUrl.restoreSecrets(stored, original, Set.of())).isEqualTo(stored);
    }
  }

  @Test
  void aSecretThatTheRequestDoesNotHaveIsLost() {
    HttpUrl original = HttpUrl.get("https://h/a");
    HttpUrl stored = HttpUrl.get("https://h/a?sig=***");
    assertThatExceptionOfType(PageturnerException.BadCheckpoint.class)
        .isThrownBy(() -> SafeUrl.restoreSecrets(stored, original, Set.of()))
        .withMessageContaining("a secret in a parameter that the request does not have");
  }
}
