package dev.pageturner.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A batch is refused only if it is certain that the server took nothing of it. */
class OutcomeTest {
  private static String outcomeOf(Exception failure) {
    BatchSender<Integer> sender = batch -> {
      throw failure;
    };
    BatchOutcome<Integer> outcome = sender.outcomes(List.of(List.of(1))).first().orElseThrow();
    return outcome.getClass().getSimpleName();
  }

  private static PageturnerException status(int status, Duration retryAfter) {
    return new PageturnerException.Status(
        Kind.HTTP_STATUS, "status " + status, status, "", retryAfter, null);
  }

  private static PageturnerException transport(Kind kind, Throwable cause, RequestInfo request) {
    return new PageturnerException.Transport(kind, "no response", cause, request);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "301, Unknown", "302, Unknown", "303, Unknown", "307, Refused", "308, Refused",
    "400, Refused", "401, Refused", "403, Refused", "408, Unknown", "409, Refused",
    "413, Refused", "422, Refused", "429, Refused", "460, Unknown", "499, Unknown",
    "500, Unknown", "501, Refused", "502, Unknown", "503, Unknown", "504, Unknown",
    "505, Refused", "507, Unknown", "511, Refused", "520, Unknown", "999, Unknown",
  })
  void statusesDecide(int status, String outcome) {
    assertThat(outcomeOf(status(status, null))).isEqualTo(outcome);
  }

  @Test
  void anOverloadedServerThatSaysWhenToComeBackTookNothing() {
    assertThat(outcomeOf(status(503, Duration.ofSeconds(1)))).isEqualTo("Refused");
    assertThat(outcomeOf(status(500, Duration.ofSeconds(1)))).isEqualTo("Unknown");
  }

  @Test
  void aStatusThatIsKnownToMeanTheRateLimitTookNothing() {
    PageturnerException limited =
        new PageturnerException.Status(Kind.RATE_LIMITED, "status 503", 503, "", null, null);

    assertThat(outcomeOf(limited)).isEqualTo("Refused");
  }

  static Stream<Arguments> failures() {
    IOException refusedAfterSending = new ConnectException();
    refusedAfterSending.addSuppressed(new IOException("reset"));
    IOException refusedTwice = new ConnectException();
    refusedTwice.addSuppressed(new ConnectException());
    return Stream.of(
        row("no permit", "Refused", new PageturnerException.RateLimited("", Instant.EPOCH, null)),
        row("not trusted", "Refused", transport(Kind.TLS, new IOException(), null)),
        row("reset", "Unknown", transport(Kind.TRANSPORT, new IOException(), null)),
        row("no cause", "Unknown", transport(Kind.TRANSPORT, null, null)),
        row("no server", "Refused", transport(Kind.TRANSPORT, new ConnectException(), null)),
        row("no host", "Refused", transport(Kind.TRANSPORT, new UnknownHostException(), null)),
        row("no server on two routes", "Refused", refusedTwice),
        row("no server, once it was reached", "Unknown", refusedAfterSending),
        row("time limit", "Unknown", transport(Kind.TIMEOUT, new SocketTimeoutException(), null)),
        row("time limit, not sent", "Refused", transport(Kind.TIMEOUT, null, sent(0))),
        row("time limit, sent", "Unknown", transport(Kind.TIMEOUT, null, sent(1))),
        row("cancelled", "Unknown", new PageturnerException.Cancelled("", null, sent(1))),
        row("cancelled, not sent", "Refused", new PageturnerException.Cancelled("", null, sent(0))),
        row("callback", "Unknown", new PageturnerException.Callback("", new IOException())),
        row("storage", "Unknown", new PageturnerException.Storage("", new IOException())),
        row("raw ConnectException", "Refused", new ConnectException()),
        row("raw handshake failure", "Refused", new SSLHandshakeException("")),
        row("raw IOException", "Unknown", new IOException()),
        row("raw timeout", "Unknown", new InterruptedIOException("timeout")),
        row("bug", "Unknown", new NullPointerException()));
  }

  private static Arguments row(String name, String outcome, Exception failure) {
    return Arguments.of(name, outcome, failure);
  }

  private static RequestInfo sent(int attempts) {
    return new RequestInfo("POST", "https://api.example.com/rows", attempts);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("failures")
  void failuresDecide(String name, String outcome, Exception failure) {
    assertThat(outcomeOf(failure)).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "content that is {0}")
  @EnumSource(names = {"PARSE", "PROTOCOL", "TOO_LARGE", "API_ERROR"})
  void anAnswerThatCannotBeUsedIsUnknown(Kind kind) {
    assertThat(outcomeOf(new PageturnerException.Content(kind, "", null, sent(1))))
        .isEqualTo("Unknown");
  }

  @Test
  void aRefusalAfterALostAttemptIsUnknown() {
    PageturnerException conflict = status(409, null);
    conflict.addSuppressed(transport(Kind.TIMEOUT, null, sent(1)));

    assertThat(outcomeOf(conflict)).isEqualTo("Unknown");
  }

  @Test
  void anAttemptThatMayHaveBeenTakenCountsBehindManyRefusals() {
    PageturnerException third = status(429, null);
    PageturnerException second = status(429, null);
    third.addSuppressed(second);
    second.addSuppressed(status(500, null));

    assertThat(outcomeOf(third)).isEqualTo("Unknown");
  }

  @Test
  void aRefusalAfterARefusedAttemptIsARefusal() {
    PageturnerException conflict = status(409, null);
    conflict.addSuppressed(status(429, null));
    conflict.addSuppressed(new ConnectException());

    assertThat(outcomeOf(conflict)).isEqualTo("Refused");
  }

  @Test
  void aTimeoutIsToldFromAnInterrupt() {
    assertThat(SendFailure.of(new InterruptedIOException("timeout")).kind())
        .isEqualTo(Kind.TIMEOUT);

    Thread.currentThread().interrupt();
    assertThat(SendFailure.of(new InterruptedIOException("timeout")).kind())
        .isEqualTo(Kind.CANCELLED);
    assertThat(Thread.interrupted()).isTrue();
  }
}
