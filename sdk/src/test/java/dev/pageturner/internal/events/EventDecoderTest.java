package dev.pageturner.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {
  private static final EventOptions STANDARD = EventOptions.standard();
  private static final EventOptions DONE =
      STANDARD.newBuilder().endMarkers(Set.of("[DONE]")).build();
  private static final EventOptions STOP =
      STANDARD.newBuilder().endTypes(Set.of("stop")).build();
  private static final RequestInfo REQUEST = new RequestInfo("POST", "/chat", 1);

  private final List<String> data = new ArrayList<>();

  private EventDecoder read(EventOptions options, String stream) {
    EventDecoder decoder = new EventDecoder(options, REQUEST, () -> {});
    decoder.feed(new Buffer().writeUtf8(stream));
    decoder.endOfInput();
    for (ServerEvent next = decoder.next(); next != null; next = decoder.next()) {
      data.add(next.data());
    }
    return decoder;
  }

  private PageturnerException failure(EventOptions options, String stream) {
    PageturnerException failure =
        catchThrowableOfType(PageturnerException.class, () -> read(options, stream));
    assertThat(failure).as(stream).isNotNull();
    assertThat(failure.request()).contains(REQUEST);
    return failure;
  }

  @Test
  void markerEndsTheStreamAndIsNotDelivered() {
    EventDecoder decoder = read(DONE, "data: a\n\ndata: [DONE]\n\ndata: b\n\n");
    assertThat(data).containsExactly("a");
    assertThat(decoder.ended()).isTrue();
    assertThat(decoder.events()).isEqualTo(1);
  }

  @Test
  void endTypeEndsTheStreamAndIsDelivered() {
    read(STOP, "data: a\n\nevent: stop\ndata: all\n\ndata: b\n\n");
    assertThat(data).containsExactly("a", "all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "data: a\n\n", "data: a\n\n: bye\n", "data: a\n\n: by"})
  void missingMarkerIsNoSuccess(String stream) {
    PageturnerException failure = failure(DONE, stream);
    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(failure)
        .hasMessage("the event stream ended without its end marker, after event " + data.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: b", "data: b\n", "data: b\r", "event: x\n", "id: 1\n", "d", "id"})
  void streamThatStopsInsideAnEventIsNoSuccess(String tail) {
    PageturnerException failure = failure(STANDARD, "data: a\n\n" + tail);
    assertThat(data).containsExactly("a");
    assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
    assertThat(failure)
        .hasMessage("the event stream ended in the middle of an event, after event 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: b", "data: b\n", "data: b\r\n", "id: 1", "garbage"})
  void streamThatStopsInsideAnEventEndsQuietlyWhereAsked(String tail) {
    EventOptions lenient = STANDARD.newBuilder().cutIgnored(true).build();
    EventDecoder decoder = read(lenient, "data: a\n\n" + tail);
    assertThat(data).containsExactly("a");
    assertThat(decoder.ended()).isTrue();
    assertThat(decoder.lastEventId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r", "\r\n"})
  void markerWithoutItsBlankLineIsTheEndNevertheless(String lineEnd) {
    assertThat(read(DONE, "data: a\n\ndata: [DONE]" + lineEnd).ended()).isTrue();
    assertThat(data).containsExactly("a");
  }

  @Test
  void halfAMarkerIsACutEvent() {
    assertThat(failure(DONE, "data: [DON").kind()).isEqualTo(Kind.TRANSPORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"error\":{\"message\":\"bad key\"}}\n\n", "{\"error\":1}", "<html>\n<body>"})
  void responseThatIsNoEventStreamIsAnError(String body) {
    PageturnerException failure = failure(STANDARD, body);
    assertThat(failure.kind()).isEqualTo(Kind.PARSE);
    assertThat(failure).hasMessage("the response is no event stream: it has lines, but no event");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", ": nothing today\n\n", "\uFEFF", "retry: 5\n\n"})
  void streamWithoutEventsIsComplete(String body) {
    assertThat(read(STANDARD, body).ended()).isTrue();
    assertThat(data).isEmpty();
  }

  @Test
  void errorEventIsAnErrorWithoutItsData() {
    PageturnerException failure =
        failure(STANDARD, "data: a\n\nevent: error\ndata: {\"secret\":1}\n\ndata: b\n\n");
    assertThat(data).containsExactly("a");
    assertThat(failure.kind()).isEqualTo(Kind.API_ERROR);
    assertThat(failure).hasMessage("the server reports an error: event 2 is of type error");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
          {"error":{"message":"overloaded"}}  | true
          {"error":"overloaded"}              | true
          {"error":429}                       | true
          {"error":true}                      | true
          {"error":[]}                        | true
          { "type" : [1,{}], "error" : {} }   | true
          {"error":null}                      | false
          {"error":false}                     | false
          {"error":""}                        | false
          {"response":{"error":{"code":1}}}   | false
          {"text":"the \\"error\\" of my ways"} | false
          ["error"]                           | false
          "error"                             | false
          {"error"                            | false
          {"error":                           | false
          {"text":"error"}                    | false
          """)
  void errorMemberIsAnErrorWhereItSaysSomething(String json, boolean error) {
    if (error) {
      PageturnerException failure = failure(STANDARD, "data: " + json + "\n\n");
      assertThat(failure.kind()).isEqualTo(Kind.API_ERROR);
      assertThat(failure).hasMessage("the server reports an error: event 1 has a member error");
    } else {
      read(STANDARD, "data: " + json + "\n\n");
      assertThat(data).containsExactly(json);
    }
  }

  @Test
  void errorsAreEventsWhereAsked() {
    read(EventOptions.html(), "event: error\ndata: {\"error\":1}\n\n");
    assertThat(data).containsExactly("{\"error\":1}");
  }

  @Test
  void errorComesAgainWhenAskedAgain() {
    EventDecoder decoder = new EventDecoder(STANDARD, null, () -> {});
    decoder.feed(new Buffer().writeUtf8("event: error\ndata:\n\ndata: b\n\n"));
    PageturnerException first = catchThrowableOfType(PageturnerException.class, decoder::next);
    PageturnerException second = catchThrowableOfType(PageturnerException.class, decoder::next);
    assertThat(second).isNotNull().isSameAs(first);
    assertThat(decoder.ended()).isFalse();
  }

  @Test
  void commentsAreSignsOfLife() {
    AtomicInteger lines = new AtomicInteger();
    EventDecoder decoder = new EventDecoder(STANDARD, null, lines::incrementAndGet);
    decoder.feed(new Buffer().writeUtf8(":\n: still here\r\n:half"));
    assertThat(decoder.next()).isNull();
    assertThat(lines).hasValue(2);
    decoder.feed(new Buffer().writeUtf8("\n"));
    assertThat(decoder.next()).isNull();
    assertThat(lines).hasValue(3);
  }

  @Test
  void streamThatGoesOnKnowsItsLastEvent() {
    EventDecoder decoder = new EventDecoder(STANDARD, null, () -> {}, "7");
    decoder.feed(new Buffer().writeUtf8("data: a\n\nid: 8\n\nid: 9\n"));
    assertThat(decoder.next()).isEqualTo(new ServerEvent("message", "a", "7"));
    assertThat(decoder.next()).isNull();
    assertThat(decoder.lastEventId()).isEqualTo("8");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "0, 0",
    "500, 500",
    "007, 7",
    "9223372036854775807, 9223372036854775807",
    "99999999999999999999999, 9223372036854775807",
    "'', -1",
    "1.5, -1",
    "1e3, -1",
    "0x10, -1"
  })
  void retryIsDigitsAndNeverOverflows(String field, long millis) {
    EventDecoder decoder = read(STANDARD, "retry: " + field + "\n\n");
    assertThat(decoder.retry().map(each -> each.toMillis()).orElse(-1L)).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void eventComesWithItsBlankLineAndWaitsForNothingElse(String end) {
    String event = "data: a" + end + end;
    int needed = event.length() - (end.length() - 1);
    EventDecoder decoder = new EventDecoder(STANDARD, null, () -> {});
    for (int i = 0; i < needed; i++) {
      assertThat(decoder.next()).isNull();
      decoder.feed(new Buffer().writeByte(event.charAt(i)));
    }
    assertThat(decoder.next()).isNotNull();
    decoder.feed(new Buffer().write(ByteString.encodeUtf8("\ndata: b\r\r")));
    assertThat(decoder.next()).isNotNull();
  }
}
