package dev.pageturner.async.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {
  private final List<Integer> begun = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void noMoreTasksAreBegunThanThereAreSlots(int most) {
    Slots slots = new Slots(most);
    for (int i = 0; i < 10; i++) {
      int task = i;
      slots.acquire(() -> begun.add(task));
    }
    assertThat(begun).hasSize(most);

    for (int i = most + 1; i <= 10; i++) {
      slots.release();
      assertThat(begun).hasSize(i);
    }
    assertThat(begun).isSorted();
  }

  @Test
  void aTaskThatThrowsDoesNotStopTheOthers() {
    Slots slots = new Slots(2);
    assertThatThrownBy(() -> slots.acquire(() -> {
          throw new IllegalStateException();
        }))
        .isInstanceOf(IllegalStateException.class);

    slots.acquire(() -> begun.add(1));

    assertThat(begun).containsExactly(1);
  }
}
