package dev.pageturner.samples.reviews;

import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.samples.process.JavaProcess;
import dev.pageturner.samples.shop.Shop;
import dev.pageturner.samples.shop.client.ShopClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills an ingest of all reviews of all products three times with SIGKILL, a few milliseconds after
 * a batch; lets it end, and checks that each review was stored exactly once, in order.
 */
public final class KilledReviews {
  private static final int PRODUCTS = 80;
  private static final int KILLS = 3;

  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private KilledReviews() {}

  /**
   * Runs.
   *
   * @param args seed of the moments, default 20
   */
  public static void main(String... args) throws Exception {
    Random random = new Random(args.length > 0 ? Long.parseLong(args[0]) : 20);
    Path file = Path.of(System.getProperty("samples.directory", "target"), "reviews.db");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    Files.deleteIfExists(Path.of(file + "-journal"));
    String database = "jdbc:sqlite:" + file;
    MockOptions.Builder options = MockOptions.newBuilder().items(PRODUCTS).pageSize(25);
    try (MockApi shop = Shop.open(options);
        ShopClient client = ShopClient.newBuilder().baseUrl(shop.baseUrl()).build()) {
      for (int kill = 1; kill <= KILLS; kill++) {
        kill(start(shop, database), 1 + random.nextInt(2), random.nextInt(5_000));
      }
      Process last = start(shop, database);
      try (BufferedReader stored = last.inputReader()) {
        print("Resumed   until %s reviews were stored", last(stored, Integer.MAX_VALUE));
      }
      check(last.waitFor() == 0, "the last ingest failed");
      try (ReviewStore store = ReviewStore.open(database)) {
        check(
            store.reviews().equals(AllReviews.of(client).toList()),
            "what is stored is not what the API has");
        print("Stored    %,d reviews of %d products, each exactly once", store.count(), PRODUCTS);
      }
    }
  }

  private static Process start(MockApi shop, String database) throws IOException {
    return JavaProcess.of(SHORT_LIVED, AllReviews.class, shop.baseUrl(), database)
        .redirectOutput(ProcessBuilder.Redirect.PIPE)
        .start();
  }

  private static void kill(Process ingest, int batches, int micros) throws Exception {
    try (BufferedReader stored = ingest.inputReader()) {
      String reviews = last(stored, batches);
      LockSupport.parkNanos(micros * 1000L);
      ingest.destroyForcibly();
      check(ingest.waitFor() != 0, "the ingest was over before it could be killed");
      print("Killed    %.1f ms after %s reviews", micros / 1e3, reviews);
    }
  }

  /** {@return the last of so many lines, of which there is one for each batch} */
  private static String last(BufferedReader stored, int batches) {
    return stored.lines().limit(batches).reduce("no", (former, next) -> next);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void print(String line, Object... values) {
    System.out.printf(Locale.ROOT, line + "%n", values);
  }
}
