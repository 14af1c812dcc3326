package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;

/** Arrays of one or two elements, or as many as there must be. */
final class ArraySample implements Sample {
  private static final int USUAL = 2;
  private static final int DEEPEST = 3;

  private final Sample element;
  private final int least;
  private final int most;
  private final boolean unique;

  ArraySample(Sample element, int least, int most, boolean unique) {
    this.element = element;
    this.least = least;
    this.most = most;
    this.unique = unique;
  }

  @Override
  public RawJson value(Draw draw) {
    boolean few = draw.isSparse() || draw.depth() > DEEPEST;
    int size = Math.max(least, few ? 0 : Math.min(most, 1 + draw.below(USUAL)));
    Collection<RawJson> elements = unique ? new LinkedHashSet<>() : new ArrayList<>();
    // Of a few values, so many draws still miss one now and then; then there are fewer.
    for (long i = 0; i < size * 8L && elements.size() < size && draw.hasRoom(); i++) {
      elements.add(element.value(draw.at(Long.toString(i))));
    }
    return RawJson.ofArray(new ArrayList<>(elements));
  }
}
