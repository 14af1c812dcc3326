package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.Page;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.testing.CutPages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A list fails once, under every operator, and is subscribed to again from the checkpoint of the
 * error: no item is lost, none comes twice.
 */
class ResumedPublishersTest {
  /** Gives the items of a list to a consumer, through an operator. */
  interface Reading
      extends BiFunction<PagedPublisher<String>, Consumer<String>, CompletableFuture<?>> {}

  static Stream<Arguments> readings() {
    return Stream.of(
        row("forEach", (list, to) -> list.forEach(to)),
        row("map", (list, to) -> list.map(i -> i).forEach(to)),
        row("filter", (list, to) -> list.filter(i -> true).forEach(to)),
        row("limit", (list, to) -> list.limit(1000).forEach(to)),
        row("takeWhile", (list, to) -> list.takeWhile(i -> true).forEach(to)),
        row("executor", (list, to) -> list.executor(Runnable::run).forEach(to)),
        row("checkpoints", (list, to) -> list.withCheckpoints().forEach(c -> to.accept(c.item()))),
        row(
            "checkpoints and batched",
            (list, to) -> list.withCheckpoints()
                .batched(4)
                .forEach(batch -> batch.forEach(c -> to.accept(c.item())))),
        row("batched", (list, to) -> list.batched(4).forEach(batch -> batch.forEach(to))),
        row(
            "batched by age",
            (list, to) -> list.batched(4, Duration.ofDays(1)).forEach(batch -> batch.forEach(to))),
        row(
            "batched twice",
            (list, to) ->
                list.batched(2).batched(3).forEach(all -> all.forEach(batch -> batch.forEach(to)))),
        row("flatMap", (list, to) -> list.flatMap(i -> LazyPublisher.of(i)).forEach(to)),
        row(
            "flatMap, 3 at a time",
            (list, to) -> list.flatMap(
                    3,
                    i ->
                        LazyPublisher.of(i).mapConcurrentUnordered(1, ResumedPublishersTest::later))
                .forEach(to)),
        row(
            "mapConcurrent",
            (list, to) -> list.mapConcurrent(3, ResumedPublishersTest::later).forEach(to)),
        row(
            "mapConcurrent, batched",
            (list, to) -> list.mapConcurrent(3, ResumedPublishersTest::later)
                .batched(2)
                .forEach(batch -> batch.forEach(to))),
        row(
            "mapConcurrentUnordered",
            (list, to) ->
                list.mapConcurrentUnordered(1, ResumedPublishersTest::later).forEach(to)),
        row(
            "mapConcurrentUnordered, 3 at a time",
            (list, to) ->
                list.mapConcurrentUnordered(3, ResumedPublishersTest::later).forEach(to)),
        row(
            "mapConcurrentUnordered and batched",
            (list, to) -> list.mapConcurrentUnordered(3, ResumedPublishersTest::later)
                .batched(2)
                .forEach(batch -> batch.forEach(to))),
        row("concat", (list, to) -> list.concat(LazyPublisher.of()).forEach(to)),
        row(
            "concat as the other",
            (list, to) -> LazyPublisher.<String>of().concat(list).forEach(to)),
        row(
            "merge",
            (list, to) -> LazyPublisher.<String>merge(LazyPublisher.of(), list).forEach(to)),
        row(
            "foreign",
            (list, to) -> LazyPublisher.from((Publisher<String>) list::subscribe)
                .batched(2)
                .forEach(batch -> batch.forEach(to))),
        row(
            "toIterable",
            (list, to) -> CompletableFuture.runAsync(() -> list.toIterable(3).forEach(to))),
        row("forEachAsync", (list, to) -> list.forEachAsync(1, i -> later(i).thenAccept(to))),
        row(
            "forEachAsync, 3 at a time",
            (list, to) -> list.forEachAsync(3, i -> later(i).thenAccept(to))));
  }

  private static Arguments row(String name, Reading reading) {
    return Arguments.of(name, reading);
  }

  private static CompletionStage<String> later(String item) {
    return CompletableFuture.supplyAsync(() -> item);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void overStreamedPages(String name, Reading reading) throws Exception {
    overHttp(name, reading, true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void overBufferedPages(String name, Reading reading) throws Exception {
    overHttp(name, reading, false);
  }

  private void overHttp(String name, Reading reading, boolean streaming) throws Exception {
    try (CutPages pages = new CutPages();
        ApiClient client = pages.client(streaming)) {
      PagedPublisher<String> list =
          AsyncApiClient.of(client).list("/numbers", String.class, CutPages.CURSOR);
      for (int item = 0; item < CutPages.ITEMS; item++) {
        for (boolean within : new boolean[] {false, true}) {
          pages.cut(item, within, 1);

          check(name, reading, list, CutPages.ITEMS);
          assertThat(pages.cutsLeft()).isZero();
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void overPagesOfAFunction(String name, Reading reading) throws Exception {
    int count = 7;
    for (int pageSize = 1; pageSize <= 3; pageSize++) {
      for (int page = 0; page * pageSize < count; page++) {
        AtomicInteger failures = new AtomicInteger(1);
        int size = pageSize;
        int bad = page * pageSize;
        check(
            name,
            reading,
            PagedPublisher.from(position -> page(position, size, count, bad, failures)),
            count);
      }
    }
  }

  private static CompletionStage<Page<String>> page(
      Position position, int size, int count, int bad, AtomicInteger failures) {
    int from = position instanceof Position.Offset offset ? (int) offset.offset() : 0;
    if (from == bad && failures.getAndSet(0) > 0) {
      return CompletableFuture.failedFuture(
          new PageturnerException.Callback("once", new IllegalStateException()));
    }
    int to = Math.min(count, from + size);
    List<String> items = IntStream.range(from, to).mapToObj(String::valueOf).toList();
    return CompletableFuture.completedFuture(
        Page.of(items, to < count ? Position.offset(to) : null));
  }

  private static void check(String name, Reading reading, PagedPublisher<String> list, int count)
      throws Exception {
    List<String> read = Collections.synchronizedList(new ArrayList<>());
    Checkpoint checkpoint = failure(reading.apply(list, read::add)).checkpoint().orElseThrow();
    int before = read.size();

    reading.apply(list.startFrom(checkpoint), read::add).get(30, TimeUnit.SECONDS);

    List<String> all = IntStream.range(0, count).mapToObj(String::valueOf).toList();
    if (name.endsWith("at a time") || name.startsWith("mapConcurrentUnordered and")) {
      assertThat(read).as("%s before the error", before).containsExactlyInAnyOrderElementsOf(all);
    } else {
      assertThat(read).as("%s before the error", before).isEqualTo(all);
    }
  }

  private static PageturnerException failure(CompletableFuture<?> end) throws Exception {
    Throwable failure = end.handle((done, e) -> e).get(30, TimeUnit.SECONDS);
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    assertThat(cause).isInstanceOf(PageturnerException.class);
    return (PageturnerException) cause;
  }
}
