package dev.pageturner.samples.quickstart;

import dev.pageturner.samples.ingest.Ingest;
import dev.pageturner.samples.ingest.UserStore;
import dev.pageturner.samples.shop.client.ShopClient;
import java.nio.file.Path;

/** An ingest that shows how far it is, and dies in the middle of a batch. */
final class FragileIngest {
  /** The status of a process that was killed, as a shell has it. */
  static final int KILLED = 137;

  private FragileIngest() {}

  /**
   * Runs.
   *
   * @param args URL of the API, JDBC URL of the database, file for JSON Lines, users that are
   *     expected, and the batch in which to die, 0 to live on
   */
  public static void main(String... args) throws Exception {
    long expected = Long.parseLong(args[3]);
    long deadly = Long.parseLong(args[4]);
    try (ShopClient shop = ShopClient.newBuilder().baseUrl(args[0]).build();
        UserStore store = UserStore.open(args[1], Path.of(args[2]));
        Progress progress = Progress.start("Storing", expected, store.count())) {
      Ingest.run(shop, store, (batch, after) -> {
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
