package dev.pageturner.openapi.cli.listing;

import dev.pageturner.page.TraversalEvent;

/**
 * Counts the pages before that of the checkpoint, those of earlier runs too, so that a resumed run
 * reads each page of the list once in the count. In the middle of a run, pages that were read ahead
 * count as well. Safe for threads.
 */
final class PageCount {
  private final long before;
  private volatile long asked;
  private volatile long read = -1;

  PageCount(long before) {
    this.before = before;
  }

  void on(TraversalEvent event) {
    if (event instanceof TraversalEvent.PageRequested requested) {
      asked = requested.page();
    } else if (event instanceof TraversalEvent.Ended ended) {
      read = ended.pages();
    }
  }

  long beforeCheckpoint() {
    return before + (read < 0 ? Math.max(0, asked - 1) : read);
  }
}
