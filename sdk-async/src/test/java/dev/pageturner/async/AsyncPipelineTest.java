package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.laws.PipelineLaws;
import dev.pageturner.laws.Scenario;
import dev.pageturner.page.LostList;
import dev.pageturner.page.Page;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import dev.pageturner.testing.CutPages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipelines of publishers resume as those of iterables do: they are the same steps. */
class AsyncPipelineTest {
  private final AtomicInteger fetches = new AtomicInteger();
  private int failing = -1;

  /** Each third: what they have of their own is how pages come, not how they are composed. */
  static Stream<Scenario> scenarios() {
    List<Scenario> all = PipelineLaws.written().toList();
    return IntStream.range(0, all.size()).filter(i -> i % 3 == 0).mapToObj(all::get);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void resumesAfterAnyItem(Scenario scenario) throws Exception {
    new PipelineLaws(scenario, AsyncSide::new).holdWithTwoLevels();
  }

  /** The numbers from 0, as a list of so many in pages of a size; some pages come later. */
  private PagedPublisher<String> list(String name, int count, int size) {
    return PagedPublisher.from(position -> page(name, count, size, position));
  }

  private CompletionStage<Page<String>> page(String name, int count, int size, Position position) {
    int fetch = fetches.getAndIncrement();
    if (fetch == failing) {
      return CompletableFuture.failedFuture(
          new PageturnerException.Callback("once", new IllegalStateException()));
    }
    int from = position instanceof Position.Offset at ? (int) at.offset() : 0;
    int to = Math.min(count, from + size);
    List<String> items = IntStream.range(from, to).mapToObj(i -> name + i).toList();
    Page<String> page = Page.of(items, to < count ? Position.offset(to) : null);
    return fetch % 2 == 0
        ? CompletableFuture.completedFuture(page)
        : CompletableFuture.supplyAsync(() -> page);
  }

  private PagedPublisher<String> pipeline() {
    return list("o", 4, 3)
        .filter(org -> !org.equals("o1"))
        .thenEach(org -> list(org + "r", 4, 2).map(repo -> repo + "."))
        .thenEach(repo -> list(repo + "p", repo.contains("r3") ? 0 : 20, 7))
        .filter(pull -> !pull.endsWith("3"))
        .map(pull -> pull + "!");
  }

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 500})
  void aFetchThatFailsOnceLosesAndDoublesNothing(int size) throws Exception {
    List<String> all = await(pipeline().toList());
    assertThat(all).hasSize(162);
    int most = fetches.get();
    for (int fetch = 0; fetch < most; fetch++) {
      fetches.set(0);
      failing = fetch;
      List<String> stored = Collections.synchronizedList(new ArrayList<>());
      Checkpoint from = failure(forEachBatch(pipeline(), size, stored));
      await(forEachBatch(pipeline().startFrom(from), size, stored));
      assertThat(stored).as("fetch %s", fetch).isEqualTo(all);
    }
  }

  private static CompletionStage<?> forEachBatch(
      PagedPublisher<String> list, int size, List<String> stored) {
    return list.withCheckpoints()
        .batched(size)
        .forEach(batch -> batch.forEach(each -> stored.add(each.item())));
  }

  private static Checkpoint failure(CompletionStage<?> end) throws Exception {
    try {
      await(end);
    } catch (ExecutionException e) {
      Checkpoint at = ((PageturnerException) e.getCause()).checkpoint().orElseThrow();
      return Checkpoint.parse(at.toString());
    }
    throw new AssertionError("nothing failed");
  }

  @Test
  void theCheckpointOfEachItemLeadsToTheNext() throws Exception {
    List<String> all = await(pipeline().toList());
    List<Checkpointed<String>> each = await(pipeline().withCheckpoints().toList());
    for (int i = 0; i < each.size(); i += 16) {
      assertThat(each.get(i).item()).isEqualTo(all.get(i));
      assertThat(await(pipeline().startFrom(each.get(i).checkpoint()).toList()))
          .isEqualTo(all.subList(i + 1, all.size()));
    }
  }

  @Test
  void aFilterThatRefusesEverythingCanBeCancelled() throws Exception {
    PagedPublisher<Integer> endless = PagedPublisher.<Integer>from(position -> {
          long at = position instanceof Position.Offset offset ? offset.offset() : 0;
          return CompletableFuture.completedFuture(
              Page.of(List.of((int) at), Position.offset(at + 1)));
        })
        .filter(n -> false);
    Recorded<Integer> seen = new Recorded<>(1);
    endless.subscribe(seen);
    assertThat(seen.subscribed.await(30, TimeUnit.SECONDS)).isTrue();
    seen.subscription.cancel();
    assertThat(seen.items).isEmpty();
  }

  @Test
  void whileAPageIsWaitedForWhatWasRefusedIsBehindTheCheckpoint() {
    PagedPublisher<Integer> list = PagedPublisher.<Integer>from(position -> {
          long at = position instanceof Position.Offset offset ? offset.offset() : 0;
          return at == 500
              ? new CompletableFuture<>()
              : CompletableFuture.completedFuture(
                  Page.of(List.of((int) at), Position.offset(at + 1)));
        })
        .filter(n -> n == 3)
        .executor(Runnable::run);
    Recorded<Integer> seen = new Recorded<>(2);
    list.subscribe(seen);
    assertThat(seen.items).containsExactly(3);
    PagedSubscription subscription = (PagedSubscription) seen.subscription;
    assertThat(subscription.checkpoint().position()).isEqualTo(Position.offset(500));
    subscription.cancel();
  }

  @Test
  void listsOfSeveralClientsMayBeWithinOneAnother() throws Exception {
    try (CutPages pages = new CutPages();
        ApiClient one = pages.client(false);
        ApiClient other = pages.client(true)) {
      PagedPublisher<String> numbers =
          AsyncApiClient.of(one).list("/numbers", String.class, CutPages.CURSOR);
      PagedPublisher<String> others =
          AsyncApiClient.of(other).list("/numbers", String.class, CutPages.CURSOR);
      PagedPublisher<String> all = list("x", 2, 1)
          .thenEach(x -> numbers.maxItems(4).map(n -> x + n))
          .thenEach(xn -> others.maxItems(2).map(m -> xn + m));
      List<String> expected = await(all.toList());
      assertThat(expected).hasSize(16).startsWith("x000", "x001", "x010").endsWith("x131");
      assertThat(await(PagedPublisher.chain(others, numbers, list("x", 3, 2)).toList()))
          .hasSize(21)
          .endsWith("8", "x0", "x1", "x2");
      List<Checkpointed<String>> each = await(all.withCheckpoints().toList());
      for (int i = 0; i < each.size(); i++) {
        // Of limited lists, a resumed one begins to count anew; so only the next item is looked at.
        List<String> next =
            await(all.startFrom(each.get(i).checkpoint()).maxItems(1).toList());
        assertThat(next).hasSize(1);
        assertThat(next.get(0)).isNotEqualTo(each.get(i).item());
      }
    }
  }

  @ParameterizedTest(name = "streaming {0}")
  @ValueSource(booleans = {false, true})
  void pagesThatAreCutLoseAndDoubleNothing(boolean streaming) throws Exception {
    try (CutPages pages = new CutPages();
        ApiClient client = pages.client(streaming)) {
      PagedPublisher<String> numbers =
          AsyncApiClient.of(client).list("/numbers", String.class, CutPages.CURSOR);
      PagedPublisher<String> all = numbers
          .filter(n -> n.equals("4") || n.equals("5"))
          .thenEach(n -> numbers.filter(m -> !m.equals("3")).map(m -> n + m));
      List<String> expected = await(all.toList());
      assertThat(expected).hasSize(16);
      for (int item = 0; item < CutPages.ITEMS; item++) {
        pages.cut(item, item % 2 == 0, 1);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Checkpoint from = failure(all.forEach(seen::add));
        await(all.startFrom(from).forEach(seen::add));
        assertThat(seen).as("cut at %s", item).isEqualTo(expected);
      }
    }
  }

  @Test
  void theSubscriptionKnowsWhyAllEnded() throws Exception {
    Recorded<String> seen = new Recorded<>(Long.MAX_VALUE);
    CompletableFuture<Void> end = new CompletableFuture<>();
    seen.then = () -> end.complete(null);
    pipeline().thenEach(x -> list(x, 1, 1), LostList.SKIP).subscribe(seen);
    end.get(30, TimeUnit.SECONDS);
    assertThat(((PagedSubscription) seen.subscription).stopReason())
        .contains(StopReason.END_OF_LIST);
    assertThat(((PagedSubscription) seen.subscription).verdict()).isPresent();
    assertThat(await(pipeline().maxItems(3).pages().toList())).hasSize(1);
  }

  @Test
  void whatAFunctionThrowsIsTheErrorAndNullToo() {
    assertThat(pipeline().map(item -> null).toList())
        .failsWithin(30, TimeUnit.SECONDS)
        .withThrowableThat()
        .havingRootCause()
        .withMessageContaining("map gave null");
    assertThat(pipeline().thenEach(item -> null).toList())
        .failsWithin(30, TimeUnit.SECONDS)
        .withThrowableThat()
        .havingRootCause()
        .withMessageContaining("null instead of a list");
  }
}
