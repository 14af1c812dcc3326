package dev.pageturner.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.pageturner.ApiClient;
import dev.pageturner.async.AsyncApiClient;
import dev.pageturner.async.PagedPublisher;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Async beside sync on the same bytes, both with one listing at a time: CPU of the whole process,
 * bytes allocated by all threads, items per second. The server is another process.
 */
final class AsyncBenchmark {
  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int ITEMS = 100_000;
  private static final int STREAMED = 10_000;
  private static final int WARM_UP = 6;
  private static final int ROUNDS = 11;

  private final Map<String, Way> ways = new LinkedHashMap<>();

  /** A way to list all users. */
  private interface Way {
    void list(Checked checked) throws Exception;
  }

  /** What one way took in one round, per item. */
  private record Cost(double cpu, double wall, double bytes) {}

  private AsyncBenchmark(ApiClient client, int pageSize) {
    String path = "/users?total=" + ITEMS + "&limit=" + pageSize;
    Pagination pagination = Pagination.cursor("$.next_cursor", "cursor").items("$.data");
    PagedIterable<User> sync = client.list(path, User.class, pagination);
    PagedPublisher<User> async = AsyncApiClient.of(client).list(path, User.class, pagination);
    ways.put("list(…)", to -> sync.forEach(to));
    ways.put("publisher", to -> async.forEach(to).get());
    ways.put("publisher, direct executor", to -> async.executor(Runnable::run).forEach(to).get());
  }

  public static void main(String[] args) throws Exception {
    try (Child server = Child.start(List.of("-Xmx64m"), UserServer.class)) {
      int port = Integer.parseInt(server.line());
      ApiClient.Builder builder = ApiClient.newBuilder().baseUrl("http://127.0.0.1:" + port);
      for (int pageSize : new int[] {100, 1000, 20, 100}) {
        System.out.printf("%npages of %d items%n", pageSize);
        compare(builder.build(), pageSize);
      }
      System.out.printf("%nstreamed pages of %d items%n", STREAMED);
      compare(builder.maxBufferedPage(1_000).build(), STREAMED);
    }
  }

  private static void compare(ApiClient client, int pageSize) throws Exception {
    try (client) {
      new AsyncBenchmark(client, pageSize).run();
    }
  }

  private void run() throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      round();
    }
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      round().forEach((name, cost) ->
          costs.computeIfAbsent(name, any -> new ArrayList<>()).add(cost));
    }
    List<Cost> sync = costs.get("list(…)");
    System.out.printf(
        "%-28s %9s %11s %9s | %9s %9s%n",
        "per item", "cpu ns", "items/s", "bytes", "cpu/sync", "bytes/sync");
    costs.forEach((name, list) -> System.out.printf(
        "%-28s %9.0f %11.0f %9.0f | %9.2f %9.2f%n",
        name,
        median(list, list, (x, y) -> x.cpu),
        median(list, list, (x, y) -> 1e9 / x.wall),
        median(list, list, (x, y) -> x.bytes),
        median(list, sync, (x, y) -> x.cpu / y.cpu),
        median(list, sync, (x, y) -> x.bytes / y.bytes)));
  }

  private Map<String, Cost> round() throws Exception {
    Map<String, Cost> costs = new LinkedHashMap<>();
    for (Map.Entry<String, Way> way : ways.entrySet()) {
      costs.put(way.getKey(), measure(way.getValue()));
    }
    return costs;
  }

  private static Cost measure(Way way) throws Exception {
    Checked checked = new Checked();
    long wall = System.nanoTime();
    long bytes = allocated();
    long cpu = SYSTEM.getProcessCpuTime();
    way.list(checked);
    cpu = SYSTEM.getProcessCpuTime() - cpu;
    bytes = allocated() - bytes;
    wall = System.nanoTime() - wall;
    checked.require(ITEMS);
    return new Cost((double) cpu / ITEMS, (double) wall / ITEMS, (double) bytes / ITEMS);
  }

  /** Of all threads that live: those of ours live until a second after their last task. */
  private static long allocated() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  private interface Figure {
    double of(Cost cost, Cost reference);
  }

  private static double median(List<Cost> costs, List<Cost> references, Figure figure) {
    double[] figures = new double[costs.size()];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = figure.of(costs.get(i), references.get(i));
    }
    Arrays.sort(figures);
    return figures[figures.length / 2];
  }
}
