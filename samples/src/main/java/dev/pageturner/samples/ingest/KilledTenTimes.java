package dev.pageturner.samples.ingest;

import static dev.pageturner.samples.ingest.Audit.check;

import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.samples.process.JavaProcess;
import dev.pageturner.samples.shop.Shop;
import dev.pageturner.samples.shop.client.ShopClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills an ingest ten times with SIGKILL, while it starts or a few milliseconds after a batch,
 * whatever it does then; lets it end, and checks that each user was stored exactly once.
 */
public final class KilledTenTimes {
  private static final int USERS = 30_000;
  private static final int KILLS = 10;

  /** The status of a process that was killed by signal 9, as a shell has it. */
  private static final int KILLED = 128 + 9;

  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final String database;
  private final Path lines;
  private final Random random;

  private KilledTenTimes(String database, Path lines, long seed) {
    this.database = database;
    this.lines = lines;
    this.random = new Random(seed);
  }

  /**
   * Runs.
   *
   * @param args JDBC URL of the database, a SQLite file by default; seed of the moments, default 20
   */
  public static void main(String... args) throws Exception {
    Path directory = Path.of(System.getProperty("samples.directory", "target"), "ingest");
    String database = args.length > 0 ? args[0] : "jdbc:sqlite:" + directory.resolve("users.db");
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 20;
    new KilledTenTimes(database, directory.resolve("users.jsonl"), seed).run();
  }

  private void run() throws Exception {
    UserStore.delete(database, lines);
    MockOptions.Builder options = MockOptions.newBuilder().items(USERS).pageSize(80);
    try (MockApi shop = Shop.open(options);
        ShopClient client = ShopClient.newBuilder().baseUrl(shop.baseUrl()).build()) {
      for (int kill = 1; kill <= KILLS; kill++) {
        check(killedIngest(shop), KILLED, "status of an ingest that was killed");
      }
      check(wholeIngest(shop), 0, "status of the last ingest");
      Audit done = Audit.of(database, lines, client.users().list().toList());
      check(done, new Audit(USERS, USERS, USERS / Ingest.BATCH_SIZE), "what is stored");
      print("Stored    %,d users in %d batches, each exactly once", USERS, done.batches());
    }
  }

  /**
   * {@return the exit status of an ingest that is killed while it starts, or after some batches}
   */
  private int killedIngest(MockApi shop) throws Exception {
    Process ingest = start(shop);
    try (BufferedReader stored = ingest.inputReader()) {
      boolean early = random.nextInt(4) == 0;
      String moment = early ? "its start" : last(stored, 1 + random.nextInt(3)) + " users";
      int micros = random.nextInt(early ? 400_000 : 20_000);
      LockSupport.parkNanos(micros * 1000L);
      ingest.destroyForcibly();
      print("Killed    %.1f ms after %s", micros / 1e3, moment);
      return ingest.waitFor();
    }
  }

  private int wholeIngest(MockApi shop) throws Exception {
    Process ingest = start(shop);
    try (BufferedReader stored = ingest.inputReader()) {
      print("Resumed   until %s users were stored", last(stored, Integer.MAX_VALUE));
      return ingest.waitFor();
    }
  }

  private Process start(MockApi shop) throws IOException {
    return JavaProcess.of(SHORT_LIVED, Ingest.class, shop.baseUrl(), database, lines.toString())
        .redirectOutput(ProcessBuilder.Redirect.PIPE)
        .start();
  }

  /** {@return the last of so many lines, of which there is one for each batch} */
  private static String last(BufferedReader stored, int batches) {
    return stored.lines().limit(batches).reduce("no", (former, next) -> next);
  }

  private static void print(String line, Object... values) {
    System.out.printf(Locale.ROOT, line + "%n", values);
  }
}
