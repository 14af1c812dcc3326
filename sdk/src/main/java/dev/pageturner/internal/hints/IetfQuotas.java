package dev.pageturner.internal.hints;

import dev.pageturner.internal.hints.ServerHint.Quota;
import dev.pageturner.internal.hints.StructuredField.Bare;
import dev.pageturner.internal.hints.StructuredField.Bytes;
import dev.pageturner.internal.hints.StructuredField.Int;
import dev.pageturner.internal.hints.StructuredField.Item;
import dev.pageturner.internal.hints.StructuredField.Member;
import dev.pageturner.internal.hints.StructuredField.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The quotas in {@code RateLimit} and {@code RateLimit-Policy}, as in
 * draft-ietf-httpapi-ratelimit-headers-10, and in the one dictionary that {@code RateLimit} was in
 * draft 7. A malformed field is ignored, as is a policy that counts something else than requests.
 */
final class IetfQuotas {
  private final Map<String, Policy> policies = new LinkedHashMap<>();
  private final List<Quota> quotas = new ArrayList<>();

  private record Policy(OptionalLong limit, Optional<Duration> window, boolean ofRequests) {}

  private IetfQuotas() {}

  static List<Quota> read(Function<String, List<String>> headers) {
    List<String> policies = headers.apply("RateLimit-Policy");
    List<String> limits = headers.apply("RateLimit");
    if (policies.isEmpty() && limits.isEmpty()) {
      return List.of();
    }
    IetfQuotas read = new IetfQuotas();
    StructuredField.list(policies).orElse(List.of()).forEach(read::policy);
    StructuredField.list(limits).orElse(List.of()).forEach(read::limit);
    StructuredField.dictionary(limits).ifPresent(read::draft7);
    return read.all();
  }

  private void policy(Member member) {
    if (member instanceof Item item && item.value() instanceof Text name) {
      Map<String, Bare> parameters = item.parameters();
      OptionalLong limit = positive(parameters.get("q"));
      Bare unit = parameters.getOrDefault("qu", new Text("requests"));
      boolean zeroWindow =
          parameters.containsKey("w") && positive(parameters.get("w")).isEmpty();
      if (limit.isPresent() && !zeroWindow) {
        boolean ofRequests = unit.equals(new Text("requests"));
        policies.put(name.value(), new Policy(limit, time(parameters.get("w")), ofRequests));
      }
    }
  }

  private void limit(Member member) {
    if (member instanceof Item item && item.value() instanceof Text name) {
      OptionalLong remaining = count(item.parameters().get("r"));
      Policy policy = policies.get(name.value());
      if (remaining.isPresent() && (policy == null || policy.ofRequests())) {
        quotas.add(new Quota(
            name.value() + partition(item.parameters().get("pk")),
            policy == null ? OptionalLong.empty() : policy.limit(),
            remaining,
            policy == null ? Optional.empty() : policy.window(),
            time(item.parameters().get("t"))));
      }
    }
  }

  /** {@code limit=100, remaining=50, reset=5}. */
  private void draft7(Map<String, Member> members) {
    OptionalLong remaining = count(bare(members.get("remaining")));
    if (remaining.isPresent()) {
      OptionalLong limit = positive(bare(members.get("limit")));
      Optional<Duration> reset = time(bare(members.get("reset")));
      quotas.add(new Quota("RateLimit", limit, remaining, Optional.empty(), reset));
    }
  }

  /** Policies of which nothing is told are quotas, too. */
  private List<Quota> all() {
    Set<String> told = Set.copyOf(quotas.stream().map(Quota::name).distinct().toList());
    Stream<Quota> untold = policies.entrySet().stream()
        .filter(policy -> policy.getValue().ofRequests() && !told.contains(policy.getKey()))
        .map(policy -> untold(policy.getKey(), policy.getValue()));
    return Stream.concat(quotas.stream(), untold).toList();
  }

  private static Quota untold(String name, Policy policy) {
    return new Quota(name, policy.limit(), OptionalLong.empty(), policy.window(), Optional.empty());
  }

  private static String partition(@Nullable Bare key) {
    return key instanceof Bytes bytes ? "#" + bytes.value().hex() : "";
  }

  private static @Nullable Bare bare(@Nullable Member member) {
    return member instanceof Item item ? item.value() : null;
  }

  private static OptionalLong count(@Nullable Bare bare) {
    return bare instanceof Int number && number.value() >= 0
        ? OptionalLong.of(number.value())
        : OptionalLong.empty();
  }

  private static OptionalLong positive(@Nullable Bare bare) {
    OptionalLong count = count(bare);
    return count.isPresent() && count.getAsLong() > 0 ? count : OptionalLong.empty();
  }

  /** Seconds, if they are not absurdly many. */
  private static Optional<Duration> time(@Nullable Bare bare) {
    OptionalLong seconds = count(bare);
    return seconds.isPresent() && seconds.getAsLong() <= ServerHint.LONGEST.toSeconds()
        ? Optional.of(Duration.ofSeconds(seconds.getAsLong()))
        : Optional.empty();
  }
}
