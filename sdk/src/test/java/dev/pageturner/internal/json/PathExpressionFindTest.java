package dev.pageturner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import okio.Buffer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathExpressionFindTest {
  @ParameterizedTest(name = "{0} in {1} is {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a             | {"a":1}                                     | 1
        a             | {"b":[[[]]],"a":"x\\"y"}                    | "x\\"y"
        a             | {"a":{"b" : [1, 2 ] } }                     | {"b" : [1, 2 ] }
        a             | {"a":null}                                  | null
        a             | {"a":true,"a":false}                        | true
        a.b           | {"a":{"c":1},"b":2}                         |
        a.b           | {"a":[{"b":1}]}                             |
        a.b           | {"a":"b"}                                   |
        a.b           | {"a":null}                                  |
        a             | []                                          |
        a             | 7                                           |
        $             | 7                                           | 7
        $             | "x"                                         | "x"
        $             | [1,{}]                                      | [1,{}]
        $[0]          | []                                          |
        $[1]          | [1,[2],3]                                   | [2]
        $[-1]         | [1,2,{"a":3}]                               | {"a":3}
        $[-3].a       | [{"a":"one"},2,3]                           | "one"
        $[-4]         | [1,2,3]                                     |
        $[-1]         | []                                          |
        $[-1]         | {"-1":5}                                    | 5
        data[-1].id   | {"data":[{"id":1},{"id":"two"}],"more":1}   | "two"
        data[-1].id   | {"data":[{"id":1},{"name":"two"}]}          |
        data[-1][-1]  | {"data":[[1],[2,3]]}                        | 3
        /0            | {"0":"zero"}                                | "zero"
        /0/1          | [[4,5]]                                     | 5
        l[?r=next].u  | {"l":[{"r":"self","u":1},{"r":"next","u":2}]} | 2
        l[?r=next].u  | {"l":[{"u":1,"r":"self"},{"u":2,"r":"next"}]} | 2
        l[?r=next].u  | {"l":[{"r":"next"},{"r":"next","u":3}]}     | 3
        l[?r=next].u  | {"l":[{"r":"next","u":1},{"r":"next","u":2}]} | 1
        l[?r=next].u  | {"l":[null,3,"next",["next"],{"r":["next"]}]} |
        l[?r=next].u  | {"l":{"a":{"r":"prev","u":1},"b":{"r":"next","u":2}}} | 2
        l[?r=next].u  | {"l":[]}                                    |
        l[?r=next].u  | {"l":"next"}                                |
        l[?r=7].u     | {"l":[{"r":7,"u":1}]}                       | 1
        l[?r==7.0].u  | {"l":[{"r":"7","u":1},{"r":7,"u":2}]}       | 2
        l[?r==1e2].u  | {"l":[{"r":10,"u":1},{"r":100.0,"u":2}]}    | 2
        l[?r==-0].u   | {"l":[{"r":0.00,"u":1}]}                    | 1
        l[?r==1].u    | {"l":[{"r":1e1000000000,"u":1},{"r":true,"u":2}]} |
        l[?r=='7'].u  | {"l":[{"r":7,"u":1},{"r":"7","u":2}]}       | 2
        l[?r=='true'].u | {"l":[{"r":true,"u":1}]}                  |
        l[?r==null].u | {"l":[{"u":1},{"r":"null","u":2}]}          |
        l[?r=true].u  | {"l":[{"r":true,"u":1}]}                    | 1
        l[?r=null].u  | {"l":[{"r":null,"u":1}]}                    | 1
        a[?t=x].b[?t=y].v | {"a":[{"t":"x","b":[]},{"b":[{"v":9,"t":"y"}],"t":"x"}]} | 9
        """)
  void theFirstMatchIsFoundOrNothing(String path, String json, String found) throws IOException {
    assertThat(PathExpression.parse(path).find(new Buffer().writeUtf8(json))).isEqualTo(found);
  }

  @DisplayName("edge 33: the text of a number is kept, whatever its size")
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "123456789012345678901234567890",
    "1.10",
    "1E400",
    "-0",
    "0",
    "1e-7"
  })
  void numbersKeepTheirText(String number) throws IOException {
    Buffer json = new Buffer().writeUtf8("{\"data\":[1.5,2],\"next\":" + number + "}");
    assertThat(PathExpression.parse("next").find(json)).isEqualTo(number);
  }

  @Test
  void whatComesAfterTheValueIsNotRead() throws IOException {
    Buffer json = new Buffer().writeUtf8("{\"next\":\"c1\",\"items\":" + "x".repeat(100_000));
    assertThat(PathExpression.parse("next").find(json)).isEqualTo("\"c1\"");
    assertThat(json.size()).isGreaterThan(80_000);
  }

  @Test
  void whatIsNotJsonIsAnIoException() {
    for (String broken : new String[] {"", "{", "{\"a\"", "<html>", "{'b':1}", "{\"b\":}"}) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> PathExpression.parse("a").find(new Buffer().writeUtf8(broken)));
    }
  }

  @Test
  void tooDeepANestingIsAShortError() {
    Buffer deep = new Buffer().writeUtf8("{\"x\":" + "[".repeat(100_000));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> PathExpression.parse("next").find(deep))
        .withMessage("JSON nested more than 255 levels deep");
  }

  @Test
  void manyElementsBeforeTheLastAreNotKept() throws IOException {
    Buffer json = new Buffer().writeUtf8("[");
    for (int i = 0; i < 100_000; i++) {
      json.writeUtf8("{\"id\":").writeDecimalLong(i).writeUtf8("},");
    }
    json.writeUtf8("{\"id\":\"last\"}]");
    assertThat(PathExpression.parse("$[-1].id").find(json)).isEqualTo("\"last\"");
  }
}
