package dev.pageturner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pageturner.internal.json.PathExpression.Index;
import dev.pageturner.internal.json.PathExpression.Literal;
import dev.pageturner.internal.json.PathExpression.Name;
import dev.pageturner.internal.json.PathExpression.Where;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PathExpressionSpellingTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        $                                   | $
        ``                                  | $
        $.a.b                               | $.a.b
        a.b                                 | $.a.b
        /a/b                                | $.a.b
        meta.next_cursor                    | $.meta.next_cursor
        page-info.next                      | $['page-info'].next
        $['@odata.nextLink']                | $['@odata.nextLink']
        ['@odata.nextLink']                 | $['@odata.nextLink']
        /@odata.nextLink                    | $['@odata.nextLink']
        $["a b"]                            | $['a b']
        $["it's"]                           | $['it\\'s']
        $['say "hi"']                       | $['say "hi"']
        $['']                               | $['']
        /                                   | $['']
        /a//b                               | $.a[''].b
        /~1~0~01                            | $['/~~1']
        $[0]                                | $[0]
        /0                                  | $[0]
        [0].id                              | $[0].id
        $[-1].id                            | $[-1].id
        /-1                                 | $['-1']
        /01                                 | $['01']
        /-                                  | $['-']
        /99999999999999999999               | $['99999999999999999999']
        $ .a [ 'b' ] [ 1 ]                  | $.a.b[1]
        $.link[?relation=next].url          | $.link[?@.relation=='next'].url
        link[?relation=next].url            | $.link[?@.relation=='next'].url
        $.link[?@.relation=='next'].url     | $.link[?@.relation=='next'].url
        $.l[?@.a==-1.50e+2].url             | $.l[?@.a==-1.50e+2].url
        l[?a=true].url                      | $.l[?@.a==true].url
        l[?a='true'].url                    | $.l[?@.a=='true'].url
        $.link[?@.relation == "next"].url   | $.link[?@.relation=='next'].url
        $.link[?(@.relation=='next')].url   | $.link[?@.relation=='next'].url
        $.link[?@['a b']=='c d'].url        | $.link[?@['a b']=='c d'].url
        links[?rel='the next'].href         | $.links[?@.rel=='the next'].href
        $.é                                 | $['é']
        """)
  void oneFormIsShownForEverySpelling(String text, String shown) {
    assertThat(PathExpression.parse(text)).hasToString(shown);
    assertThat(PathExpression.parse(shown)).isEqualTo(PathExpression.parse(text));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        $.*                 | wildcards are not supported: at index 2
        $[*]                | wildcards are not supported: at index 2
        items[*].id         | wildcards are not supported: at index 6
        $..a                | .. is not supported: at index 1
        a..b                | .. is not supported: at index 1
        $[0:2]              | slices are not supported: at index 3
        $[:2]               | slices are not supported: at index 2
        $['a','b']          | several selectors are not supported: at index 5
        $[0,1]              | several selectors are not supported: at index 3
        $[?@.a>1]           | filters other than [?name=value] are not supported: at index 6
        $[?@.a]             | filters other than [?name=value] are not supported: at index 6
        $[?a=b&&c=d]        | no ] at index 6
        $[?@.a==next]       | no value in quotes, number, true, false or null at index 8
        $[?@.a==01]         | no value in quotes, number, true, false or null at index 8
        $[?@.a==1.]         | no value in quotes, number, true, false or null at index 8
        $[?@.a==.5]         | no value in quotes, number, true, false or null at index 8
        $[?@.a==+1]         | no value in quotes, number, true, false or null at index 8
        $[?@.a==1e]         | no value in quotes, number, true, false or null at index 8
        $[?@.a==-]          | no value in quotes, number, true, false or null at index 8
        $[?@.a==0x1]        | no value in quotes, number, true, false or null at index 8
        $[?@.a==True]       | no value in quotes, number, true, false or null at index 8
        $[?@.a==nul]        | no value in quotes, number, true, false or null at index 8
        $[?a=1.]            | no value in quotes, number, true, false or null at index 5
        $[?a=00]            | no value in quotes, number, true, false or null at index 5
        $[?@.a.b=='c']      | filters other than [?name=value] are not supported: at index 6
        @odata.nextLink     | not a plain name, which else is written ['name'] or /name, at index 0
        $.@odata            | not a plain name, which else is written ['name'] or /name, at index 2
        a b                 | neither . nor [ at index 2
        a:b                 | neither . nor [ at index 1
        #/a                 | not a plain name, which else is written ['name'] or /name, at index 0
        .a                  | not a plain name, which else is written ['name'] or /name, at index 0
        a.                  | no name at index 2
        $a                  | neither . nor [ at index 1
        $.a[                | neither an index nor a name in quotes at index 4
        $['a                | no closing quote at index 4
        $['a\\'             | no closing quote at index 6
        $['a\\x']           | an unknown escape at index 5
        $['\\uD800']        | half of a surrogate pair at index 9
        $[01]               | neither an index nor a name in quotes at index 2
        $[-0]               | neither an index nor a name in quotes at index 2
        $[9007199254740992] | an index beyond 2^53 - 1 at index 2
        /a~2                | ~ without 0 or 1 at index 2
        /a~                 | ~ without 0 or 1 at index 2
        """)
  void whatIsNotSupportedIsNamedWithItsIndex(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathExpression.parse(text))
        .withMessageStartingWith(message);
  }

  @Test
  void stepsSayWhatThePathDoes() {
    assertThat(PathExpression.parse("$.link[?relation=next].url[-2]").steps())
        .containsExactly(
            new Name("link"),
            new Where("relation", new Literal(true, "next")),
            new Name("url"),
            new Index(-2));
  }

  @Test
  void anIndexBeyondIntIsReadAsTheLastOfItsRange() {
    assertThat(PathExpression.parse("$[9007199254740991]").steps())
        .containsExactly(new Index(Integer.MAX_VALUE));
    assertThat(PathExpression.parse("$[-9007199254740991]").steps())
        .containsExactly(new Index(Integer.MIN_VALUE));
  }

  @Test
  void pathsAreTakenApartAndPutTogether() {
    PathExpression id = PathExpression.parse("$.data.items[0].id");
    PathExpression items = PathExpression.parse("$.data").child("items");

    assertThat(items).isEqualTo(PathExpression.parse("/data/items")).hasToString("$.data.items");
    assertThat(items.hashCode()).isEqualTo(PathExpression.parse("/data/items").hashCode());
    assertThat(id.startsWith(items)).isTrue();
    assertThat(items.startsWith(id)).isFalse();
    assertThat(id.startsWith(PathExpression.parse("$.dat"))).isFalse();
    assertThat(id.relativeTo(items)).hasToString("$[0].id");
    assertThat(id.relativeTo(id).isRoot()).isTrue();
    assertThat(id.isRoot()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> items.relativeTo(id))
        .withMessage("$.data.items does not start with $.data.items[0].id");
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsShownIsReadBackAsTheSamePath(long seed) {
    PathExpression path =
        PathExpression.of(Stream.generate(stepsOf(new Random(seed))).limit(4).toList());
    assertThat(PathExpression.parse(path.toString())).isEqualTo(path);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPointerToAnyNameLeadsThere(long seed) {
    Random random = new Random(seed);
    List<String> names = Stream.generate(() -> name(random) + "x").limit(3).toList();
    String pointer = names.stream()
        .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
    assertThat(PathExpression.parse(pointer).steps())
        .isEqualTo(names.stream().map(Name::new).toList());
  }

  private static java.util.function.Supplier<PathExpression.Step> stepsOf(Random random) {
    return () -> switch (random.nextInt(4)) {
      case 0 -> new Name(name(random));
      case 1 -> new Index(random.nextInt());
      case 2 -> new Where(name(random), new Literal(false, "" + random.nextInt()));
      default -> new Where(name(random), new Literal(true, name(random)));
    };
  }

  private static String name(Random random) {
    String characters = "ab_-.$@'\"\\/~[]?*: \n\t\u0000\u001f\u007f\u00e9\u2028\ud834\udd1e01";
    return random
        .ints(random.nextInt(6), 0, characters.codePointCount(0, characters.length()))
        .mapToObj(i -> Character.toString(characters.codePoints().toArray()[i]))
        .collect(Collectors.joining());
  }
}
