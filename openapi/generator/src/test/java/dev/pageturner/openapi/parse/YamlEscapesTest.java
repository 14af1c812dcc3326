package dev.pageturner.openapi.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All escapes of YAML 1.2, section 5.7, are read in text in double quotes, and only there. */
class YamlEscapesTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(quoteCharacter = '|', textBlock = """
      \\0, 0
      \\a, 7
      \\b, 8
      \\t, 9
      \\n, a
      \\v, b
      \\f, c
      \\r, d
      \\e, 1b
      \\", 22
      \\/, 2f
      \\\\, 5c
      \\N, 85
      \\_, a0
      \\L, 2028
      \\P, 2029
      \\x41, 41
      \\u263a, 263a
      \\U0001F600, 1f600
      """)
  void eachEscapeIsItsCharacter(String escape, String character) {
    String text = text("\"\uD83D\uDE00a" + escape + escape + "b\"");

    String once = Character.toString(Integer.parseInt(character, 16));
    assertThat(text).isEqualTo("\uD83D\uDE00a" + once + once + "b");
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '|', textBlock = """
      '\\P{L}\\N'
      \\P{L}\\N
      """)
  void elsewhereABackslashIsABackslash(String written) {
    assertThat(text(written)).isEqualTo("\\P{L}\\N");
  }

  private String text(String written) {
    return TreeReader.read(Documents.write(folder, "a.yaml", "a: " + written + "\n"))
        .asObject()
        .flatMap(root -> root.text("a"))
        .orElseThrow();
  }
}
