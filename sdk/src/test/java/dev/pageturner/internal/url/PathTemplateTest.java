package dev.pageturner.internal.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pageturner.testing.ConformanceFile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
  private static final HttpUrl BASE = HttpUrl.get("https://h/api/v1");

  private static String expanded(String template, Map<String, ?> values) {
    return PathTemplate.parse(template).expand(BASE, values).toString();
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ada          | ada
        a-b.c_d~e    | a-b.c_d~e
        a b          | a%20b
        a/b          | a%2Fb
        ../admin     | ..%2Fadmin
        ..\\admin    | ..%5Cadmin
        ...          | ...
        .a           | .a
        %2e%2e       | %252e%252e
        %2F          | %252F
        ..%2f        | ..%252f
        a?b#c;d=e    | a%3Fb%23c%3Bd%3De
        a+b&c@d:e    | a%2Bb%26c%40d%3Ae
        {id}         | %7Bid%7D
        é            | %C3%A9
        😀           | %F0%9F%98%80
        ` `          | %20
        """)
  void aValueStaysWithinItsSegment(String value, String segment) {
    assertThat(expanded("/users/{id}/posts", Map.of("id", value)))
        .isEqualTo("https://h/api/v1/users/" + segment + "/posts");
  }

  static Stream<String> naughtyStrings() {
    List<?> cases = (List<?>) ConformanceFile.read("naughty-strings/blns.json").get("cases");
    return cases.stream()
        .map(String.class::cast)
        .filter(text -> !text.isEmpty() && !text.equals(".") && !text.equals(".."));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("naughtyStrings")
  void theServerReadsTheSameValueBack(String value) {
    HttpUrl url = PathTemplate.parse("/users/{id}/posts").expand(BASE, Map.of("id", value));
    assertThat(url.pathSegments()).containsExactly("api", "v1", "users", value, "posts");
    assertThat(url.query()).isNull();
  }

  @Test
  void emptyNullAndDotsAreRefusedByName() {
    PathTemplate template = PathTemplate.parse("/users/{id}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> template.expand(BASE, Map.of("id", "")))
        .withMessage("no value for path parameter id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> template.expand(BASE, Collections.singletonMap("id", null)))
        .withMessage("no value for path parameter id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> template.expand(BASE, Map.of()))
        .withMessage("no value for path parameter id");
    for (String dots : new String[] {".", ".."}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> template.expand(BASE, Map.of("id", dots)))
          .withMessage("path parameter id is . or ..");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> template.expand(BASE, Map.of("id", "s3cret\ud800")))
        .withMessage("path parameter id: half of a surrogate pair");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> template.expand(BASE, Map.of("id", "1", "name", "s3cret")))
        .withMessage("the path has no parameter name");
  }

  @ParameterizedTest(name = "{0} and {1} are {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        https://h            | /users         | https://h/users
        https://h/           | users          | https://h/users
        https://h/api/v1     | /users         | https://h/api/v1/users
        https://h/api/v1/    | /users         | https://h/api/v1/users
        https://h/api/v1     | ``             | https://h/api/v1
        https://h/api/v1     | /              | https://h/api/v1/
        https://h/api/v1     | users/         | https://h/api/v1/users/
        https://h/api/v1     | /a//b          | https://h/api/v1/a//b
        https://h/api%2Fv1   | /a%20b         | https://h/api%2Fv1/a%20b
        https://h/api        | /a?b=c+d&e=%zz | https://h/api/a?b=c+d&e=%zz
        https://h/api        | ?b             | https://h/api?b
        https://h/api        | /a:b           | https://h/api/a:b
        https://h/api        | /a?u=http://x/..| https://h/api/a?u=http://x/..
        https://h/api#top    | /a             | https://h/api/a
        """)
  void thePathOfTheBaseIsKept(String base, String path, String url) {
    assertThat(PathTemplate.parse(path).expand(HttpUrl.get(base), Map.of())).hasToString(url);
  }

  @Test
  void aBaseWithAQueryIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PathTemplate.parse("/a").expand(HttpUrl.get("https://h?key=s3cret"), Map.of()))
        .withMessage("a base URL with a query");
  }

  @Test
  void severalPlaceHoldersAreFilledIn() {
    PathTemplate template = PathTemplate.parse("/{a}/x{b-c}-{a}.json?type=all");
    assertThat(template.names()).containsExactlyInAnyOrder("a", "b-c");
    assertThat(template.expand(BASE, Map.of("a", 7, "b-c", true)))
        .hasToString("https://h/api/v1/7/xtrue-7.json?type=all");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        https://evil.example/x | a URL rather than a path
        //evil.example/x       | a URL rather than a path
        file:x                 | a URL rather than a path
        /a/../b                | a path with a segment . or ..
        ..                     | a path with a segment . or ..
        /a/.                   | a path with a segment . or ..
        /a/%2E%2e/b            | a path with a segment . or ..
        /a/.%2e                | a path with a segment . or ..
        /a#b                   | a path with a fragment, backslash or control character
        /a\\b                  | a path with a fragment, backslash or control character
        /a%2                   | a path with a % that is no escape; it is written %25
        /a%2{x}                | a path with a % that is no escape; it is written %25
        /a{                    | not a place-holder like {id}, at index 2
        /a{}                   | not a place-holder like {id}, at index 2
        /a{b{c}}               | not a place-holder like {id}, at index 2
        /a{b/c}                | not a place-holder like {id}, at index 2
        /a{+b}                 | not a place-holder like {id}, at index 2
        /a{?b}                 | a brace in the query: place-holders are for the path
        /a{b*}                 | not a place-holder like {id}, at index 2
        /a{b:3}                | not a place-holder like {id}, at index 2
        /a{b,c}                | not a place-holder like {id}, at index 2
        /a}                    | a } without {, at index 2
        /{a}}                  | a } without {, at index 4
        /a?b={c}               | a brace in the query: place-holders are for the path
        """)
  void whatIsNoTemplateIsRefused(String template, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathTemplate.parse(template))
        .withMessage(message);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/a\nb", "/a\u0000", "/a?b\r\nX: y"})
  void controlCharactersAreRefused(String template) {
    assertThatIllegalArgumentException().isThrownBy(() -> PathTemplate.parse(template));
  }
}
