package dev.pageturner.openapi.mockserver.internal.list;

import java.util.concurrent.atomic.AtomicLong;

/** How often a list was asked for. Safe for use by several threads. */
final class ListCounts {
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();

  /** {@return the number of this request, from 1} */
  long next() {
    return requests.incrementAndGet();
  }

  /** {@return whether this request is one of the first that are accepted only} */
  boolean accept(long most) {
    return accepted.get() < most && accepted.incrementAndGet() <= most;
  }
}
