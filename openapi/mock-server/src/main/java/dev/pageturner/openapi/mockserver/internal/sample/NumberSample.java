package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers within their bounds; an example of the document goes before chance. */
final class NumberSample implements Sample {
  /**
   * The numbers that a schema allows.
   *
   * @param least the least one
   * @param most the greatest one
   */
  record Bounds(BigDecimal least, boolean above, BigDecimal most, boolean below) {
    boolean contains(BigDecimal number) {
      int low = number.compareTo(least);
      int high = number.compareTo(most);
      return (above ? low > 0 : low >= 0) && (below ? high < 0 : high <= 0);
    }
  }

  private static final BigDecimal LEAST = new BigDecimal("-1e30");
  private static final BigDecimal MOST = new BigDecimal("1e30");
  private static final BigDecimal USUAL = BigDecimal.valueOf(1000);

  private final Bounds bounds;
  private final BigDecimal step;
  private final Optional<RawJson> example;

  NumberSample(Merged schema, boolean integer, Optional<RawJson> example) {
    this.bounds = bounds(schema);
    this.example = example;
    this.step = schema
        .numbers("multipleOf")
        .filter(one -> one.signum() > 0)
        .findFirst()
        .orElse(integer ? BigDecimal.ONE : new BigDecimal("0.25"));
  }

  /** In OpenAPI 3.0 {@code exclusiveMinimum} is a boolean, in 3.1 a number. */
  static Bounds bounds(Merged schema) {
    boolean above = schema.parts().stream().anyMatch(part -> part.flag("exclusiveMinimum"));
    boolean below = schema.parts().stream().anyMatch(part -> part.flag("exclusiveMaximum"));
    Optional<BigDecimal> over = schema.numbers("exclusiveMinimum").findFirst();
    Optional<BigDecimal> under = schema.numbers("exclusiveMaximum").findFirst();
    BigDecimal least = schema.numbers("minimum").max(BigDecimal::compareTo).orElse(LEAST);
    BigDecimal most = schema.numbers("maximum").min(BigDecimal::compareTo).orElse(MOST);
    return new Bounds(
        over.map(least::max).orElse(least),
        above || over.isPresent(),
        under.map(most::min).orElse(most),
        below || under.isPresent());
  }

  @Override
  public RawJson value(Draw draw) {
    // Every other value is one of chance, so that not all items are alike.
    return example.isPresent() && draw.below(2) == 0 ? example.get() : RawJson.of(random(draw));
  }

  private BigDecimal random(Draw draw) {
    BigDecimal first = first();
    BigDecimal room = bounds.most().subtract(first).min(USUAL).max(BigDecimal.ZERO);
    int steps = room.divide(step, 0, RoundingMode.DOWN).min(USUAL).intValue();
    BigDecimal drawn = first.add(step.multiply(BigDecimal.valueOf(draw.below(steps + 1))));
    return bounds.contains(drawn) ? drawn : first;
  }

  /** The least allowed number that is a multiple of the step, from 0 where that is allowed. */
  private BigDecimal first() {
    boolean open = bounds.least().compareTo(LEAST) == 0;
    BigDecimal lowest = open ? bounds.most().subtract(USUAL) : bounds.least();
    BigDecimal from = open && bounds.contains(BigDecimal.ZERO) ? BigDecimal.ZERO : lowest;
    BigDecimal first = from.divide(step, 0, RoundingMode.CEILING).multiply(step);
    return bounds.contains(first) ? first : first.add(step);
  }
}
