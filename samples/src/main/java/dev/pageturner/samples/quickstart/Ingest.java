package dev.pageturner.samples.quickstart;

import dev.pageturner.ApiClient;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Stores all users in batches of 500, and goes on after the last committed batch when it is started
 * again. A process of its own, so that it can be killed.
 */
public final class Ingest {
  /** The users of a batch. */
  static final int BATCH_SIZE = 500;

  /** The status of a process that was killed, as a shell has it. */
  static final int KILLED = 137;

  /** Written down rather than recognised, so that going on does not cost a request more. */
  private static final Pagination PAGINATION =
      Pagination.cursor("$.next_cursor", "cursor").items("$.users");

  private Ingest() {}

  /**
   * Runs.
   *
   * @param args base URL, directory, users that are expected, and the batch in which to die, 0 to
   *     live on
   */
  public static void main(String... args) throws Exception {
    long expected = Long.parseLong(args[2]);
    long deadly = Long.parseLong(args[3]);
    try (ApiClient api = ApiClient.create(args[0]);
        UserStore store = UserStore.open(Path.of(args[1]));
        Progress progress = Progress.start("Storing", expected, store.count())) {
      PagedIterable<User> users = api.list("/users", User.class, PAGINATION);
      Optional<Checkpoint> stored = store.checkpoint();
      PagedIterable<User> rest = stored.map(users::startFrom).orElse(users);
      rest.forEachBatch(BATCH_SIZE, (batch, after) -> {
        if (store.batches() + 1 == deadly) {
          store.add(batch.subList(0, batch.size() / 2));
          Runtime.getRuntime().halt(KILLED);
        }
        store.write(batch, after);
        progress.add(batch.size());
      });
    }
  }
}
