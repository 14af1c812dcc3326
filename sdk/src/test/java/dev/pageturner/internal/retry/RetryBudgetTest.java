package dev.pageturner.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pageturner.internal.retry.RetryDecision.Retry;
import dev.pageturner.retry.RetryBudget;
import dev.pageturner.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryBudgetTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  /** Makes one call as the transport does, and returns the requests it took. */
  private static int call(RetryPolicy policy, RetryBudget budget, BooleanSupplier succeeds) {
    budget.onCall();
    int number = 1;
    while (!succeeds.getAsBoolean()) {
      if (!(new RetryRules(policy).decide(Attempts.answered(number, 503, null), budget)
          instanceof Retry)) {
        return number;
      }
      number++;
    }
    budget.onSuccess(number - 1);
    return number;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void outageIsAmplifiedByATenthAtMost(long seed) {
    Random random = new Random(seed);
    RetryPolicy policy =
        new RetryPolicy.Builder().maxRetries(random.nextInt(1, 20)).build();
    RetryBudget budget = RetryBudget.standard();
    int healthy = random.nextInt(2_000);
    for (int i = 0; i < healthy; i++) {
      call(policy, budget, () -> true);
    }
    int calls = random.nextInt(1, 3_000);
    int requests = 0;
    for (int i = 0; i < calls; i++) {
      requests += call(policy, budget, () -> false);
    }
    assertThat(requests).isBetween(calls, calls + calls / 10 + 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void retriesThatHelpGoOn(long seed) {
    Random random = new Random(seed);
    RetryBudget budget = RetryBudget.standard();
    RetryPolicy policy = new RetryPolicy.Builder().maxRetries(9).build();
    int[] failuresLeft = new int[1];
    for (int i = 0; i < 1_000; i++) {
      failuresLeft[0] = random.nextInt(4);
      int expected = failuresLeft[0] + 1;
      assertThat(call(policy, budget, () -> failuresLeft[0]-- <= 0)).isEqualTo(expected);
    }
    assertThat(budget).hasToString("10 of 10");
  }

  @Test
  void budgetComesBackWithCallsAfterAnOutage() {
    RetryBudget budget = RetryBudget.of(0.1, 1);
    assertThat(budget.tryRetry()).isTrue();
    for (int call = 1; call <= 9; call++) {
      budget.onCall();
      assertThat(budget.tryRetry()).isFalse();
    }
    budget.onCall();
    assertThat(budget.tryRetry()).isTrue();
    assertThat(budget.tryRetry()).isFalse();
  }

  @Test
  void unlimitedNeverEnds() {
    RetryBudget budget = RetryBudget.unlimited();
    for (int i = 0; i < 10_000; i++) {
      budget.onCall();
      assertThat(budget.tryRetry()).isTrue();
      budget.onSuccess(Integer.MAX_VALUE);
    }
    assertThat(budget).hasToString("unlimited");
  }

  @Test
  void eightThreadsSpendWhatThereIsAndNoMore() throws Exception {
    RetryBudget budget = RetryBudget.of(0.1, 100);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> spend = () -> spend(budget);
      List<Future<Integer>> spent = new ArrayList<>(
          pool.invokeAll(List.of(spend, spend, spend, spend, spend, spend, spend, spend)));
      int retries = 0;
      for (Future<Integer> each : spent) {
        retries += each.get();
      }
      assertThat(retries).isBetween(100, 100 + 800);
      assertThat(budget.tryRetry()).isFalse();
    } finally {
      pool.shutdownNow();
    }
  }

  private static int spend(RetryBudget budget) {
    int retries = 0;
    for (int call = 0; call < 1_000; call++) {
      budget.onCall();
      while (budget.tryRetry()) {
        retries++;
      }
    }
    return retries;
  }

  @Test
  void badValuesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryBudget.of(1.1, 10))
        .withMessage("share not between 0 and 1: 1.1");
    assertThatIllegalArgumentException().isThrownBy(() -> RetryBudget.of(Double.NaN, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryBudget.of(0.1, -1))
        .withMessage("reserve < 0: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryBudget.standard().onSuccess(-1))
        .withMessage("retries < 0: -1");
  }
}
