package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects with all that is required, and most of the rest while there is room. */
final class ObjectSample implements Sample {
  /** Optional members stand only so near to the root of a value. */
  private static final int FULL = 4;

  /**
   * A member.
   *
   * @param sample makes its values
   * @param required whether it must be there
   * @param shown whether an answer has it if it is not required
   */
  record Member(Sample sample, boolean required, boolean shown) {}

  private final Map<String, Member> members;
  private final @Nullable Sample others;
  private final int least;

  ObjectSample(Map<String, Member> members, @Nullable Sample others, int least) {
    this.members = new LinkedHashMap<>(members);
    this.others = others;
    this.least = least;
  }

  @Override
  public RawJson value(Draw draw) {
    Map<String, RawJson> values = new LinkedHashMap<>();
    boolean full = !draw.isSparse() && draw.depth() < FULL;
    members.forEach((name, member) -> {
      Draw inside = draw.at(name);
      // One in ten is absent, as in life.
      boolean present = full && member.shown() && !draw.isSparse() && inside.below(10) > 0;
      if ((member.required() || present) && draw.hasRoom()) {
        values.put(name, member.sample().value(inside));
      }
    });
    if (others != null) {
      fill(values, others, draw, members.isEmpty() && full ? 2 : 0);
    }
    return RawJson.ofObject(values);
  }

  private void fill(Map<String, RawJson> values, Sample sample, Draw draw, int usual) {
    for (int i = 1; values.size() < Math.max(least, usual) && draw.hasRoom(); i++) {
      String name = "key" + i;
      values.put(name, sample.value(draw.at(name)));
    }
  }
}
