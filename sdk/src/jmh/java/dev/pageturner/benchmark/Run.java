package dev.pageturner.benchmark;

import dev.pageturner.ApiClient;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One listing in a process of its own, whose heap is the point. */
final class Run {
  private Run() {}

  /** Takes the port, the items in all, the page size. */
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    long total = Long.parseLong(args[1]);
    long limit = Long.parseLong(args[2]);
    try (ApiClient api = client(port)) {
      // Loads the classes, so that the first item waits for the server only.
      list(users(api, "/users?total=1000&limit=100"), 1000);
      list(users(api, "/users?total=4000&limit=4000"), 4000);
      long start = System.nanoTime();
      long first = list(users(api, "/users?total=" + total + "&limit=" + limit), total) - start;
      long all = System.nanoTime() - start;
      System.out.printf(
          "%d items in pages of %d with -Xmx%dm: first item after %.1f ms of %.0f ms (%.2f %%),"
              + " %.0f ms of CPU%n",
          total,
          limit,
          Runtime.getRuntime().maxMemory() >> 20,
          first / 1e6,
          all / 1e6,
          100.0 * first / all,
          ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6);
    }
  }

  private static ApiClient client(int port) {
    return ApiClient.create("http://127.0.0.1:" + port);
  }

  private static PagedIterable<User> users(ApiClient api, String path) {
    return api.list(
        path, User.class, Pagination.cursor("$.next_cursor", "cursor").items("$.data"));
  }

  private static long list(PagedIterable<User> users, long total) {
    Checked checked = new Checked();
    long first = 0;
    for (User user : users) {
      if (first == 0) {
        first = System.nanoTime();
      }
      checked.accept(user);
    }
    checked.require(total);
    return first;
  }

  /** Latency and work of 20 ms a page each: one after the other, and one beside the other. */
  static void prefetch(int port) {
    int pages = 50;
    int millis = 20;
    try (ApiClient api = client(port)) {
      String path = "/users?limit=100&delay=" + millis + "&total=" + pages * 100;
      PagedIterable<User> users = users(api, path);
      worked(users.maxPages(5), millis);
      for (int ahead = 0; ahead <= 1; ahead++) {
        double took = worked(users.prefetch(ahead), millis);
        System.out.printf(
            "prefetch(%d), latency and work of %d ms each: %d pages in %.0f ms, %.2f x %d ms x"
                + " pages%n",
            ahead, millis, pages, took, took / (millis * pages), millis);
      }
    }
  }

  private static double worked(PagedIterable<User> users, int millis) {
    long start = System.nanoTime();
    long count = 0;
    for (User user : users) {
      if (user.id > 0 && ++count % 100 == 0) {
        work(millis);
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static void work(int millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
