package dev.pageturner.internal.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("law 9: no window that a server counts holds more requests than the limit")
class SlidingWindowTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofHours(2);

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  /** Each seed is ten demands against ten limits. */
  private static LongStream tens(long seed) {
    return LongStream.range(seed * 10, seed * 10 + 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void holdsWhateverTheDemandAndTheLatency(long seed) {
    tens(seed).forEach(SlidingWindowTest::anyDemand);
  }

  private static void anyDemand(long seed) {
    Simulation simulation = new Simulation(seed, Duration.ofMillis(1 + seed % 7 * 60));
    int permits = 1 + simulation.random.nextInt(30);
    QueuedRateLimit limit =
        QueuedRateLimit.of(List.of(new Limit(permits, SECOND)), simulation.clockwork);
    for (int i = 0; i < 100 + permits * 3; i++) {
      Duration begin = simulation.upTo(Duration.ofSeconds(4));
      simulation.time.schedule(begin, () -> orCancel(simulation, limit));
    }
    simulation.time.advance(Duration.ofMinutes(30));

    assertThat(simulation.most(SECOND)).isLessThanOrEqualTo(permits);
    assertThat(simulation.inFlight()).isZero();
    assertThat(simulation.time.scheduled()).isZero();
  }

  /** One in eight changes its mind, and one in eight does not wait long. */
  private static void orCancel(Simulation simulation, QueuedRateLimit limit) {
    int mind = simulation.random.nextInt(8);
    Duration bound = mind == 0 ? simulation.upTo(SECOND) : PATIENCE;
    Reservation reservation = simulation.request(limit, bound, () -> {});
    if (mind == 1) {
      simulation.time.schedule(simulation.upTo(SECOND), reservation::cancel);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void severalLimitsHoldAtOnce(long seed) {
    Simulation simulation = new Simulation(seed, Duration.ofMillis(30));
    Duration tenSeconds = Duration.ofSeconds(10);
    List<Limit> limits = List.of(new Limit(10, SECOND), new Limit(40, tenSeconds));
    saturate(simulation, QueuedRateLimit.of(limits, simulation.clockwork), 12);
    simulation.time.advance(Duration.ofSeconds(60));

    assertThat(simulation.most(SECOND)).isLessThanOrEqualTo(10);
    assertThat(simulation.most(tenSeconds)).isEqualTo(40);
    assertThat(simulation.arrivals.size()).isBetween(232, 240);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void usesAllOfTheLimitWhileResponsesAreQuick(long seed) {
    Simulation simulation = new Simulation(seed, Duration.ofMillis(8));
    QueuedRateLimit limit =
        QueuedRateLimit.of(List.of(new Limit(50, SECOND)), simulation.clockwork);
    saturate(simulation, limit, 4);
    simulation.time.advance(Duration.ofSeconds(20));

    assertThat(simulation.most(SECOND)).isLessThanOrEqualTo(50);
    assertThat(simulation.arrivals.size()).isGreaterThanOrEqualTo(50 * 20 * 97 / 100);
  }

  private static void saturate(Simulation simulation, QueuedRateLimit limit, int clients) {
    for (int i = 0; i < clients; i++) {
      again(simulation, limit);
    }
  }

  private static void again(Simulation simulation, QueuedRateLimit limit) {
    simulation.request(limit, PATIENCE, () -> again(simulation, limit));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nobodyIsOvertaken(long seed) {
    Simulation simulation = new Simulation(seed, Duration.ofMillis(100));
    QueuedRateLimit limit = QueuedRateLimit.of(List.of(new Limit(3, SECOND)), simulation.clockwork);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int number = i;
      limit.reserve(PATIENCE, Recorder.granted(permit -> {
        order.add(number);
        simulation.send(permit, () -> {});
      }));
    }
    simulation.time.advance(Duration.ofMinutes(1));

    assertThat(order).hasSize(60).isSorted();
  }
}
