package dev.pageturner.openapi.mockserver.internal.item;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.data.Change;
import dev.pageturner.openapi.mockserver.internal.data.Row;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.mockserver.internal.sample.Draw;
import dev.pageturner.openapi.mockserver.internal.sample.Sample;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How one schema shows the rows of a collection: the whole item, or a part of it. */
public final class ItemView {
  /**
   * The document may allow null for an item, or for what holds its id, but that identifies nothing.
   */
  private static final int REDRAWS = 20;

  private final Sample sample;
  private final ItemKeys keys;
  private final Set<String> shown;
  private final boolean closed;
  private final Set<String> hidden = new LinkedHashSet<>();
  private final boolean object;
  private final Map<String, Described> members = new LinkedHashMap<>();
  private final Map<String, Sample> holders = new LinkedHashMap<>();
  private final Samples lock;

  public ItemView(Described item, ItemKeys keys, Samples samples) {
    this.sample = item.isEmpty() ? draw -> RawJson.ofObject(Map.of()) : samples.of(item.schemas());
    this.lock = samples;
    this.shown = item.names();
    this.closed = item.isClosed();
    this.object = item.isOf("object") || !shown.isEmpty() || item.isEmpty();
    for (String name : shown) {
      members.put(name, item.member(name));
      if (item.member(name).isHidden()) {
        hidden.add(name);
      }
    }
    this.keys =
        new ItemKeys(keys.keys().stream().filter(key -> isShown(key.names())).toList());
    this.keys.keys().stream()
        .filter(key -> key.names().size() > 1)
        .map(key -> key.names().get(0))
        .filter(shown::contains)
        .forEach(name -> holders.put(name, samples.of(item.member(name).schemas())));
  }

  private boolean isShown(List<String> names) {
    return names.isEmpty() ? !object : object && (!closed || shown.contains(names.get(0)));
  }

  /** {@return the item of a row} */
  public RawJson item(long seed, String series, Row row) {
    Draw draw = Draw.of(seed, series, row.serial());
    boolean whole = row.change().filter(Change::whole).isPresent();
    RawJson drawn = present(sample, whole ? draw.sparse() : draw, seed, series, row);
    for (Map.Entry<String, Sample> holder : holders.entrySet()) {
      String name = holder.getKey();
      if (drawn.get(name).filter(value -> !value.isNull()).isEmpty()) {
        Draw own = Draw.of(seed, series + "." + name, row.serial());
        RawJson value = present(holder.getValue(), own, seed, series + "." + name, row);
        drawn = value.isNull() ? drawn : Steps.put(drawn, List.of(name), value);
      }
    }
    RawJson item = keys.identified(drawn, row.serial());
    return row.change().map(change -> changed(item, change)).orElse(item);
  }

  private static RawJson present(Sample sample, Draw draw, long seed, String series, Row row) {
    RawJson drawn = sample.value(draw);
    for (int i = 1; drawn.isNull() && i < REDRAWS; i++) {
      drawn = sample.value(Draw.of(seed, series + "#" + i, row.serial()));
    }
    return drawn;
  }

  private RawJson changed(RawJson item, Change change) {
    if (item.kind() != RawJson.Kind.OBJECT) {
      return item;
    }
    Map<String, RawJson> all = new LinkedHashMap<>(item.members());
    change.members().forEach((name, value) -> {
      boolean fits =
          !hidden.contains(name) && (shown.contains(name) || !closed) && fits(name, value);
      if (fits) {
        all.put(name, value);
      }
    });
    return RawJson.ofObject(all);
  }

  /** What a client sent as text in a form, or wrongly, is not shown where it does not fit. */
  private boolean fits(String name, RawJson value) {
    Described member = members.get(name);
    synchronized (lock) {
      return member == null || member.accepts(value);
    }
  }
}
