package dev.pageturner.internal.http;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.internal.hints.RefusalBody;
import dev.pageturner.internal.hints.ServerHint;
import dev.pageturner.internal.retry.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Response;

/** What a response with a status other than 2xx says. */
record StatusFacts(Attempt.Answered outcome, String body, Map<String, List<String>> headers) {
  static StatusFacts of(Response response, ServerHint hint) {
    OptionalLong remaining =
        hint.tightest().map(ServerHint.Quota::remaining).orElse(OptionalLong.empty());
    Optional<Duration> wait = hint.isRefusal() ? hint.delay() : hint.retryAfter();
    String body = Responses.beginning(response);
    boolean told = response.code() == 403 && RefusalBody.tellsRateLimit(body);
    Attempt.Answered answered = new Attempt.Answered(response.code(), wait, remaining, told);
    return new StatusFacts(answered, body, response.headers().toMultimap());
  }

  PageturnerException.Status error(String shownUrl, RequestInfo request) {
    int status = outcome.status();
    Kind kind = outcome.rateLimited() ? Kind.RATE_LIMITED : Kind.HTTP_STATUS;
    String message = "status " + status + " from " + shownUrl;
    return new PageturnerException.Status(
        kind, message, status, headers, body, outcome.retryAfter().orElse(null), request);
  }
}
