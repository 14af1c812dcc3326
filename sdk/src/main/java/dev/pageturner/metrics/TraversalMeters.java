package dev.pageturner.metrics;

import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Objects;

/**
 * A listener that counts and times traversals in a Micrometer registry.
 *
 * <table>
 *   <caption>Meters</caption>
 *   <tr><th>meter<th>what<th>tag
 *   <tr><td>pageturner.page<td>timer: from asking for a page to having it<td>status
 *   <tr><td>pageturner.page.bytes<td>summary: bytes of pages read whole<td>
 *   <tr><td>pageturner.wait<td>timer: waits, as announced<td>reason
 *   <tr><td>pageturner.retries<td>counter: requests sent again<td>
 *   <tr><td>pageturner.failures<td>counter: errors thrown<td>
 *   <tr><td>pageturner.traversals<td>counter: traversals that ended<td>reason
 *   <tr><td>pageturner.items<td>counter: items given out by them<td>
 * </table>
 *
 * <p>Tags have few values: no meter knows of addresses or cursors. Add tags of your own to tell
 * clients apart. The application brings {@code io.micrometer:micrometer-core}.
 */
public final class TraversalMeters implements TraversalListener {
  private final MeterRegistry registry;
  private final Tags tags;

  private TraversalMeters(MeterRegistry registry, Tags tags) {
    this.registry = registry;
    this.tags = tags;
  }

  /**
   * {@return a listener for clients and sequences}
   *
   * @param registry where the meters are
   * @param tags pairs of key and value for every meter
   */
  public static TraversalListener in(MeterRegistry registry, String... tags) {
    return new TraversalMeters(Objects.requireNonNull(registry, "registry"), Tags.of(tags));
  }

  @Override
  public void on(TraversalEvent event) {
    if (event instanceof TraversalEvent.PageReceived page) {
      String status = Integer.toString(page.status());
      registry.timer("pageturner.page", tags.and("status", status)).record(page.elapsed());
      registry.summary("pageturner.page.bytes", tags).record((double) page.bytes());
    } else if (event instanceof TraversalEvent.Waiting waiting) {
      registry.timer("pageturner.wait", reason(waiting.reason())).record(waiting.duration());
    } else if (event instanceof TraversalEvent.Retrying) {
      registry.counter("pageturner.retries", tags).increment();
    } else if (event instanceof TraversalEvent.Failed) {
      registry.counter("pageturner.failures", tags).increment();
    } else if (event instanceof TraversalEvent.Ended ended) {
      registry.counter("pageturner.traversals", reason(ended.reason())).increment();
      registry.counter("pageturner.items", tags).increment((double) ended.items());
    }
  }

  private Tags reason(Enum<?> reason) {
    return tags.and("reason", reason.name().toLowerCase(Locale.ROOT));
  }
}
