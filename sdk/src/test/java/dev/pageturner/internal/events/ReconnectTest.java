package dev.pageturner.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.events.EventOptions;
import dev.pageturner.internal.events.Reconnect.Again;
import dev.pageturner.internal.events.Reconnect.Complete;
import dev.pageturner.internal.events.Reconnect.End;
import dev.pageturner.internal.events.Reconnect.Ended;
import dev.pageturner.internal.events.Reconnect.Fail;
import dev.pageturner.internal.events.Reconnect.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("edge 88: a stream is connected again only where that is safe")
class ReconnectTest {
  private static final EventOptions STANDARD = EventOptions.standard();
  private static final EventOptions REQUIRED =
      STANDARD.newBuilder().endMarkers(Set.of("[DONE]")).build();
  private static final EventOptions FOLLOW = STANDARD.newBuilder().follow(true).build();

  private static Reconnect decide(EventOptions options, Ended ended) {
    return Reconnect.decide(ended, options, new Random(1));
  }

  private static Ended get(End end, boolean delivered, String id) {
    return new Ended(end, true, delivered, false, id, Optional.empty(), 0);
  }

  private static Ended post(End end) {
    return new Ended(end, false, false, false, "7", Optional.empty(), 0);
  }

  private static Ended broken(int reconnects) {
    return new Ended(End.BROKEN, true, true, false, "7", Optional.empty(), reconnects);
  }

  private static String name(Reconnect decision) {
    return decision instanceof Fail fail
        ? fail.reason().name()
        : decision.getClass().getSimpleName();
  }

  @ParameterizedTest(name = "{0}, delivered {1}, id ''{2}'': {3}, required {4}, follow {5}")
  @CsvSource(textBlock = """
          # end,     delivered, id, standard,         end required,     follow
          MARKED,     true,     7,  Complete,         Complete,         Complete
          NO_CONTENT, true,     7,  Complete,         Complete,         Complete
          NO_CONTENT, false,    '', Complete,         Complete,         Complete
          CLEAN,      true,     7,  Complete,         Again,            Again
          CLEAN,      true,     '', Complete,         POSITION_UNKNOWN, POSITION_UNKNOWN
          CLEAN,      false,    '', Complete,         Again,            Again
          BROKEN,     true,     7,  Again,            Again,            Again
          BROKEN,     true,     '', POSITION_UNKNOWN, POSITION_UNKNOWN, POSITION_UNKNOWN
          BROKEN,     false,    '', Again,            Again,            Again
          """)
  void getIsConnectedAgainWhereNothingIsLostOrDoubled(
      End end, boolean delivered, String id, String standard, String required, String follow) {
    Ended ended = get(end, delivered, id);
    assertThat(name(decide(STANDARD, ended))).isEqualTo(standard);
    assertThat(name(decide(REQUIRED, ended))).isEqualTo(required);
    assertThat(name(decide(FOLLOW, ended))).isEqualTo(follow);
  }

  @ParameterizedTest
  @EnumSource(End.class)
  void postIsNeverConnectedAgain(End end) {
    Reconnect failed = new Fail(Reason.NOT_REPEATABLE);
    boolean over = end == End.MARKED || end == End.NO_CONTENT;
    assertThat(decide(REQUIRED, post(end))).isEqualTo(over ? new Complete() : failed);
    assertThat(decide(FOLLOW, post(end))).isEqualTo(over ? new Complete() : failed);
    assertThat(decide(STANDARD, post(end))).isEqualTo(end == End.BROKEN ? failed : new Complete());
  }

  @Test
  void idGoesBackWithTheRequest() {
    Again again = (Again) decide(STANDARD, get(End.BROKEN, true, "7"));
    assertThat(again.lastEventId()).contains("7");
    Again first = (Again) decide(STANDARD, get(End.BROKEN, false, ""));
    assertThat(first.lastEventId()).isEmpty();
  }

