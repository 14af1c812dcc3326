package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.sequence.OperatorContractTest.Operator;
import dev.pageturner.testing.CutPages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that break while they are read, under every operator, whose iterator is asked again. */
class OperatorsOverCutPagesTest {
  private CutPages pages;

  @BeforeEach
  void start() throws Exception {
    pages = new CutPages();
  }

  @AfterEach
  void stop() {
    pages.close();
  }

  static Stream<Arguments> operators() {
    return AskedAgainTest.operators();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operators")
  void noItemOfAStreamedPageIsLostOrDoubled(String name, Operator operator) {
    check(name, operator, true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operators")
  void noItemOfABufferedPageIsLostOrDoubled(String name, Operator operator) {
    check(name, operator, false);
  }

  private void check(String name, Operator operator, boolean streaming) {
    List<String> expected = AskedAgainTest.taken(
        name, operator.apply(CountingSequence.of(CutPages.ITEMS)).iterator(), 0);
    try (ApiClient client = pages.client(streaming)) {
      LazyIterable<Integer> list =
          client.list("/numbers", String.class, CutPages.CURSOR).map(Integer::valueOf);
      for (int item = 0; item < CutPages.ITEMS; item++) {
        for (boolean within : new boolean[] {false, true}) {
          pages.cut(item, within, 2);

          assertThat(AskedAgainTest.taken(name, operator.apply(list).iterator(), 2))
              .as("cut %s item %s", within ? "within" : "before", item)
              .isEqualTo(expected);
        }
      }
    }
  }
}
