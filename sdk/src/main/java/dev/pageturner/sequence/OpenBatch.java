package dev.pageturner.sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch that is being filled. */
final class OpenBatch<T extends @Nullable Object> {
  /** An item and its bytes. */
  record SizedItem<T extends @Nullable Object>(T item, long bytes) {}

  private final BatchLimit<? super T> limit;
  private final List<T> items = new ArrayList<>();
  private long bytes;
  private long begun;
  private boolean old;

  OpenBatch(BatchLimit<? super T> limit) {
    this.limit = limit;
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  boolean isFull() {
    return items.size() >= limit.maxItems() || bytes >= limit.maxBytes() || old;
  }

  boolean hasRoomFor(SizedItem<T> item) {
    // Subtracted, since a sum could overflow.
    return items.isEmpty() || item.bytes() <= limit.maxBytes() - bytes;
  }

  void add(SizedItem<T> item) {
    Duration maxAge = limit.maxAge();
    if (maxAge != null) {
      lookAtTheClock(maxAge);
    }
    items.add(item.item());
    bytes += item.bytes();
  }

  private void lookAtTheClock(Duration maxAge) {
    long now = limit.nanoTime();
    if (items.isEmpty()) {
      begun = now;
    }
    // Compared as durations: an age of centuries has no place in a long of nanoseconds.
    old = Duration.ofNanos(now - begun).compareTo(maxAge) >= 0;
  }

  List<T> items() {
    return items;
  }
}
