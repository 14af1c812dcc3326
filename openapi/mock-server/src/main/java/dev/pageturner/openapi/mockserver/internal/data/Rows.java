package dev.pageturner.openapi.mockserver.internal.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The rows of one list, in order. The rows of the beginning have places and serials from 0; others
 * are added before or after them.
 *
 * <p>Memory grows with the number of changes only. Safe for use by several threads.
 */
public final class Rows {
  private final long size;
  private final TreeSet<Long> removed = new TreeSet<>();
  private final Map<Long, Long> serials = new HashMap<>();
  private final Map<Long, Long> places = new HashMap<>();
  private final Map<Long, Change> changes = new HashMap<>();
  private final Map<String, Long> names = new HashMap<>();
  /** The version in which a row was last written to or removed, by its serial. */
  private final Map<Long, Long> versions = new HashMap<>();

  private long before;
  private long after;
  private long version;

  /** Makes the rows 0 to {@code size} - 1. */
  public Rows(long size) {
    this.size = size;
  }

  /** {@return how many rows there are} */
  public synchronized long count() {
    return before + size + after - removed.size();
  }

  /** {@return up to {@code most} rows from that place on} */
  public synchronized List<Row> from(long place, int most) {
    List<Row> rows = new ArrayList<>();
    for (long at = Math.max(place, -before); at < size + after && rows.size() < most; at++) {
      if (!removed.contains(at)) {
        rows.add(row(at));
      }
    }
    return rows;
  }

  /** {@return the place that {@code rank} rows are before; behind all if there are fewer} */
  public synchronized long place(long rank) {
    long place = Math.min(rank, before + size + after) - before;
    for (long gone : removed) {
      if (gone > place) {
        break;
      }
      place++;
    }
    return Math.min(place, size + after);
  }

  /** {@return how many rows are before that place} */
  public synchronized long rank(long place) {
    long bounded = Math.max(place, -before);
    return bounded + before - removed.headSet(bounded).size();
  }

  /** {@return the row with that serial} */
  public synchronized Optional<Row> bySerial(long serial) {
    OptionalLong place = placeOf(serial);
    return place.isEmpty() || removed.contains(place.getAsLong())
        ? Optional.empty()
        : Optional.of(row(place.getAsLong()));
  }

  /** {@return the place of the row with that serial, be it removed meanwhile} */
  public synchronized OptionalLong placeOf(long serial) {
    if (serial < size) {
      return OptionalLong.of(serial);
    }
    Long place = places.get(serial);
    return place == null ? OptionalLong.empty() : OptionalLong.of(place);
  }

  /** {@return the serial of a row that was added under a name of the client's choice} */
  public synchronized OptionalLong named(String name) {
    Long serial = names.get(name);
    return serial == null ? OptionalLong.empty() : OptionalLong.of(serial);
  }

  /** Adds a row after all others. */
  public synchronized Row append(Change change) {
    return added(size + after++, change);
  }

  /** Adds a row under a name of the client's choice after all others. */
  public synchronized Row append(String name, Change change) {
    Row row = append(change);
    names.put(name, row.serial());
    return row;
  }

  /** Adds a row before all others. */
  public synchronized Row insert(Change change) {
    return added(- ++before, change);
  }

  private Row added(long place, Change change) {
    long serial = size + serials.size();
    serials.put(place, serial);
    places.put(serial, place);
    changes.put(serial, change);
    versions.put(serial, ++version);
    return row(place);
  }

  /** Writes to a row. */
  public synchronized Row change(Row row, Change change) {
    changes.merge(row.serial(), change, Change::then);
    versions.put(row.serial(), ++version);
    return row(row.place());
  }

  /** Removes a row; its serial is not given again. */
  public synchronized void remove(Row row) {
    removed.add(row.place());
    changes.remove(row.serial());
    versions.put(row.serial(), ++version);
  }

  /** {@return how often rows were added, changed or removed} */
  public synchronized long version() {
    return version;
  }

  /**
   * {@return up to {@code most} rows that were last written to or removed after one version, up to
   * another, in the order of their versions}
   */
  public synchronized List<Written> written(long after, long upTo, int most) {
    return versions.entrySet().stream()
        .filter(entry -> entry.getValue() > after && entry.getValue() <= upTo)
        .sorted(Map.Entry.comparingByValue())
        .limit(most)
        .map(entry -> written(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Written written(long serial, long at) {
    long place = placeOf(serial).orElseThrow();
    return new Written(at, row(place), removed.contains(place));
  }

  /**
   * {@return a copy without the rows that are not wanted} The others keep their places, so that
   * positions of the one are positions of the other.
   */
  public Rows where(Predicate<Row> wanted) {
    Rows some = copy();
    for (Row row : some.from(Long.MIN_VALUE, Integer.MAX_VALUE)) {
      if (!wanted.test(row)) {
        some.remove(row);
      }
    }
    return some;
  }

  /** {@return a copy with these of its rows only, in that order} Their places are counted anew. */
  public synchronized Rows inOrder(List<Row> rows) {
    Rows copy = new Rows(0);
    for (Row row : rows) {
      copy.serials.put(copy.after, row.serial());
      copy.places.put(row.serial(), copy.after);
      copy.after++;
    }
    copy.changes.putAll(changes);
    copy.names.putAll(names);
    return copy;
  }

  private synchronized Rows copy() {
    Rows copy = new Rows(size);
    copy.removed.addAll(removed);
    copy.serials.putAll(serials);
    copy.places.putAll(places);
    copy.changes.putAll(changes);
    copy.names.putAll(names);
    copy.before = before;
    copy.after = after;
    return copy;
  }

  private Row row(long place) {
    long serial = serials.getOrDefault(place, place);
    return new Row(place, serial, Optional.ofNullable(changes.get(serial)));
  }
}
