package dev.pageturner.openapi.mockserver.internal.data;

import dev.pageturner.openapi.mockserver.internal.item.Collection;
import dev.pageturner.openapi.mockserver.internal.data.Change;
import dev.pageturner.openapi.mockserver.internal.data.Row;
import dev.pageturner.openapi.mockserver.internal.data.Rows;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rows of all collections of one server. Safe for use by several threads. */
public final class Data {
  private final long items;
  private final Map<String, Rows> rows = new ConcurrentHashMap<>();

  public Data(long items) {
    this.items = items;
  }

  /** {@return the name of a collection below those things that the path's variables name} */
  public static String series(Collection collection, List<String> values) {
    long variables = collection.base().chars().filter(c -> c == '{').count();
    return collection.base() + values.subList(0, (int) Math.min(variables, values.size()));
  }

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
