package dev.pageturner.samples.ingest;

import static dev.pageturner.samples.ingest.Audit.check;

import dev.pageturner.ApiClient;
import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.samples.process.JavaProcess;
import dev.pageturner.samples.shop.Shop;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills an ingest ten times with SIGKILL, each time after a few batches and at whatever it does a
 * few milliseconds later, lets it end, and checks that each user was stored exactly once.
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
   * @param args JDBC URL of the database, a SQLite file by default; seed of the moments, default 1
   */
  public static void main(String... args) throws Exception {
    Path directory = Path.of(System.getProperty("samples.directory", "target"), "ingest");
    String database = args.length > 0 ? args[0] : "jdbc:sqlite:" + directory.resolve("users.db");
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    new KilledTenTimes(database, directory.resolve("users.jsonl"), seed).run();
  }

  private void run() throws Exception {
    UserStore.delete(database, lines);
    MockOptions.Builder options = MockOptions.newBuilder().items(USERS).pageSize(80);
    try (MockApi shop = Shop.open(options);
        ApiClient api = ApiClient.create(shop.baseUrl())) {
      for (int kill = 1; kill <= KILLS; kill++) {
        check(ingest(shop, kill), KILLED, "status of an ingest that was killed");
      }
      check(ingest(shop, 0), 0, "status of the last ingest");
      Audit done = Audit.of(database, lines, api.list("/users", User.class).toList());
      check(done, new Audit(USERS, USERS, USERS / Ingest.BATCH_SIZE), "what is stored");
      print("Stored    %,d users in %d batches, each exactly once", USERS, done.batches());
    }
  }

  /** {@return the exit status of an ingest that is killed, unless {@code kill} is 0} */
  private int ingest(MockApi shop, int kill) throws Exception {
    Process ingest = JavaProcess.of(
            SHORT_LIVED, Ingest.class, shop.baseUrl(), database, lines.toString())
        .redirectOutput(ProcessBuilder.Redirect.PIPE)
        .start();
    try (BufferedReader stored = ingest.inputReader()) {
      String last = stored.readLine();
      if (kill > 0) {
        last = stored.lines().limit(random.nextInt(3)).reduce(last, (former, next) -> next);
        int micros = random.nextInt(20_000);
        LockSupport.parkNanos(micros * 1000L);
        ingest.destroyForcibly();
        print("Killed    %.1f ms after %s users were stored", micros / 1e3, last);
      } else {
        print("Resumed   until all %s users were stored", stored.lines().reduce(last, (f, n) -> n));
      }
      return ingest.waitFor();
    }
  }

  private static void print(String line, Object... values) {
    System.out.printf(Locale.ROOT, line + "%n", values);
  }
}
