package dev.pageturner.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Random;
import java.util.stream.LongStream;
import okio.Buffer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextJoinerTest {
  private final TextJoiner joiner = new TextJoiner();

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @Test
  @DisplayName("edge 114: a surrogate pair cut over two events is joined before it is encoded")
  void surrogatePairCutOverTwoEventsIsJoined() throws IOException {
    JsonAdapter<String> json = new Moshi.Builder().build().adapter(String.class);
    String first = json.fromJson("\"so \\ud83d\"");
    String second = json.fromJson("\"\\ude00!\"");
    Buffer encoded = new Buffer();
    encoded.writeUtf8(joiner.add(first)).writeUtf8(joiner.add(second)).writeUtf8(joiner.end());
    assertThat(encoded.readByteString().hex()).isEqualTo("736f20f09f988021");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyCutGivesTheSameTextInPiecesThatEndWithWholeCharacters(long seed) {
    Random random = new Random(seed);
    String text = random
        .ints(40, 0, 4)
        .mapToObj(each -> each == 0 ? "\uD83D\uDE00" : each == 1 ? "\u00e9" : "a")
        .reduce("", String::concat);
    StringBuilder joined = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + random.nextInt(4));
      String piece = joiner.add(text.substring(at, end));
      assertThat(new Buffer().writeUtf8(piece).readUtf8()).isEqualTo(piece);
      joined.append(piece);
      at = end;
    }
    assertThat(joined.append(joiner.end())).hasToString(text);
  }

  @Test
  void halfThatNeverGetsItsOtherHalfComesAtTheEnd() {
    assertThat(joiner.add("a\uD83D")).isEqualTo("a");
    assertThat(joiner.add("")).isEmpty();
    assertThat(joiner.add("\uD83D")).isEqualTo("\uD83D");
    assertThat(joiner.end()).isEqualTo("\uD83D");
    assertThat(joiner.end()).isEmpty();
  }
}
