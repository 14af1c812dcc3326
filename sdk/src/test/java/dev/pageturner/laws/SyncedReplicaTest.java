package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.laws.ChangingServer.Item;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A copy that is synced from a server which changes all the time, through cursors and tokens that
 * die and through kills, is at the end what the server has.
 */
class SyncedReplicaTest {
  private static final int SEEDS = 1000;
  private static final int RUNS = 4;

  private int resyncs;

  @Test
  void nothingIsLostOrDoubledThroughDeadCursorsAndKills() {
    List<String> broken = new ArrayList<>();
    try (ChangingServer.Client client = new ChangingServer.Client()) {
      for (long seed = 0; seed < SEEDS; seed++) {
        Random random = new Random(seed);
        ChangingServer server = new ChangingServer(random);
        Replica replica = synced(client.of(server), server, random);
        if (!replica.items().equals(server.state())) {
          broken.add("seed " + seed + ": " + replica.items() + ", not " + server.state());
        }
        resyncs += replica.resyncs();
      }
    }
    assertThat(broken).isEmpty();
    assertThat(resyncs).isGreaterThan(SEEDS / 10);
  }

  private static Replica synced(ApiClient client, ChangingServer server, Random random) {
    Replica replica = new Replica();
    for (int run = 0; run < RUNS; run++) {
      run(client, replica, random, true);
    }
    server.quiet();
    // What died in the middle is started over now, and what has changed meanwhile follows.
    run(client, replica, random, false);
    run(client, replica, random, false);
    return replica;
  }

  private static void run(ApiClient client, Replica replica, Random random, boolean killed) {
    PagedIterable<Item> list = client
        .list("/items", Item.class, ChangingServer.PAGINATION)
        .sync()
        .onExpiredCursor(ExpiredCursor.startOver(Item::id))
        .prefetch(random.nextInt(4) / 3)
        .listener(replica::on);
    PagedIterable<Item> from = replica.checkpoint().isEmpty()
        ? list
        : list.startFrom(Checkpoint.parse(replica.checkpoint()));
    int until = killed ? random.nextInt(30) : Integer.MAX_VALUE;
    try (PagedIterator<Item> items = from.iterator()) {
      int taken = 0;
      while (items.hasNext()) {
        if (taken++ == until) {
          replica.kill();
          return;
        }
        replica.apply(items.next());
        if (random.nextInt(3) == 0) {
          replica.commit(items.checkpoint());
        }
      }
      replica.end(items.verdict().orElseThrow(), items.checkpoint());
    } catch (PageturnerException.Status e) {
      replica.kill(); // The cursor died again at the same place: later.
    }
  }
}
