package dev.pageturner.samples.quickstart;

import static dev.pageturner.samples.ingest.Audit.check;

import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.samples.ingest.Audit;
import dev.pageturner.samples.ingest.Ingest;
import dev.pageturner.samples.ingest.UserStore;
import dev.pageturner.samples.process.JavaProcess;
import dev.pageturner.samples.shop.Shop;
import dev.pageturner.samples.shop.client.ShopClient;
import dev.pageturner.samples.shop.client.User;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The whole way once: an API of 10,000 users, a loop over them, batches into a database and a file,
 * a process that dies, and another one that goes on. With a URL as its argument it lists that one
 * instead, as JSON Lines on standard output.
 */
public final class Quickstart {
  private static final int USERS = 10_000;
  private static final int DEADLY_BATCH = 9;

  /** The size of a batch is no multiple of it, as in real life. */
  private static final int PAGE_SIZE = 75;

  private static final long PAGES = (USERS + PAGE_SIZE - 1) / PAGE_SIZE;
  private static final Path DIRECTORY =
      Path.of(System.getProperty("samples.directory", "target"), "quickstart");
  private static final Path LINES = DIRECTORY.resolve("users.jsonl");
  private static final String DATABASE = "jdbc:sqlite:" + DIRECTORY.resolve("users.db");

  private Quickstart() {}

  /**
   * Runs.
   *
   * @param args nothing, or a URL to list
   */
  public static void main(String... args) throws Exception {
    int status = 0;
    if (args.length > 0) {
      status = new Export(new FileOutputStream(FileDescriptor.out), System.err).run(args);
    } else {
      tour();
    }
    if (status != 0) {
      System.exit(status);
    }
  }

  private static void tour() throws Exception {
    long start = System.nanoTime();
    UserStore.delete(DATABASE, LINES);
    MockOptions.Builder options = MockOptions.newBuilder().items(USERS).pageSize(PAGE_SIZE);
    try (MockApi shop = Shop.open(options);
        ShopClient client = ShopClient.newBuilder().baseUrl(shop.baseUrl()).build()) {
      List<User> users = new ArrayList<>();
      for (User user : client.users().list()) {
        users.add(user);
      }
      check(users.size(), USERS, "users in the loop");
      check(requests(shop), PAGES, "requests of the loop");
      print("Listed    %,d users in %d pages, one request each", USERS, PAGES);

      ingest(shop, DEADLY_BATCH, FragileIngest.KILLED);
      Audit killed = Audit.of(DATABASE, LINES, users);
      check(killed.batches(), DEADLY_BATCH - 1L, "batches before the end");
      check(killed.lines(), killed.rows() + Ingest.BATCH_SIZE / 2, "lines at the end");
      print("Killed    the ingest in the middle of batch %d, on purpose:", DEADLY_BATCH);
      print("          %,d rows, but %,d lines", killed.rows(), killed.lines());

      long left = PAGES - killed.rows() / PAGE_SIZE;
      long before = requests(shop);
      ingest(shop, 0, 0);
      check(requests(shop) - before, left, "requests after the crash");
      print("Resumed   from its checkpoint: the %d pages that were left", left);

      Audit done = Audit.of(DATABASE, LINES, users);
      check(done, new Audit(USERS, USERS, USERS / Ingest.BATCH_SIZE), "what is stored");
      print("Stored    %,d users in %d batches in %s", done.rows(), done.batches(), DIRECTORY);
      print("Checked   each user once, in order, in both: nothing lost, nothing doubled");
      print("Took      %.1f s, %d requests", (System.nanoTime() - start) / 1e9, requests(shop));
    }
  }

  private static long requests(MockApi shop) {
    return shop.list("GET /users").requestCount();
  }

  private static void ingest(MockApi shop, int deadlyBatch, int status) throws Exception {
    String[] args = {shop.baseUrl(), DATABASE, LINES.toString(), "" + USERS, "" + deadlyBatch};
    Process ingest = JavaProcess.of(List.of(), FragileIngest.class, args).start();
    check(ingest.waitFor(), status, "exit status of the ingest");
  }

  private static void print(String line, Object... values) {
    System.out.printf(Locale.ROOT, line + "%n", values);
  }
}
