package dev.pageturner.benchmark;

import java.util.List;

/** The program: {@code all}, {@code cost}, {@code memory} or {@code prefetch}. */
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
        int rounds = Integer.getInteger("rounds", 41);
        cost(port, 100, rounds, false);
        if (!Boolean.getBoolean("quick")) {
          cost(port, 100, rounds, true);
          cost(port, 20, rounds, false);
          cost(port, 1000, rounds, false);
          cost(port, 20_000, rounds, false);
        }
      }
    }
  }

  private static void cost(int port, int pageSize, int rounds, boolean chunked) throws Exception {
    System.out.printf(
        "%npages of %d items%s, %d rounds%n",
        pageSize, chunked ? ", length not announced" : "", rounds);
    new Compare(port, pageSize, Math.max(5000, pageSize), rounds, chunked).run();
  }
}
