package dev.pageturner.batch;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.PageturnerException.RateLimited;
import dev.pageturner.error.PageturnerException.Status;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a failure proves that the server took nothing. {@link BatchSender} says the rules. */
final class Refusal {
  // RFC 9110: 303 answers a request that was carried out, and so do 301 and 302 on many servers.
  private static final Set<Integer> NOT_DONE = Set.of(307, 308, 501, 505, 511);
  // 408: some servers say it of their own work that took too long. The others are not registered:
  // "the client is gone", from a load balancer and from a proxy.
  private static final Set<Integer> MAY_BE_DONE = Set.of(408, 460, 499);

  private Refusal() {}

  static boolean isProvenBy(PageturnerException failure) {
    return nothingWentOut(failure) || (proves(failure) && earlierAttemptsProveIt(failure));
  }

  private static boolean nothingWentOut(PageturnerException failure) {
    return failure.request().filter(request -> request.attempts() == 0).isPresent();
  }

  // Each attempt's failure has the one before it suppressed, down to the first.
  private static boolean earlierAttemptsProveIt(Throwable failure) {
    return Arrays.stream(failure.getSuppressed())
        .allMatch(earlier -> proves(earlier) && earlierAttemptsProveIt(earlier));
  }

  private static boolean proves(Throwable failure) {
    if (failure instanceof Status status) {
      return status.kind() == Kind.RATE_LIMITED || proves(status);
    }
    if (failure instanceof PageturnerException other) {
      return other instanceof RateLimited
          || other.kind() == Kind.TLS
          || noConnection(other.getCause());
    }
    return noConnection(failure);
  }

  private static boolean proves(Status status) {
    int code = status.status();
    if (code == 503) {
      return status.retryAfter().isPresent();
    }
    return NOT_DONE.contains(code) || (code / 100 == 4 && !MAY_BE_DONE.contains(code));
  }

  // An HTTP client may hide a repeated request behind its last exception, with the others
  // suppressed.
  private static boolean noConnection(@Nullable Throwable cause) {
    return cause != null
        && isConnectFailure(cause)
        && Arrays.stream(cause.getSuppressed()).allMatch(Refusal::isConnectFailure);
  }

  private static boolean isConnectFailure(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException;
  }
}
