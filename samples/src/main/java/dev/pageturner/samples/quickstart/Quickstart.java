package dev.pageturner.samples.quickstart;

import static dev.pageturner.samples.quickstart.Audit.checkCount;

import dev.pageturner.ApiClient;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The whole way once: an API of 10,000 users, a loop over them, batches into a database and a file,
 * a process that dies, and another one that goes on. With a URL as its argument it lists that one
 * instead, as JSON Lines on standard output.
 */
public final class Quickstart {
  private static final int USERS = 10_000;
  private static final int DEADLY_BATCH = 9;
  private static final Path DIRECTORY =
      Path.of(System.getProperty("quickstart.directory", "target/quickstart"));

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
    UserStore.delete(DIRECTORY);
    try (UsersApi server = UsersApi.start(USERS);
        ApiClient api = ApiClient.create(server.url())) {
      long listed = 0;
      for (User user : api.list("/users", User.class)) {
        Audit.checkUser(listed++, user, "the loop");
      }
      checkCount(listed, USERS, "users in the loop");
      checkCount(server.requests(), server.pages(), "requests of the loop");
      print("Listed    %,d users in %d pages, one request each", listed, server.pages());

      ingest(server, DEADLY_BATCH, Ingest.KILLED);
      Audit killed = Audit.of(DIRECTORY);
      checkCount(killed.batches(), DEADLY_BATCH - 1, "batches before the end");
      checkCount(killed.lines(), killed.rows() + Ingest.BATCH_SIZE / 2, "lines at the end");
      print("Killed    the ingest in the middle of batch %d, on purpose:", DEADLY_BATCH);
      print("          %,d rows, but %,d lines", killed.rows(), killed.lines());

      long left = server.pages() - killed.rows() / UsersApi.PAGE_SIZE;
      int before = server.requests();
      ingest(server, 0, 0);
      checkCount(server.requests() - before, left, "requests after the crash");
      print("Resumed   from its checkpoint: the %d pages that were left", left);

      Audit done = Audit.of(DIRECTORY);
      checkCount(done.rows(), USERS, "rows in users.db");
      checkCount(done.lines(), USERS, "lines in users.jsonl");
      checkCount(done.batches(), USERS / Ingest.BATCH_SIZE, "batches");
      print("Stored    %,d users in %d batches in %s", done.rows(), done.batches(), DIRECTORY);
      print("Checked   each user once, in order, in both files: nothing lost, nothing doubled");
      print("Took      %.1f s, %d requests", (System.nanoTime() - start) / 1e9, server.requests());
    }
  }

  private static void ingest(UsersApi server, int deadlyBatch, int status) throws Exception {
    String[] args = {server.url(), DIRECTORY.toString(), "" + USERS, "" + deadlyBatch};
    checkCount(JavaProcess.run(Ingest.class, args), status, "exit status of the ingest");
  }

  private static void print(String line, Object... values) {
    System.out.printf(Locale.ROOT, line + "%n", values);
  }
}
