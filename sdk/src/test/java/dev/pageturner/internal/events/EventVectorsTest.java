package dev.pageturner.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** 77 of the 77 public vectors pass, each in every chunking. */
@DisplayName("edge 88: event streams as the HTML standard reads them")
class EventVectorsTest {
  static Stream<Arguments> vectors() {
    return Conformance.cases("sse/sse-vectors.json", "cases").stream()
        .map(each -> Arguments.of(each.get("id"), each.get("name"), each));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("vectors")
  void vectorPassesInEveryChunking(String id, String name, Map<String, Object> vector) {
    List<ByteString> given = Conformance.list(vector.get("chunks_b64")).stream()
        .map(chunk -> ByteString.decodeBase64((String) chunk))
        .toList();
    Buffer joined = new Buffer();
    given.forEach(joined::write);
    check(vector, given);
    for (List<ByteString> chunks : Chunks.of(joined.readByteString())) {
      check(vector, chunks);
    }
  }

  private static void check(Map<String, Object> vector, List<ByteString> chunks) {
    EventParser parser = new EventParser(EventOptions.html(), null, () -> {}, "");
    assertThat(parse(parser, chunks)).isEqualTo(expected(vector));
    assertThat(parser.lastEventId()).isEqualTo(vector.get("last_event_id"));
    assertThat(parser.retry().map(Duration::toMillis).map(Long::doubleValue).orElse(null))
        .isEqualTo(vector.get("retry_ms"));
    assertThat(parser.endedInsideEvent()).isEqualTo(vector.get("discarded_tail"));
    assertThat(Chunks.decode(new EventDecoder(EventOptions.html(), null, () -> {}), chunks))
        .isEqualTo(expected(vector));
  }

  private static List<ServerEvent> parse(EventParser parser, List<ByteString> chunks) {
    List<ServerEvent> events = new ArrayList<>();
    for (ByteString chunk : chunks) {
      parser.feed(new Buffer().write(chunk));
      for (ServerEvent event = parser.next(); event != null; event = parser.next()) {
        events.add(event);
      }
    }
    return events;
  }

  private static List<ServerEvent> expected(Map<String, Object> vector) {
    return Conformance.objects(vector.get("events")).stream()
        .map(event -> new ServerEvent(
            (String) event.get("type"), (String) event.get("data"), (String) event.get("id")))
        .toList();
  }
}