  @Test
  void numberIsAskedForInPlaceOfTheId() {
    for (String id : new String[] {"", "7"}) {
      Ended ended = new Ended(End.BROKEN, true, true, true, id, Optional.empty(), 0);
      assertThat(((Again) decide(STANDARD, ended)).lastEventId()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" 7", "7 ", "a\tb", "a\u0001", "a\u007f", "a\u0085b"})
  void idThatIsNoHeaderValueIsNotSent(String id) {
    assertThat(LastEventId.sendable(id)).isEmpty();
    assertThat(name(decide(STANDARD, get(End.BROKEN, true, id)))).isEqualTo("POSITION_UNKNOWN");
    assertThat(((Again) decide(STANDARD, get(End.BROKEN, false, id))).lastEventId())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "a b", "a%0d%0aX-Evil: 1", "\u2026", "{\"a\":1}"})
  void idThatIsAHeaderValueIsSent(String id) {
    assertThat(LastEventId.sendable(id)).contains(id);
  }

  @Test
  void idLongerThanServersTakeIsNotSent() {
    assertThat(LastEventId.sendable("x".repeat(2048))).isPresent();
    assertThat(LastEventId.sendable("x".repeat(2049))).isEmpty();
  }

  @ParameterizedTest(name = "at most {0}, the {1}. time: {2}")
  @CsvSource({"4, 0, Again", "4, 3, Again", "4, 4, ATTEMPTS_USED_UP", "0, 0, ATTEMPTS_USED_UP"})
  void brokenStreamIsConnectedAgainABoundedNumberOfTimes(int most, int reconnects, String what) {
    EventOptions options = STANDARD.newBuilder().maxReconnects(most).build();
    assertThat(name(decide(options, broken(reconnects)))).isEqualTo(what);
  }

  @Test
  void quietFeedIsFollowedForEver() {
    Ended ended = new Ended(End.CLEAN, true, true, false, "7", Optional.empty(), 1_000_000);
    assertThat(decide(FOLLOW, ended)).isInstanceOf(Again.class);
  }

  @ParameterizedTest(name = "retry {0}, {1} times: {2}")
  @CsvSource(textBlock = """
          # retry, reconnects, wait
          ,                          0,  PT1S
          ,                          1,  PT2S
          ,                          3,  PT8S
          ,                          40, PT1M
          PT0S,                      0,  PT1S
          PT0.5S,                    0,  PT1S
          PT5S,                      0,  PT5S
          PT5S,                      2,  PT20S
          PT59S,                     1,  PT1M
          PT1M,                      5,  PT1M
          PT2562047788015215H,       0,  PT1M
          """)
  void waitIsWhatTheServerAsksForWithinTheBounds(Duration retry, int reconnects, Duration wait) {
    EventOptions options = STANDARD
        .newBuilder()
        .maxReconnects(100)
        .reconnectWait(Duration.ofSeconds(1), Duration.ofMinutes(1))
        .build();
    Ended ended =
        new Ended(End.BROKEN, true, true, false, "7", Optional.ofNullable(retry), reconnects);
    for (long seed = 0; seed < 200; seed++) {
      Again again = (Again) Reconnect.decide(ended, options, new Random(seed));
      assertThat(again.delay()).isBetween(wait, wait.plus(wait.dividedBy(2)));
    }
  }

  @Test
  void noTwoThirdsOfAThousandReconnectsFallIntoOneWindow() {
    long[] millis = LongStream.range(0, 1_000)
        .map(seed -> ((Again) Reconnect.decide(broken(0), STANDARD, new Random(seed)))
            .delay()
            .toMillis())
        .sorted()
        .toArray();
    for (int i = 0; i + 666 < millis.length; i++) {
      assertThat(millis[i + 666] - millis[i]).isGreaterThan(50);
    }
  }

  @Test
  void noWaitAtAllWhereAsked() {
    EventOptions eager =
        STANDARD.newBuilder().reconnectWait(Duration.ZERO, Duration.ZERO).build();
    assertThat(((Again) decide(eager, broken(3))).delay()).isZero();
  }
}
