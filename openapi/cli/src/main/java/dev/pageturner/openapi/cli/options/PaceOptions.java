package dev.pageturner.openapi.cli.options;

import dev.pageturner.rate.RateLimit;
import dev.pageturner.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fast requests go out, and how often one is sent again. */
public final class PaceOptions {
  @Option(
      names = "--rate",
      paramLabel = "N/TIME",
      description = {
        "At most so many requests in any window of that length: 50/1s. Repeatable, all hold."
      })
  private List<Rate> rates = new ArrayList<>();

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = "How often a request is sent again. Default: 4.")
  private @Nullable Integer retries;

  @Option(
      names = "--max-wait",
      paramLabel = "TIME",
      description = {
        "The longest wait that the server may ask for; a longer one is a failure. Default: 2m."
      })
  private @Nullable Duration maxWait;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "For a page with all its retries and waits. Default: 10m.")
  private @Nullable Duration timeout;

  @Option(
      names = "--retry-status",
      paramLabel = "STATUS",
      description = {
        "A status after which a request is sent again, beside 408, 429, 500, 502 to 504,",
        "520 to 524 and 529. Repeatable."
      })
  private List<Integer> retryStatuses = new ArrayList<>();

  /** {@return the rate limit} */
  public RateLimit rateLimit() {
    return Rate.limitOf(rates);
  }

  /** {@return when a request is sent again} */
  public RetryPolicy retryPolicy() {
    RetryPolicy.Builder policy = RetryPolicy.standard().newBuilder();
    if (retries != null) {
      policy.maxRetries(retries);
    }
    if (maxWait != null) {
      policy.maxWait(maxWait);
    }
    if (timeout != null) {
      policy.callTimeout(timeout);
    }
    policy.retryStatus(retryStatuses.stream().mapToInt(status -> status).toArray());
    return policy.build();
  }
}
