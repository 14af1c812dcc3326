package dev.pageturner.internal.http;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.internal.hints.RefusalBody;
import dev.pageturner.internal.hints.ServerHint;
import dev.pageturner.internal.retry.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Response;
import okio.BufferedSource;

/** What a response with a status other than 2xx says. */
record StatusFacts(Attempt.Answered outcome, String body) {
  private static final int LONGEST_BODY = 16 << 10;

  static StatusFacts of(Response response, ServerHint hint) {
    OptionalLong remaining =
        hint.tightest().map(ServerHint.Quota::remaining).orElse(OptionalLong.empty());
    Optional<Duration> wait = hint.isRefusal() ? hint.delay() : hint.retryAfter();
    String body = beginning(response);
    boolean told = response.code() == 403 && RefusalBody.tellsRateLimit(body);
    return new StatusFacts(new Attempt.Answered(response.code(), wait, remaining, told), body);
  }

  private static String beginning(Response response) {
    BufferedSource source = response.body().source();
    try {
      source.request(LONGEST_BODY);
    } catch (IOException e) {
      // The status says enough: a body that breaks off does not change it.
    }
    long size = Math.min(LONGEST_BODY, source.getBuffer().size());
    return source.getBuffer().snapshot((int) size).utf8();
  }

  PageturnerException.Status error(String shownUrl, RequestInfo request) {
    int status = outcome.status();
    Kind kind = outcome.rateLimited() ? Kind.RATE_LIMITED : Kind.HTTP_STATUS;
    String message = "status " + status + " from " + shownUrl;
    return new PageturnerException.Status(
        kind, message, status, body, outcome.retryAfter().orElse(null), request);
  }
}
