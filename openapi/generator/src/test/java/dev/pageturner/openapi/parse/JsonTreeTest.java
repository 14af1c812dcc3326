package dev.pageturner.openapi.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
  private final Problems problems = new Problems();

  @Test
  void numbersKeepTheirDigits() throws Exception {
    assertThat(object("{\"a\": 9007199254740993, \"b\": 1e400, \"c\": 1.0}").text("a"))
        .contains("9007199254740993");
    assertThat(object("{\"b\": 1e400}").text("b")).contains("1e400");
  }

  @Test
  void escapesAreUndone() throws Exception {
    assertThat(object("{\"a\": \"\\u00e9\\n\\\"\\/\\ud83d\\ude00 x\"}").text("a"))
        .contains("é\n\"/😀 x");
  }

  @Test
  void aNodeKnowsItsLineAndPointer() throws Exception {
    Node node = object("{\n \"a\": [\n  1,\n  {\"b/c\": 2}]}").list("a").get(1);

    assertThat(node.asObject().orElseThrow().get("b/c").location())
        .hasToString("api.json:4 #/a/1/b~1c");
  }

  @Test
  void aNameThatStandsTwiceIsAProblem() throws Exception {
    object("{\"a\": 1,\n\"a\": 2}");

    assertThat(problems.all())
        .singleElement()
        .hasToString("api.json:2 #/a: the name stands twice in one object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "[1 2]",
        "01",
        "+1",
        ".5",
        "1.",
        "NaN",
        "tru",
        "\"a",
        "\"\t\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "[1]]",
        "{\"a\" 1}",
        "// x\n{}",
        "\"\\u１２３４\""
      })
  void whatIsNoJsonIsRefused(String text) {
    assertThatThrownBy(() -> JsonTree.read("api.json", text, problems))
        .isInstanceOf(SyntaxException.class);
  }

  @Test
  void nestingHasALimit() {
    assertThatThrownBy(() -> JsonTree.read("api.json", "[".repeat(100_000), problems))
        .hasMessage("nested deeper than 500 levels");
  }

  private ObjectNode object(String text) throws SyntaxException {
    return JsonTree.read("api.json", text, problems).asObject().orElseThrow();
  }
}
