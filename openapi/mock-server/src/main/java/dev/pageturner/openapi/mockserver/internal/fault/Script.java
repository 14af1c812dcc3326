package dev.pageturner.openapi.mockserver.internal.fault;

import java.util.ArrayList;
import java.util.List;

/** The faults of one operation that have not happened yet. Safe for use by several threads. */
public final class Script {
  private static final class Entry {
    private final long page;
    private final long request;
    private final ScriptedFault fault;
    private int left;

    private Entry(long page, long request, ScriptedFault fault) {
      this.page = page;
      this.request = request;
      this.fault = fault;
      this.left = fault.times();
    }

    private boolean isDue(long nowPage, long nowRequest) {
      boolean pages = page == 0 || page == nowPage;
      boolean requests = request == 0 || nowRequest >= request;
      return left > 0 && pages && requests;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private long requests;

  /** Adds a fault for the page of that number, from 1. */
  public synchronized void onPage(long page, ScriptedFault fault) {
    entries.add(new Entry(page, 0, fault));
  }

  /** Adds a fault for requests from that number on, counted from 1, whatever they are for. */
  public synchronized void fromRequest(long request, ScriptedFault fault) {
    entries.add(new Entry(0, request, fault));
  }

  /** Adds a fault for the requests that come next. */
  public synchronized void next(ScriptedFault fault) {
    fromRequest(requests + 1, fault);
  }

  /** Forgets all faults. */
  public synchronized void clear() {
    entries.clear();
  }

  /** Counts a request. */
  public synchronized void count() {
    requests++;
  }

  /**
   * {@return the faults that happen to a request now}
   *
   * @param page the number of the page that it is for, from 1; 0 where there are no pages
   */
  public synchronized List<ScriptedFault> due(long page) {
    List<ScriptedFault> due = new ArrayList<>();
    for (Entry entry : entries) {
      // A status hides what is scripted behind it, until the request comes again.
      boolean hidden = due.stream().anyMatch(ScriptedFault::replacesTheAnswer);
      if (!hidden && entry.isDue(page, requests)) {
        entry.left--;
        due.add(entry.fault);
      }
    }
    entries.removeIf(entry -> entry.left == 0);
    return due;
  }
}
