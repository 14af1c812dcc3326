package dev.pageturner.internal.http;

import dev.pageturner.auth.Credentials;
import dev.pageturner.internal.time.Scheduler;
import dev.pageturner.internal.url.Origin;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.retry.RetryBudget;
import dev.pageturner.retry.RetryPolicy;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every request of a client.
 *
 * @param origin where credentials may go
 * @param allowedOrigins where links and redirects may lead besides, without credentials
 * @param credentials what proves who asks
 * @param secretNames query parameters whose values are never shown
 * @param cookies keeps what servers set; null to keep none
 * @param rateLimit how many requests may start
 * @param retryPolicy when to send again
 * @param retryBudget how many requests may be repetitions
 * @param pause how a blocking call waits
 * @param scheduler how a call that blocks nobody waits
 */
public record TransportSettings(
    Origin origin,
    Set<Origin> allowedOrigins,
    Credentials credentials,
    Set<String> secretNames,
    @Nullable Cookies cookies,
    RateLimit rateLimit,
    RetryPolicy retryPolicy,
    RetryBudget retryBudget,
    Pause pause,
    Scheduler scheduler) {
  /** {@return the settings of another server of the same API, to which credentials may go} */
  TransportSettings at(Origin other) {
    Set<Origin> allowed = new HashSet<>(allowedOrigins);
    allowed.add(other);
    return new TransportSettings(
        other,
        Set.copyOf(allowed),
        credentials,
        secretNames,
        cookies,
        rateLimit,
        retryPolicy,
        retryBudget,
        pause,
        scheduler);
  }
}
