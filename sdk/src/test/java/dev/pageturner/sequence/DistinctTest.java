package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items that come again. */
class DistinctTest {
  private static LazyIterable<String> letters(String letters) {
    return LazyIterable.from(List.of(letters.split("")));
  }

  @DisplayName("edge 112: distinctBy drops what came within its window")
  @ParameterizedTest(name = "{0}, window {1}: {2}")
  @CsvSource(textBlock = """
          abcabc,   9, abc
          abcabc,   3, abc
          abcabc,   2, abcabc
          aabbaa,   1, aba
          # A key that comes again is seen last: a stays known, b is forgotten.
          abacab,   2, abcb
          aAbBaB,   2, ab
          """)
  void dropsWhatCameWithinItsWindow(String items, int window, String kept) {
    assertThat(letters(items).distinctBy(String::toLowerCase, window).toList())
        .isEqualTo(List.of(kept.split("")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(textBlock = """
          aabbaa, aba
          abc,    abc
          aAbBa,  aba
          """)
  void dropsWhatRepeatsTheItemBefore(String items, String kept) {
    assertThat(letters(items).distinctUntilChanged(String::toLowerCase).toList())
        .isEqualTo(List.of(kept.split("")));
  }

  @Test
  void eachTraversalForgetsWhatTheOneBeforeSaw() {
    LazyIterable<String> distinct = letters("aab").distinctBy(s -> s, 9).distinctUntilChanged();

    assertThat(distinct.toList()).containsExactly("a", "b");
    assertThat(distinct.toList()).containsExactly("a", "b");
  }

  @DisplayName("edge 112: the memory of distinctBy is its window")
  @Test
  void theMemoryOfDistinctByIsItsWindow() {
    Reachable keys = new Reachable();
    Iterator<Integer> items =
        CountingSequence.endless().distinctBy(keys::newItem, 10).iterator();
    for (int i = 0; i < 1000; i++) {
      items.next();
    }

    assertThat(keys.heldAtMost(10)).isEqualTo(10);
    Reference.reachabilityFence(items);
  }
}
