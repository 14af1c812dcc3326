package dev.pageturner.samples.ingest;

import dev.pageturner.ApiClient;
import dev.pageturner.batch.BatchSink;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stores all users in batches of 500, and goes on after the last committed batch when it is started
 * again.
 */
public final class Ingest {
  /** The users of a batch. */
  public static final int BATCH_SIZE = 500;

  /** Written down rather than recognised, so that going on does not cost a request more. */
  private static final Pagination PAGINATION =
      Pagination.cursor("$.meta.next_cursor", "cursor").items("$.data");

  private Ingest() {}

  /**
   * Runs, and says after each batch how many users are stored.
   *
   * @param args URL of the API, JDBC URL of the database, file for JSON Lines
   */
  public static void main(String... args) throws Exception {
    try (ApiClient api = ApiClient.create(args[0]);
        UserStore store = UserStore.open(args[1], Path.of(args[2]))) {
      AtomicLong stored = new AtomicLong(store.count());
      run(api, store, (batch, after) -> {
        store.write(batch, after);
        System.out.println(stored.addAndGet(batch.size()));
      });
    }
  }

  /**
   * Hands over what the store does not have yet.
   *
   * @param api where the users are
   * @param store knows where to go on
   * @param sink where the batches go, which is the store or something in front of it
   */
  public static void run(ApiClient api, UserStore store, BatchSink<User> sink) throws Exception {
    PagedIterable<User> users = api.list("/users", User.class, PAGINATION);
    PagedIterable<User> rest = store.checkpoint().map(users::startFrom).orElse(users);
    rest.forEachBatch(BATCH_SIZE, sink);
  }
}
