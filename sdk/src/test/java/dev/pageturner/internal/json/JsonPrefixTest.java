package dev.pageturner.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before JSON is skipped exactly, and nothing else is. */
class JsonPrefixTest {
  private static void skips(String prefix, String rest) throws IOException {
    byte[] bytes = (prefix + rest).getBytes(UTF_8);
    assertThat(JsonPrefix.length(bytes, 0, bytes.length)).isEqualTo(prefix.length());
    byte[] inside = ("x" + prefix + rest + "x").getBytes(UTF_8);
    assertThat(JsonPrefix.length(inside, 1, inside.length - 1)).isEqualTo(prefix.length());
    BufferedSource source = Okio.buffer((Source) new ByteByByte(prefix + rest));
    assertThat(JsonPrefix.skip(source)).isEqualTo(prefix.length());
    assertThat(source.readUtf8()).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ")]}'",
        ")]}',",
        ")]},",
        ")]}",
        "while(1);",
        "while (1);",
        "while(true);",
        "for(;;);",
        "for (;;);",
        "throw 1;",
        "throw(1);",
        "&&&START&&&",
        "{} && ",
        "{}&&",
        "/**/"
      })
  void aKnownPrefixIsSkippedWithItsLineEnd(String prefix) throws IOException {
    for (String end : new String[] {"", "\n", "\r\n"}) {
      for (String rest : new String[] {"{\"a\":1}", "[]", "", " 1", "\"" + prefix + "\""}) {
        skips(prefix + end, rest);
      }
    }
    skips(prefix, "\r{}");
    skips(prefix + "\n", "\n{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{",
        "[1]",
        "{}&",
        "{} ",
        ")]",
        "while(2);",
        "for(;;)",
        "f",
        "false",
        "true",
        "/*",
        "/* x */{}",
        "\n)]}'",
        " )]}'",
        "&&&",
        "\"for(;;);\"",
        "throw 12;",
        "w"
      })
  void nothingElseIs(String document) throws IOException {
    skips("", document);
  }

  @Test
  void onePrefixIsSkippedOnce() throws IOException {
    skips(")]}'\n", ")]}'\n{}");
  }

  @Test
  void aValueIsNotKeptWaiting() throws IOException {
    ByteByByte bytes = new ByteByByte("[1");
    BufferedSource source = Okio.buffer((Source) bytes);

    assertThat(JsonPrefix.skip(source)).isZero();
    assertThat(bytes.read).isEqualTo(1);
  }

  /** A connection that is slow. */
  private static final class ByteByByte implements Source {
    private final Buffer bytes = new Buffer();
    private int read;

    ByteByByte(String text) {
      bytes.writeUtf8(text);
    }

    @Override
    public long read(Buffer sink, long byteCount) {
      read++;
      return bytes.read(sink, 1);
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {
      bytes.clear();
    }
  }
}
