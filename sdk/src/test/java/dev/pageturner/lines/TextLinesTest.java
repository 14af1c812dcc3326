package dev.pageturner.lines;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinesTest {
  private static TextLines of(byte[] bytes) {
    return TextLines.from(() -> new ByteArrayInputStream(bytes));
  }

  private static TextLines of(String text) {
    return of(text.getBytes(UTF_8));
  }

  private static List<String> list(TextLines lines) {
    List<String> list = new ArrayList<>();
    lines.forEach(list::add);
    return list;
  }

  @Test
  void givesLinesWithoutTheirEnds() {
    assertThat(list(of("\ufeffa\r\n\n b\rc\u2028d \n\u00e9😀")))
        .containsExactly("a", "", " b\rc\u2028d ", "é😀");
    assertThat(list(of(""))).isEmpty();
    assertThat(list(of("\n"))).containsExactly("");
  }

  @Test
  void whatIsNotUtf8IsAnErrorWithItsPlace() {
    TextLines lines = of("ab\ncd\u00e9\nef\n".getBytes(ISO_8859_1));
    assertThatThrownBy(() -> list(lines))
        .isInstanceOf(PageturnerException.Content.class)
        .hasMessage("stream, line 2 (at byte 3): not UTF-8 at byte 5");
    assertThat(list(lines.skipBadLines(bad -> assertThat(bad.number()).isEqualTo(2))))
        .containsExactly("ab", "ef");
    assertThat(list(lines.replaceMalformed())).containsExactly("ab", "cd\ufffd", "ef");
    assertThat(list(lines.charset(ISO_8859_1))).containsExactly("ab", "cdé", "ef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "UTF-32",
        "GB18030",
        "Shift_JIS",
        "IBM1047"
      })
  void readsManyCharsets(String name) {
    Charset charset = Charset.forName(name);
    String text = name.equals("IBM1047") ? "one\ntwo\n\nthree" : "日本\r\n漢字\n\nあ\u30ab";
    assertThat(list(of(text.getBytes(charset)).charset(charset)))
        .isEqualTo(text.lines().toList());
  }

  @Test
  void wideCharsetsAreReadAcrossBuffers() {
    String line = "\u010a😀x".repeat(3000);
    byte[] bytes = ("\ufeff" + line + "\n" + line).getBytes(UTF_16LE);
    assertThat(list(of(bytes).charset(UTF_16))).containsExactly(line, line);
    assertThat(list(of(bytes).charset(UTF_16LE))).containsExactly(line, line);
  }

  @Test
  void whatIsNotInAWideCharsetIsAnError() {
    TextLines lines = of(new byte[] {0, 'a', 0, '\n', (byte) 0xDC, 0, 0, 'b'}).charset(UTF_16BE);
    assertThatThrownBy(() -> list(lines))
        .isInstanceOf(PageturnerException.Content.class)
        .hasMessage("stream, line 2: not in the charset");
    assertThat(list(lines.replaceMalformed())).containsExactly("a", "\ufffdb");
  }

  @Test
  void theLengthOfALineIsBounded() {
    assertThatThrownBy(() -> list(of("abc\nabcd").maxLineLength(3)))
        .isInstanceOf(PageturnerException.Content.class)
        .hasMessage("stream, line 2 (at byte 4): longer than 3 bytes");
  }

  @Test
  void aStreamCanBeIteratedOnce() {
    TextLines lines = TextLines.once(new ByteArrayInputStream("a\nb".getBytes(UTF_8)));
    assertThat(list(lines)).containsExactly("a", "b");
    assertThatThrownBy(lines::iterator).isInstanceOf(IllegalStateException.class);
  }
}
