package dev.pageturner.sequence;

import java.time.Duration;
import java.time.Instant;
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
  private @Nullable Instant begun;
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
    items.add(item.item());
    bytes += item.bytes();
    lookAtTheClock();
  }

  private void lookAtTheClock() {
    Duration maxAge = limit.maxAge();
    if (maxAge == null) {
      return;
    }
    Instant now = limit.clock().instant();
    if (begun == null) {
      begun = now;
    }
    old = Duration.between(begun, now).compareTo(maxAge) >= 0;
  }

  List<T> items() {
    return items;
  }
}
