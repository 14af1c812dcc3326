package dev.pageturner.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import java.util.List;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventBoundsTest {
  private static EventDecoder decoder(int maxLineBytes, int maxEventBytes) {
    EventOptions options = new EventOptions.Builder()
        .maxLineBytes(maxLineBytes)
        .maxEventBytes(maxEventBytes)
        .build();
    return new EventDecoder(options, null, () -> {});
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
          data: 12345              | line 1 is longer than 10 bytes
          data: 12345\\n\\n        | line 1 is longer than 10 bytes
          :a comment!              | line 1 is longer than 10 bytes
          zzzzzzzzzzz              | line 1 is longer than 10 bytes
          \\n\\r\\n:a comment!\\r   | line 3 is longer than 10 bytes
          data:1\\n\\ndata:\\ndata:\\ndata:\\ndata: | the event that goes on in line 6 is larger than 20 bytes
          id:1\\nid:2\\nid:3\\nid:4\\nid:5\\n | the event that goes on in line 5 is larger than 20 bytes
          """)
  void lineOrEventWithoutEndIsAnErrorAtItsBound(String stream, String message) {
    String unescaped = stream.replace("\\n", "\n").replace("\\r", "\r");
    ByteString bytes = ByteString.encodeUtf8(unescaped);
    for (List<ByteString> chunks : Chunks.of(bytes)) {
      PageturnerException failure = catchThrowableOfType(
          PageturnerException.class, () -> Chunks.decode(decoder(10, 20), chunks));
      assertThat(failure).hasMessage(message);
      assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    }
  }

  @Test
  void whatIsAsLargeAsItsBoundPasses() {
    ByteString bytes = ByteString.encodeUtf8("data: 1234\ndata:789\n\n:23456789\ndata: 1234\n\n");
    for (List<ByteString> chunks : Chunks.of(bytes)) {
      assertThat(Chunks.decode(decoder(10, 20), chunks))
          .extracting(ServerEvent::data)
          .containsExactly("1234\n789", "1234");
    }
  }

  @Test
  void endlessLineIsRefusedAsSoonAsItPassesTheBound() {
    EventDecoder decoder = decoder(1 << 20, 1 << 20);
    Buffer some = new Buffer();
    int fed = 0;
    PageturnerException failure = null;
    while (failure == null) {
      fed += 8192;
      decoder.feed(some.write(new byte[8192]));
      failure = catchThrowableOfType(PageturnerException.class, decoder::next);
    }
    assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(fed).isEqualTo((1 << 20) + 8192);
  }

  @Test
  void commentsWithoutEndFillNothing() {
    EventDecoder decoder = decoder(100, 100);
    ByteString comment = ByteString.encodeUtf8(": keep-alive\n\n");
    for (int i = 0; i < 100_000; i++) {
      decoder.feed(new Buffer().write(comment));
      assertThat(decoder.next()).isNull();
    }
  }
}
