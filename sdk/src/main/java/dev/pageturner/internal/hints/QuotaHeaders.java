package dev.pageturner.internal.hints;

import dev.pageturner.internal.hints.ServerHint.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The quotas that header fields of various makers tell about: one field each for limit, remaining
 * and reset. The names are those of public documentation; fields that count something else than
 * requests, such as tokens, are not read.
 */
final class QuotaHeaders {
  private static final List<Family> FAMILIES = Stream.concat(
          Stream.of(
              Family.prefixed("RateLimit-"),
              Family.prefixed("X-RateLimit-"),
              Family.prefixed("X-Rate-Limit-"),
              Family.prefixed("Anthropic-RateLimit-Requests-"),
              Family.suffixed("-Requests", Optional.empty())),
          Stream.of(
              Family.suffixed("-Second", Optional.of(Duration.ofSeconds(1))),
              Family.suffixed("-Minute", Optional.of(Duration.ofMinutes(1))),
              Family.suffixed("-Hour", Optional.of(Duration.ofHours(1))),
              Family.suffixed("-Day", Optional.of(Duration.ofDays(1)))))
      .toList();

  /** One field with what is used and what is allowed: {@code 39/40}. */
  private static final List<String> FRACTIONS =
      List.of("X-Shop-Api-Call-Limit", "X-Shopify-Shop-Api-Call-Limit");

  private record Family(
      String limit, String remaining, String reset, String resetAfter, Optional<Duration> window) {
    static Family prefixed(String prefix) {
      return new Family(
          prefix + "Limit",
          prefix + "Remaining",
          prefix + "Reset",
          prefix + "Reset-After",
          Optional.empty());
    }

    static Family suffixed(String suffix, Optional<Duration> window) {
      return new Family(
          "X-RateLimit-Limit" + suffix,
          "X-RateLimit-Remaining" + suffix,
          "X-RateLimit-Reset" + suffix,
          "X-RateLimit-Reset-After" + suffix,
          window);
    }
  }

  private QuotaHeaders() {}

  /**
   * Reads all forms.
   *
   * @param date the server's clock when it answered
   */
  static List<Quota> read(Function<String, List<String>> headers, Instant date) {
    // Most responses have none of these, and every response comes through here.
    List<Quota> quotas = new ArrayList<>(IetfQuotas.read(headers));
    for (Family family : FAMILIES) {
      if (isThere(family.remaining(), headers) || isThere(family.limit(), headers)) {
        family(family, headers, date).forEach(quotas::add);
      }
    }
    for (String name : FRACTIONS) {
      if (isThere(name, headers)) {
        fractions(name, headers.apply(name)).forEach(quotas::add);
      }
    }
    return quotas;
  }

  private static boolean isThere(String name, Function<String, List<String>> headers) {
    return !headers.apply(name).isEmpty();
  }

  /** Several values in one field belong together by their places. */
  private static Stream<Quota> family(
      Family family, Function<String, List<String>> headers, Instant date) {
    List<OptionalLong> remaining = counts(headers.apply(family.remaining()));
    List<OptionalLong> limits = counts(headers.apply(family.limit()));
    List<Optional<Duration>> resets = resets(family, headers, date);
    int quotas = Math.max(remaining.size(), remaining.isEmpty() ? Math.min(1, limits.size()) : 0);
    return IntStream.range(0, quotas)
        .mapToObj(i -> new Quota(
            family.remaining() + (i == 0 ? "" : "#" + i),
            at(limits, i, OptionalLong.empty()),
            at(remaining, i, OptionalLong.empty()),
            family.window(),
            at(resets, i, Optional.empty())))
        .filter(QuotaHeaders::isUsable);
  }

  /** A limit of zero stands for none, and what says nothing is left out. */
  private static boolean isUsable(Quota quota) {
    boolean noLimit = quota.limit().isPresent() && quota.limit().getAsLong() == 0;
    return !noLimit && (quota.limit().isPresent() || quota.remaining().isPresent());
  }

  private static List<Optional<Duration>> resets(
      Family family, Function<String, List<String>> headers, Instant date) {
    List<String> after = headers.apply(family.resetAfter());
    List<String> lines = after.isEmpty() ? headers.apply(family.reset()) : after;
    return lines.stream()
        .flatMap(line -> {
          Optional<Duration> whole = ResetTime.parse(line.strip(), date);
          return whole.isPresent()
              ? Stream.of(whole)
              : parts(line).map(part -> ResetTime.parse(part, date));
        })
        .toList();
  }

  private static Stream<Quota> fractions(String name, List<String> lines) {
    return lines.stream()
        .map(line -> line.split("/", -1))
        .filter(parts -> parts.length == 2)
        .flatMap(parts -> fraction(name, count(parts[0].strip()), count(parts[1].strip())));
  }

  private static Stream<Quota> fraction(String name, OptionalLong used, OptionalLong limit) {
    if (used.isEmpty() || limit.isEmpty() || limit.getAsLong() == 0) {
      return Stream.empty();
    }
    OptionalLong remaining = OptionalLong.of(Math.max(0, limit.getAsLong() - used.getAsLong()));
    return Stream.of(new Quota(name, limit, remaining, Optional.empty(), Optional.empty()));
  }

  private static List<OptionalLong> counts(List<String> lines) {
    return lines.stream().flatMap(QuotaHeaders::parts).map(QuotaHeaders::count).toList();
  }

  /** The values of a line, without the parameters that an older draft puts behind them. */
  private static Stream<String> parts(String line) {
    return Stream.of(line.split(",", -1))
        .map(part -> part.replaceFirst(";.*", "").strip());
  }

  /** A number without sign, of 15 digits at most; a fraction is cut off. */
  private static OptionalLong count(String value) {
    return value.matches("[0-9]{1,15}(\\.[0-9]*)?")
        ? OptionalLong.of(Long.parseLong(value.replaceFirst("\\..*", "")))
        : OptionalLong.empty();
  }

  private static <T> T at(List<T> list, int index, T otherwise) {
    return index < list.size() ? list.get(index) : otherwise;
  }
}
