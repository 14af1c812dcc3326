package dev.pageturner.openapi.mockserver.internal.request;

import dev.pageturner.openapi.mockserver.MockRequest;
import dev.pageturner.openapi.model.Operation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last requests, and how many there were. Safe for use by several threads. */
public final class RequestLog {
  private record Entry(String operation, MockRequest request) {}

  private final int most;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<String, Long> counts = new HashMap<>();
  private long all;

  public RequestLog(int most) {
    this.most = most;
  }

  private static String key(Operation operation) {
    return operation.method() + " " + operation.path();
  }

  public synchronized void add(@Nullable Operation operation, MockRequest request) {
    all++;
    String key = operation == null ? "" : key(operation);
    counts.merge(key, 1L, Long::sum);
    entries.addLast(new Entry(key, request));
    if (entries.size() > most) {
      entries.removeFirst();
    }
  }

  public synchronized List<MockRequest> all() {
    return entries.stream().map(Entry::request).toList();
  }

  public synchronized List<MockRequest> of(Operation operation) {
    return entries.stream()
        .filter(entry -> entry.operation().equals(key(operation)))
        .map(Entry::request)
        .toList();
  }

  public synchronized long count() {
    return all;
  }

  public synchronized long count(Operation operation) {
    return counts.getOrDefault(key(operation), 0L);
  }

  public synchronized void clear() {
    entries.clear();
    counts.clear();
    all = 0;
  }
}
