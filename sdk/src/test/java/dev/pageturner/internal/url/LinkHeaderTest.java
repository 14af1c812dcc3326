package dev.pageturner.internal.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.url.LinkHeader.Link;
import dev.pageturner.testing.ConformanceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LinkHeaderTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void fieldsAreReadAsRfc8288Says(String id, Map<?, ?> test) {
    List<String> headers = strings(test.get("headers"));
    List<Link> links = LinkHeader.parse(headers);
    if (!test.containsKey("lenient")) {
      assertThat(links)
          .isEqualTo(((List<?>) test.get("links")).stream().map(this::link).toList());
      assertThat(LinkHeader.next(headers).orElse(null)).isEqualTo(test.get("next"));
    }
  }

  static Stream<Arguments> fields() {
    return ConformanceFile.cases("link-header/link-header.json")
        .map(test -> arguments(test.get("id"), test));
  }

  private Link link(Object expected) {
    Map<?, ?> link = (Map<?, ?>) expected;
    Map<String, String> parameters = new LinkedHashMap<>();
    if (link.get("params") instanceof Map<?, ?> params) {
      params.forEach((name, value) -> parameters.put((String) name, (String) value));
    }
    return new Link((String) link.get("target"), strings(link.get("rel")), parameters);
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("floods")
  void floodsAreReadToTheEnd(String id, Map<?, ?> test) {
    int times = ((Double) test.get("times")).intValue();
    String field = part(test, "prefix") + part(test, "repeat").repeat(times) + part(test, "suffix");
    assertThat(LinkHeader.next(List.of(field)).orElse(null)).isEqualTo(test.get("next"));
  }

  static Stream<Arguments> floods() {
    return ConformanceFile.cases("link-header/dos-generated.json")
        .map(test -> arguments(test.get("id"), test));
  }

  private static String part(Map<?, ?> test, String name) {
    return test.containsKey(name) ? (String) test.get(name) : "";
  }

  @DisplayName("edges 44 and 115: next is found wherever and however it is written")
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        <?p=2>; rel=next                                      | ?p=2
        <?p=2>;rel="next"                                     | ?p=2
        <?p=2> ; REL = "NEXT"                                 | ?p=2
        <?p=2>; rel="next last"                               | ?p=2
        <?p=2>; rel="  last   next  "                         | ?p=2
        <?p=1>; rel="prev", <?p=3>; rel="next"                | ?p=3
        <?p=2,3>; rel=next                                    | ?p=2,3
        <?p=2;3>; title="a, <b>; rel=next"; rel=next          | ?p=2;3
        <?p=2>; title="\\", <x>"; rel=next                    | ?p=2
        <?p=2>; rel=next; rel=prev                            | ?p=2
        <?p=2>; rel=prev; rel=next                            |
        <?p=2>; rel=""; rel=next                              |
        <?p=2>; rel=nextpage                                  |
        <?p=2>; title=next                                    |
        <?p=2>; rev=next                                      |
        <?p=2>                                                |
        <?p=2>; rel=next; anchor="/other"                     |
        <?p=2>; rel=next; anchor=""                           | ?p=2
        <?p=2>; rel=next; anchor="/other", <?p=3>; rel=next   | ?p=3
        <?p=2; rel=next                                       |
        ?p=2; rel=next                                        |
        junk, <?p=2>; rel=next                                |
        <?p=2>; rel=next, junk                                | ?p=2
        <?p=2>; rel=next junk                                 | ?p=2
        <?p=2>; rel="next                                     | ?p=2
        ,,<?p=2>;;;rel=next,                                  | ?p=2
        ``                                                    |
        """)
  void theNextPageIsFound(String field, String next) {
    assertThat(LinkHeader.next(List.of(field)).orElse(null)).isEqualTo(next);
  }

  @Test
  void eachFieldIsReadOnItsOwn() {
    assertThat(LinkHeader.next(List.of("junk", "</a>; rel=\"open", "</b>; rel=next")))
        .contains("/b");
    assertThat(LinkHeader.next(List.of())).isEmpty();
  }

  @Test
  void anAnchorWithTheResponsesOwnUrlIsNoAnchor() {
    HttpUrl page = HttpUrl.get("https://api.example.com/items?page=1");
    List<String> own = List.of("</items?page=2>; rel=next; anchor=\"/items?page=1\"");
    List<String> fragment = List.of("</items?page=2>; rel=next; anchor=\"#part\"");

    assertThat(LinkHeader.next(own)).isEmpty();
    assertThat(LinkHeader.target(own, "next", page)).contains("/items?page=2");
    assertThat(LinkHeader.target(fragment, "next", page)).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(delimiter = '|', textBlock = """
        UTF-8''%e2%82%ac   | €
        utf-8'en'a%20b     | a b
        ISO-8859-1''%e9    | é
        UTF-8''%e2%82      |
        UTF-8''%zz         |
        UTF-8''%4          |
        UTF-7''abc         |
        abc                |
        UTF-8'abc          |
        """)
  void extendedValuesAreDecodedOrLeftOut(String value, String decoded) {
    List<Link> links = LinkHeader.parse(List.of("</>; title*=" + value + "; rel=self"));
    assertThat(links.get(0).parameters().get("title*")).isEqualTo(decoded);
    assertThat(links.get(0).is("SELF")).isTrue();
  }

  @Test
  void whatIsTooLongIsAnErrorRatherThanTheEndOfTheList() {
    String half = "<" + "a".repeat(128 * 1024) + ">; rel=self";
    assertThatExceptionOfType(PageturnerException.Content.class)
        .isThrownBy(() -> LinkHeader.next(List.of(half, half)))
        .withMessage("Link headers of more than 262144 characters")
        .matches(e -> e.kind() == Kind.TOO_LARGE);
    assertThatExceptionOfType(PageturnerException.Content.class)
        .isThrownBy(() -> LinkHeader.next(List.of("</a>;rel=a,".repeat(20_000))))
        .withMessage("Link headers of more than 10000 links");
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenByTheRulesIsReadBack(long seed) {
    Random random = new Random(seed);
    List<Link> links =
        Stream.generate(() -> randomLink(random)).limit(random.nextInt(5)).toList();
    String field =
        String.join(blanks(random) + ",", links.stream().map(this::written).toList());
    assertThat(LinkHeader.parse(List.of(field))).isEqualTo(links);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyTextIsReadWithoutAnError(long seed) {
    Random random = new Random(seed);
    assertThat(LinkHeader.parse(List.of(text(random, "<>;,=\" \t\\arelnxt'*%", 80))))
        .isNotNull();
  }

  private static Link randomLink(Random random) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      parameters.put("p" + i, text(random, "ab,;=<>\"\\ ", 8));
    }
    List<String> relations = Stream.generate(() -> "r" + text(random, "ab:/,;", 4))
        .limit(random.nextInt(3))
        .toList();
    return new Link(text(random, "ab,;=\"\\ ?&", 10), relations, parameters);
  }

  private String written(Link link) {
    StringBuilder text = new StringBuilder("<" + link.target() + ">");
    link.parameters()
        .forEach((name, value) -> text.append("; ").append(name).append("=").append(quoted(value)));
    text.append(";rel=").append(quoted(String.join(" ", link.relations())));
    return text.toString();
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String blanks(Random random) {
    return " ".repeat(random.nextInt(3));
  }

  private static String text(Random random, String characters, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest); i > 0; i--) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }
}
