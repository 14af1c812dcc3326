package dev.pageturner.benchmark;

import dev.pageturner.ApiClient;
import dev.pageturner.sequence.LazyIterable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The time that 1,000 calls of 20 ms take, 16 at a time, to what they take at best: 63 times 20 ms.
 * In each round the calls are made by 16 threads that do nothing else, by {@code mapConcurrent} and by
 * {@code mapConcurrentUnordered}, over HTTP to a server that waits; the median of the rounds.
 */
final class ConcurrentBenchmark {
  private static final int CALLS = 1_000;
  private static final int AT_ONCE = 16;
  private static final int MILLIS = 20;
  private static final int ROUNDS = 5;
  private static final double IDEAL = Math.ceil((double) CALLS / AT_ONCE) * MILLIS;

  private final ApiClient api;

  private ConcurrentBenchmark(int port) {
    this.api = ApiClient.newBuilder().baseUrl("http://127.0.0.1:" + port).build();
  }

  public static void main(String[] args) throws Exception {
    try (Child server = Child.start(List.of("-Xmx64m"), UserServer.class)) {
      new ConcurrentBenchmark(Integer.parseInt(server.line())).run();
    }
  }

  /** Makes all calls. */
  private interface Way {
    void run() throws Exception;
  }

  private String call(int number) {
    return api.request("/users?total=1&limit=1&delay=" + MILLIS + "&cursor=0").text("GET");
  }

  private void run() throws Exception {
    LazyIterable<Integer> numbers =
        LazyIterable.from(IntStream.range(0, CALLS).boxed().toList());
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("threads by hand", this::byHand);
    ways.put("mapConcurrent", () -> numbers.mapConcurrent(AT_ONCE, this::call).forEach(r -> {}));
    ways.put(
        "mapConcurrentUnordered",
        () -> numbers.mapConcurrentUnordered(AT_ONCE, this::call).forEach(r -> {}));
    Map<String, double[]> ideal = new LinkedHashMap<>();
    Map<String, double[]> byHand = new LinkedHashMap<>();
    for (int round = -1; round < ROUNDS; round++) {
      double first = 0;
      for (Map.Entry<String, Way> way : ways.entrySet()) {
        double millis = millis(way.getValue());
        first = first == 0 ? millis : first;
        if (round >= 0) {
          ideal.computeIfAbsent(way.getKey(), name -> new double[ROUNDS])[round] = millis / IDEAL;
          byHand.computeIfAbsent(way.getKey(), name -> new double[ROUNDS])[round] = millis / first;
        }
      }
    }
    for (String name : ways.keySet()) {
      System.out.printf(
          "%-24s %5.2f of the ideal, %5.2f of threads by hand%n",
          name, median(ideal.get(name)), median(byHand.get(name)));
    }
  }

  private void byHand() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      int first = i;
      Thread thread = new Thread(() -> {
        for (int number = first; number < CALLS; number += AT_ONCE) {
          call(number);
        }
      });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static double millis(Way way) throws Exception {
    long start = System.nanoTime();
    way.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] figures) {
    Arrays.sort(figures);
    return figures[figures.length / 2];
  }
}
