package dev.pageturner.openapi.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.ScalarNode.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTreeTest {
  private final Problems problems = new Problems();

  @ParameterizedTest(name = "{0} is a {1}, {2}")
  @CsvSource(textBlock = """
      # written,   kind,    value
      2024-04-31,  STRING,  2024-04-31
      2024-10-01,  STRING,  2024-10-01
      on,          STRING,  on
      off,         STRING,  off
      yes,         STRING,  yes
      no,          STRING,  no
      NO,          STRING,  NO
      y,           STRING,  y
      1:30,        STRING,  1:30
      1_000,       STRING,  1_000
      '!!str 12',  STRING,  12
      '"12"',      STRING,  12
      .inf,        STRING,  .inf
      1.2.3,       STRING,  1.2.3
      +1,          NUMBER,  1
      012,         NUMBER,  012
      0o17,        NUMBER,  15
      0xff,        NUMBER,  255
      -1.5e3,      NUMBER,  -1.5e3
      9007199254740993, NUMBER, 9007199254740993
      True,        BOOLEAN, true
      FALSE,       BOOLEAN, false
      ~,           NULL,    null
      Null,        NULL,    null
      """)
  void plainScalarsFollowTheCoreSchema(String written, Kind kind, String value) throws Exception {
    ScalarNode scalar = (ScalarNode) read("a: " + written).get("a");

    assertThat(scalar.kind()).isEqualTo(kind);
    assertThat(scalar.value()).isEqualTo(value);
  }

  @Test
  void keysAreTextWhateverTheyLookLike() throws Exception {
    assertThat(
            read("{NO: 1, on: 2, 1e3: 3, 2001-01-01: 4, ~: 5, y: 6}").members().keySet())
        .containsExactly("NO", "on", "1e3", "2001-01-01", "~", "y");
  }

  @Test
  void aliasesStandForTheirAnchor() throws Exception {
    ObjectNode root = read("a: &x {b: 1}\nc: *x\n");

    assertThat(root.get("c")).isSameAs(root.get("a"));
  }

  @Test
  void mergeKeysFillInWhatIsMissing() throws Exception {
    ObjectNode root = read("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\n");

    assertThat(root.object("d").orElseThrow().text("b")).contains("1");
    assertThat(root.object("d").orElseThrow().text("c")).contains("3");
  }

  @Test
  void aNodeKnowsItsLineAndPointer() throws Exception {
    ObjectNode root = read("paths:\n  /a~b:\n    get: [1,\n      2]\n");

    ObjectNode path = root.object("paths").orElseThrow().object("/a~b").orElseThrow();
    assertThat(path.list("get").get(1).location()).hasToString("api.yaml:4 #/paths/~1a~0b/get/1");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(delimiter = '|', textBlock = """
      a: &x [*x]                               | stands inside its own anchor
      a: *x                                    | unknown alias
      a: !!java.net.URL [x]                    | a YAML tag is used
      a: !mine 1                               | a YAML tag is used
      a: [1                                    | not YAML
      {[1]: 2}                                 | a key is not a plain text
      '--- {a: 1}\n--- {b: 2}'                 | a second YAML document
      ''                                       | the file is empty
      """)
  void whatCannotBeReadIsSaidInWords(String text, String message) {
    assertThatThrownBy(() -> YamlTree.read("api.yaml", text.replace("\\n", "\n"), problems))
        .isInstanceOf(SyntaxException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aliasesThatMultiplyEndQuickly() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 30; i++) {
      String last = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]%n"
          .formatted(i, i, String.join(",", java.util.Collections.nCopies(10, last))));
    }

    assertThatThrownBy(() -> YamlTree.read("api.yaml", bomb.toString(), problems))
        .hasMessageContaining("aliases expand to more than");
  }

  @Test
  void nestingHasALimit() {
    assertThatThrownBy(
            () -> YamlTree.read("api.yaml", "[".repeat(2000) + "]".repeat(2000), problems))
        .hasMessage("nested deeper than 500 levels");
  }

  @Test
  void aDocumentOfManyMegabytesHasNoLimitOfThreeMillionCharacters() throws Exception {
    String line = "- " + "x".repeat(98) + "\n";
    ObjectNode root = read("a:\n" + line.repeat(40_000));

    assertThat(root.list("a")).hasSize(40_000);
  }

  private ObjectNode read(String text) throws SyntaxException {
    return YamlTree.read("api.yaml", text, problems).asObject().orElseThrow();
  }
}
