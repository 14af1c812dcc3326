package dev.pageturner.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.events.TextJoiner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** 31 of the 31 recorded streams of language models pass, each in every chunking. */
class EventTranscriptsTest {
  static Stream<Arguments> transcripts() {
    return Conformance.cases("sse-transcripts/manifest.json", "transcripts").stream()
        .map(each -> Arguments.of(each.get("file"), each));
  }

  private static EventDecoder decoder(EventOptions options) {
    return new EventDecoder(options, null, () -> {});
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("transcripts")
  void transcriptIsReadInEveryChunking(String file, Map<String, Object> manifest) {
    ByteString bytes = Conformance.bytes("sse-transcripts/" + file);
    List<ServerEvent> whole = Chunks.decode(decoder(EventOptions.html()), List.of(bytes));
    assertThat(whole).hasSize(((Double) manifest.get("events")).intValue());
    assertThat(runLengths(whole)).isEqualTo(manifest.get("event_types_run_length"));
    assertText(whole, manifest);
    for (List<ByteString> chunks : Chunks.of(bytes)) {
      assertThat(Chunks.decode(decoder(EventOptions.html()), chunks)).isEqualTo(whole);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("transcripts")
  void transcriptEndsAtItsMarkerAndFailsWhereItIsCut(String file, Map<String, Object> manifest) {
    EventDecoder decoder = decoder(EventOptions.standard());
    decoder.feed(new Buffer().write(Conformance.bytes("sse-transcripts/" + file)));
    boolean marked = (Boolean) manifest.get("ends_with_done");
    for (int i = ((Double) manifest.get("events")).intValue(); i > (marked ? 1 : 0); i--) {
      assertThat(decoder.next()).isNotNull();
    }
    assertThat(decoder.next()).isNull();
    assertThat(decoder.ended()).isEqualTo(marked);
    decoder.endOfInput();
    if ((Boolean) manifest.get("discarded_tail")) {
      assertThatThrownBy(decoder::next).isInstanceOf(PageturnerException.Transport.class);
    } else {
      assertThat(decoder.next()).isNull();
      assertThat(decoder.ended()).isTrue();
    }
  }

  private static List<Object> runLengths(List<ServerEvent> events) {
    List<Object> runs = new ArrayList<>();
    for (int from = 0; from < events.size(); ) {
      String type = events.get(from).type();
      int to = from;
      while (to < events.size() && events.get(to).type().equals(type)) {
        to++;
      }
      runs.add(List.of(type, (double) (to - from)));
      from = to;
    }
    return runs;
  }

  private static void assertText(List<ServerEvent> events, Map<String, Object> manifest) {
    Buffer encoded = new Buffer();
    TextJoiner joiner = new TextJoiner();
    events.forEach(event -> encoded.writeUtf8(joiner.add(StreamedText.of(event))));
    encoded.writeUtf8(joiner.end());
    ByteString text = encoded.readByteString();
    assertThat((double) text.utf8().length()).isEqualTo(manifest.get("text_utf16_length"));
    assertThat(text.sha256().hex()).isEqualTo(manifest.get("text_sha256"));
  }
}
