package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values of one of several alternatives; those are left out whose values the whole schema doesn't
 * allow, as when two of {@code oneOf} match.
 */
final class UnionSample implements Sample {
  private record Way(Sample sample, boolean sparse) {
    RawJson value(Draw draw) {
      return sample.value(sparse ? draw.sparse() : draw);
    }
  }

  private final List<Schema> schema;
  private final List<Sample> alternatives;
  private final boolean exclusive;
  private final Samples lock;
  private volatile @Nullable List<Way> ways;
  private boolean looking;

  UnionSample(List<Schema> schema, List<Sample> alternatives, boolean exclusive, Samples lock) {
    this.schema = schema;
    this.alternatives = alternatives;
    this.exclusive = exclusive;
    this.lock = lock;
  }

  @Override
  public RawJson value(Draw draw) {
    if (!draw.hasRoom()) {
      return RawJson.ofObject(Map.of());
    }
    List<Way> known = ways;
    List<Way> open = known == null ? look() : known;
    int first = draw.below(open.size());
    RawJson value = open.get(first).value(draw.at("one of"));
    // Now and then a value is one of two alternatives, by what it happens to leave out.
    for (int i = 1; exclusive && i <= 2 * open.size() && !isAllowed(value, draw.work()); i++) {
      Draw again = draw.at("one of" + i);
      Way way = open.get((first + i) % open.size());
      RawJson other = way.value(i > open.size() ? again.sparse() : again);
      value = isAllowed(other, draw.work()) ? other : value;
    }
    return value;
  }

  private boolean isAllowed(RawJson value, Work work) {
    synchronized (lock) {
      return looking || SchemaCheck.accept(schema, value, work);
    }
  }

  private List<Way> look() {
    synchronized (lock) {
      Optional<Work> begun = looking ? Optional.empty() : lock.beginLook();
      if (begun.isEmpty()) {
        // A schema inside itself, or deep in others: any alternative will do while they are tried.
        return alternatives.stream().map(sample -> new Way(sample, true)).toList();
      }
      looking = true;
      Work work = begun.get();
      List<Way> found = allowed(false, work);
      found = found.isEmpty() ? allowed(true, work) : found;
      found = found.isEmpty()
          ? alternatives.stream().map(sample -> new Way(sample, false)).toList()
          : found;
      looking = false;
      lock.endLook();
      ways = found;
      return found;
    }
  }

  private List<Way> allowed(boolean sparse, Work work) {
    return alternatives.stream()
        .map(sample -> new Way(sample, sparse))
        .filter(way -> isAllowed(way, work))
        .toList();
  }

  private boolean isAllowed(Way way, Work work) {
    for (int probe = 0; probe < 4; probe++) {
      RawJson value = way.value(Draw.of(probe, "probe", probe, work));
      if (!SchemaCheck.accept(schema, value, work)) {
        return false;
      }
    }
    return true;
  }
}
