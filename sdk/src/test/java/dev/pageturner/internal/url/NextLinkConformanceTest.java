package dev.pageturner.internal.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.testing.ConformanceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 3986, the URL standard and link policies, with cases that others wrote for them. */
class NextLinkConformanceTest {
  private static Optional<HttpUrl> followed(String page, String link) {
    try {
      return Optional.of(NextLink.resolve(HttpUrl.get(page), link, Set.of(), null));
    } catch (PageturnerException refused) {
      return Optional.empty();
    }
  }

  private static Stream<Arguments> cases(String file) {
    return ConformanceFile.cases(file).map(test -> arguments(test.get("id"), test));
  }

  static Stream<Arguments> policies() {
    return cases("uri-resolution/next-link-policy.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void linksAreFollowedByteForByteOrRefused(String id, Map<?, ?> test) {
    Optional<String> url =
        followed((String) test.get("base"), (String) test.get("ref")).map(HttpUrl::toString);
    assertThat(url.orElse("refuse")).isEqualTo(test.get("expected"));
  }

  static Stream<Arguments> references() {
    return cases("uri-resolution/rfc3986-5.4.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("references")
  void referencesResolveAsTheRfcSays(String id, Map<?, ?> test) {
    Optional<HttpUrl> url = followed((String) test.get("base"), (String) test.get("ref"));
    HttpUrl expected = HttpUrl.parse((String) test.get("expected"));
    if (expected == null || !expected.host().equals("a")) {
      assertThat(url).isEmpty();
    } else {
      assertThat(url).contains(expected.newBuilder().fragment(null).build());
    }
  }

  static Stream<Arguments> urls() {
    return cases("uri-resolution/wpt-http-base.json");
  }

  /** The standard repairs much that we refuse; what we follow is what it says. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("urls")
  void noLinkIsFollowedToWhereTheUrlStandardDoesNotLead(String id, Map<?, ?> test) {
    String page = (String) test.get("base");
    Optional<HttpUrl> url = followed(page, (String) test.get("input"));
    if (url.isEmpty()) {
      return;
    }
    assertThat(Origin.of(url.get())).isEqualTo(Origin.of(HttpUrl.get(page)));
    HttpUrl expected = HttpUrl.get((String) test.get("expected"));
    assertThat(url.get())
        .isEqualTo(
            expected.newBuilder().fragment(null).username("").password("").build());
  }

  static Stream<Arguments> headers() {
    return ConformanceFile.cases("link-header/link-header.json")
        .filter(test -> test.containsKey("base") && test.get("next") != null)
        .map(test -> arguments(test.get("id"), test));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void linksOfHeadersAreFollowedOrRefused(String id, Map<?, ?> test) {
    Optional<HttpUrl> url = followed((String) test.get("base"), (String) test.get("next"));
    String policy = test.containsKey("policy") ? (String) test.get("policy") : "follow";
    assertThat(url.isEmpty()).isEqualTo(policy.endsWith("refuse"));
    if (test.containsKey("resolved")) {
      assertThat(url).contains(HttpUrl.get((String) test.get("resolved")));
    }
  }

  static Stream<String> naughtyStrings() {
    List<?> cases = (List<?>) ConformanceFile.read("naughty-strings/blns.json").get("cases");
    return cases.stream().map(String.class::cast);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("naughtyStrings")
  void noTextLeadsToAnotherOrigin(String text) {
    HttpUrl page = HttpUrl.get("https://api.example.com/v1/items");
    for (String link : List.of(text, "?q=" + text, "/" + text, "https://" + text)) {
      followed(page.toString(), link)
          .ifPresent(url -> assertThat(Origin.of(url)).isEqualTo(Origin.of(page)));
    }
  }
}
