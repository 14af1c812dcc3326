package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.laws.ChangingServer;
import dev.pageturner.laws.ChangingServer.Item;
import dev.pageturner.laws.Replica;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.Page;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A copy that is synced by a subscriber is at the end what the server has. */
class SyncedPublisherTest {
  private static final int SEEDS = 60;
  private static final int RUNS = 4;

  @Test
  void nothingIsLostOrDoubledThroughDeadCursorsAndKills() throws Exception {
    List<String> broken = new ArrayList<>();
    try (ChangingServer.Client client = new ChangingServer.Client()) {
      for (long seed = 0; seed < SEEDS; seed++) {
        Random random = new Random(seed);
        ChangingServer server = new ChangingServer(random);
        Replica replica = synced(AsyncApiClient.of(client.of(server)), server, random);
        if (!replica.items().equals(server.state())) {
          broken.add("seed " + seed + ": " + replica.items() + ", not " + server.state());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static Replica synced(AsyncApiClient api, ChangingServer server, Random random)
      throws Exception {
    Replica replica = new Replica();
    for (int run = 0; run < RUNS; run++) {
      run(api, replica, random.nextInt(30));
    }
    server.quiet();
    run(api, replica, Integer.MAX_VALUE);
    run(api, replica, Integer.MAX_VALUE);
    return replica;
  }

  private static void run(AsyncApiClient api, Replica replica, int until) throws Exception {
    PagedPublisher<Item> list = api.list("/items", Item.class, ChangingServer.PAGINATION)
        .sync()
        .onExpiredCursor(ExpiredCursor.startOver(Item::id))
        .listener(replica::on)
        .executor(Runnable::run);
    PagedPublisher<Item> from = replica.checkpoint().isEmpty()
        ? list
        : list.startFrom(Checkpoint.parse(replica.checkpoint()));
    int[] taken = {0};
    Recorded<Item> seen = new Recorded<>(1, (self, item) -> {
      replica.apply(item);
      if (taken[0] % 3 == 0) {
        replica.commit(((PagedSubscription) self.subscription).checkpoint());
      }
      if (++taken[0] < until) {
        self.subscription.request(1);
      } else {
        self.subscription.cancel();
        self.terminated.countDown();
      }
    });
    from.subscribe(seen);
    seen.await();
    PagedSubscription subscription = (PagedSubscription) seen.subscription;
    if (seen.signals.contains("complete")) {
      replica.end(subscription.verdict().orElseThrow(), subscription.checkpoint());
    } else {
      assertThat(seen.failure == null || seen.failure instanceof PageturnerException.Status)
          .isTrue();
      replica.kill();
    }
  }

  @Test
  void functionOffersAPlaceForLater() throws Exception {
    List<Position> asked = new ArrayList<>();
    PagedPublisher<String> list = PagedPublisher.<String>from(position -> {
          asked.add(position);
          return CompletableFuture.completedFuture(
              Page.<String>last(List.of("a")).withLater(Position.cursor("s" + asked.size())));
        })
        .sync();
    Recorded<String> first = new Recorded<>(Long.MAX_VALUE);
    list.subscribe(first);
    Checkpoint end = ((PagedSubscription) first.await().subscription).checkpoint();
    Recorded<String> second = new Recorded<>(Long.MAX_VALUE);
    list.startFrom(end).subscribe(second);
    second.await();
    assertThat(asked).containsExactly(Position.start(), Position.cursor("s1"));
  }
}
