package dev.pageturner.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.position.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopGuardTest {
  private final LoopGuard guard = new LoopGuard();

  /** {@return how many positions pass before one is known; {@code most} if none is} */
  private long untilRepeated(long before, long cycle, long most) {
    long steps = 0;
    while (steps < most && !guard.isRepeated(at(before, cycle, steps))) {
      steps++;
    }
    return steps;
  }

  /** A way of so many positions that come once, which then goes round for ever. */
  private static Position at(long before, long cycle, long step) {
    return Position.cursor("c" + (step < before ? step : before + (step - before) % cycle));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1023, LoopGuard.REMEMBERED})
  void aShortCycleIsFoundWithinOneRound(int cycle) {
    assertThat(untilRepeated(10, cycle, 10_000)).isEqualTo(10L + cycle);
  }

  @ParameterizedTest
  @ValueSource(ints = {LoopGuard.REMEMBERED + 1, 1500, 5000})
  void aLongCycleIsFoundToo(int cycle) {
    // The mark stands within the cycle after its start at the latest, and moves by doubling.
    assertThat(untilRepeated(700, cycle, 10L * cycle)).isLessThan(4L * cycle);
  }

  @Test
  void positionsThatAllDifferAreNone() {
    assertThat(untilRepeated(100_000, 1, 100_000)).isEqualTo(100_000);
  }
}
