package dev.pageturner.openapi.mockserver.internal.data;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rows of all collections of one server. Safe for use by several threads. */
public final class Data {
  private final long items;
  private final Map<String, Rows> rows = new ConcurrentHashMap<>();

  public Data(long items) {
    this.items = items;
  }

  /** {@return the rows of a series, the same ones each time} */
  public Rows rows(String series) {
    return rows.computeIfAbsent(series, same -> new Rows(items));
  }

  /** Inserts new rows before all others. */
  public static void insert(Rows rows, int count) {
    for (int i = 0; i < count; i++) {
      rows.insert(new Change(false, Map.of()));
    }
  }

  /** Removes the first rows. */
  public static void delete(Rows rows, int count) {
    for (Row row : rows.from(Long.MIN_VALUE, count)) {
      rows.remove(row);
    }
  }
}
