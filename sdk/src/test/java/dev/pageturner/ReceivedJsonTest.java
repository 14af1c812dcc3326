package dev.pageturner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.Types;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceivedJsonTest {
  private final ReceivedJson json = ReceivedJson.with((type, annotations, moshi) -> null);

  @Test
  void aTextDecodesAsAnAnswerDoes() {
    RawJson value = json.read("{\"n\": 12345678901234567890}", RawJson.class);
    List<String> list = json.read("[\"a\"]", Types.newParameterizedType(List.class, String.class));

    assertThat(value).hasToString("{\"n\": 12345678901234567890}");
    assertThat(list).containsExactly("a");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      nonsense  | PARSE  | the payload: not JSON
      ``        | PARSE  | the payload: not JSON
      [1] [2]   | PARSE  | the payload: not JSON
      {"a": 1}  | PARSE  | the payload
      """)
  void whatIsNoSuchValueIsAnErrorThatSaysSo(String text, Kind kind, String message) {
    PageturnerException failure =
        catchThrowableOfType(PageturnerException.class, () -> json.read(text, String.class));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageContaining(message);
  }
}
