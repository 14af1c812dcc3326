package dev.pageturner.benchmark;

import java.util.List;

/** The program: {@code all}, {@code cost [page size]}, {@code memory} or {@code prefetch}. */
final class Benchmark {
  private Benchmark() {}

  public static void main(String[] args) throws Exception {
    String what = args.length == 0 ? "all" : args[0];
    System.out.printf(
        "JDK %s, %d processors, items of %d bytes%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        UserText.length());
    try (Child server = Child.start(List.of("-Xmx64m"), UserServer.class)) {
      int port = Integer.parseInt(server.line());
      if (what.equals("all") || what.equals("cost")) {
        cost(port, args);
      }
      if (what.equals("all") || what.equals("memory")) {
        System.out.println();
        listWith("-Xmx16m", port, 100_000, 100_000);
        listWith("-Xmx32m", port, 1_000_000, 100);
      }
      if (what.equals("all") || what.equals("prefetch")) {
        System.out.println();
        Run.prefetch(port);
      }
    }
  }

  private static void cost(int port, String[] args) throws Exception {
    int rounds = 15;
    if (args.length > 1) {
      cost(port, Integer.parseInt(args[1]), 2 * rounds, false);
      return;
    }
    // The first sizes pay for what the compiler has not done yet; the one of the targets is last.
    cost(port, 1000, rounds, false);
    cost(port, 20, rounds, false);
    cost(port, 100, rounds, true);
    cost(port, 20_000, rounds, false);
    cost(port, 100, rounds, false);
  }

  private static void listWith(String heap, int port, int items, int limit) throws Exception {
    try (Child child = Child.start(List.of(heap), Run.class, "" + port, "" + items, "" + limit)) {
      int exit = child.copyOutput();
      if (exit != 0) {
        throw new IllegalStateException("the listing with " + heap + " failed: " + exit);
      }
    }
  }

  private static void cost(int port, int pageSize, int rounds, boolean chunked) throws Exception {
    System.out.printf(
        "%npages of %d items%s, %d rounds%n",
        pageSize, chunked ? ", length not announced" : "", rounds);
    new Compare(port, pageSize, 20_000, rounds, chunked).run();
  }
}
