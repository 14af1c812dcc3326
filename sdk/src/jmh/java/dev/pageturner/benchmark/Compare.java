package dev.pageturner.benchmark;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.pageturner.ApiClient;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Cost per item beside the loops that people write: all in turn on the same bytes, several rounds,
 * the ratio of each round to the reference of the same round, and the median of these.
 */
final class Compare {
  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final int items;
  private final int rounds;
  private final OkHttpClient client = new OkHttpClient();
  private final Map<String, Way> ways = new LinkedHashMap<>();

  Compare(int port, int pageSize, int items, int rounds, boolean chunked) {
    this.items = items;
    this.rounds = rounds;
    String query =
        "/users?total=" + items + "&limit=" + pageSize + (chunked ? "&chunked=1" : "");
    HttpUrl url = HttpUrl.get("http://127.0.0.1:" + port + query);
    Moshi reflective = new Moshi.Builder().build();
    Moshi byHand = new Moshi.Builder().add(User.class, new UserAdapter()).build();
    addLoops(url, reflective, "");
    addLoops(url, byHand, ", adapter by hand");
    addOurs(url, reflective, "");
    addOurs(url, byHand, ", adapter by hand");
    addExtras(url, reflective);
  }

  /** A way to list all users. */
  private interface Way {
    void list(Checked checked) throws IOException;
  }

  private void addLoops(HttpUrl url, Moshi moshi, String note) {
    JsonAdapter<UserPage> page = moshi.adapter(UserPage.class);
    JsonAdapter<User> user = moshi.adapter(User.class);
    ways.put("loop, whole pages" + note, to -> HandWritten.whole(client, url, page, to));
    ways.put("loop, streaming" + note, to -> HandWritten.streaming(client, url, user, to));
  }

  private PagedIterable<User> users(HttpUrl url, Moshi moshi) {
    ApiClient api =
        ApiClient.newBuilder()
            .baseUrl(url.scheme() + "://" + url.host() + ":" + url.port())
            .okHttpClient(client)
            .moshi(moshi)
            .build();
    return api.list(
        url.encodedPath() + "?" + url.encodedQuery(),
        User.class,
        Pagination.cursor("$.next_cursor", "cursor").items("$.data"));
  }

  private void addOurs(HttpUrl url, Moshi moshi, String note) {
    PagedIterable<User> users = users(url, moshi);
    ways.put("list(…)" + note, to -> list(users, to));
  }

  private void addExtras(HttpUrl url, Moshi moshi) {
    PagedIterable<User> users = users(url, moshi);
    PagedIterable<User> ahead = users.prefetch(1);
    ways.put("list(…).prefetch(1)", to -> list(ahead, to));
    ways.put("list(…).pages()", to -> users.pages().forEach(page -> page.items().forEach(to)));
    ApiClient api =
        ApiClient.newBuilder()
            .baseUrl(url.scheme() + "://" + url.host() + ":" + url.port())
            .okHttpClient(client)
            .build();
    PagedIterable<User> detected =
        api.list(url.encodedPath() + "?" + url.encodedQuery(), User.class);
    ways.put("list(…), detected", to -> list(detected, to));
  }

  private static void list(Iterable<User> users, Checked to) {
    for (User user : users) {
      to.accept(user);
    }
  }

  /** What one way took in one round. */
  private record Cost(double cpu, double processCpu, double bytes) {}

  void run() throws IOException {
    for (int i = 0; i < 15; i++) {
      round(i);
    }
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    ways.keySet().forEach(name -> costs.put(name, new ArrayList<>()));
    for (int i = 0; i < rounds; i++) {
      round(i).forEach((name, cost) -> costs.get(name).add(cost));
    }
    print(costs);
  }

  /** Each round begins with another way, so that none always follows the same one. */
  private Map<String, Cost> round(int number) throws IOException {
    List<String> names = new ArrayList<>(ways.keySet());
    Collections.rotate(names, number);
    Map<String, Cost> costs = new LinkedHashMap<>();
    for (String name : names) {
      costs.put(name, measure(ways.get(name)));
    }
    return costs;
  }

  private Cost measure(Way way) throws IOException {
    Checked checked = new Checked();
    long process = SYSTEM.getProcessCpuTime();
    long bytes = allocated();
    long cpu = THREADS.getCurrentThreadCpuTime();
    way.list(checked);
    cpu = THREADS.getCurrentThreadCpuTime() - cpu;
    bytes = allocated() - bytes;
    process = SYSTEM.getProcessCpuTime() - process;
    checked.require(items);
    return new Cost(
        (double) cpu / items, (double) process / items, (double) bytes / items);
  }

  /** Of all threads that live, pooled ones included; beans of the measurement are too small. */
  private static long allocated() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  private void print(Map<String, List<Cost>> costs) {
    List<Cost> whole = costs.get("loop, whole pages");
    List<Cost> streaming = costs.get("loop, streaming");
    List<Cost> byHand = costs.get("loop, streaming, adapter by hand");
    System.out.printf(
        "%-34s %9s %11s %9s | %7s %7s %7s | %9s%n",
        "per item", "cpu ns", "process ns", "bytes", "cpu/a", "proc/a", "bytes/a", "cpu/b");
    costs.forEach(
        (name, list) -> {
          List<Cost> b = name.endsWith("by hand") ? byHand : streaming;
          System.out.printf(
              "%-34s %9.0f %11.0f %9.0f | %7.2f %7.2f %7.2f | %9.2f%n",
              name,
              median(list, whole, (x, y) -> x.cpu),
              median(list, whole, (x, y) -> x.processCpu),
              median(list, whole, (x, y) -> x.bytes),
              median(list, whole, (x, y) -> x.cpu / y.cpu),
              median(list, whole, (x, y) -> x.processCpu / y.processCpu),
              median(list, whole, (x, y) -> x.bytes / y.bytes),
              median(list, b, (x, y) -> x.cpu / y.cpu));
        });
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
