package dev.pageturner.openapi.mockserver;

import dev.pageturner.openapi.model.Operation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last requests, and how many there were. Safe for use by several threads. */
final class RequestLog {
  private record Entry(String operation, MockRequest request) {}

  private final int most;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<String, Long> counts = new HashMap<>();
  private long all;

  RequestLog(int most) {
    this.most = most;
  }

  private static String key(Operation operation) {
    return operation.method() + " " + operation.path();
  }

  synchronized void add(@Nullable Operation operation, MockRequest request) {
    all++;
    String key = operation == null ? "" : key(operation);
    counts.merge(key, 1L, Long::sum);
    entries.addLast(new Entry(key, request));
    if (entries.size() > most) {
      entries.removeFirst();
    }
  }

  synchronized List<MockRequest> all() {
    return entries.stream().map(Entry::request).toList();
  }

  synchronized List<MockRequest> of(Operation operation) {
    return entries.stream()
        .filter(entry -> entry.operation().equals(key(operation)))
        .map(Entry::request)
        .toList();
  }

  synchronized long count() {
    return all;
  }

  synchronized long count(Operation operation) {
    return counts.getOrDefault(key(operation), 0L);
  }

  synchronized void clear() {
    entries.clear();
    counts.clear();
    all = 0;
  }
}
