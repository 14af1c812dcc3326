package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.page.Page;
import dev.pageturner.position.Position;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a page function does, and however far ahead it is asked, its subscriber is told once.
 */
class OneTerminalSignalTest {
  record Failing(String name, Function<Position, CompletionStage<Page<Integer>>> pages) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Failing> functions() {
    return Stream.of(
        new Failing("throws an Error", position -> {
          throw new StackOverflowError();
        }),
        new Failing(
            "fails with an Error",
            position -> CompletableFuture.failedFuture(new StackOverflowError())),
        new Failing("throws", position -> {
          throw new IllegalStateException();
        }),
        new Failing("gives no stage", position -> null),
        new Failing("gives no page", position -> CompletableFuture.completedFuture(null)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void secondPageFailsWhileItIsReadAhead(Failing failing) throws Exception {
    for (int prefetch = 0; prefetch <= 3; prefetch++) {
      Recorded<Integer> seen = new Recorded<>(Long.MAX_VALUE);
      PagedPublisher.<Integer>from(position -> position instanceof Position.Start
              ? CompletableFuture.completedFuture(Page.withCursor(List.of(1, 2), "c1"))
              : failing.pages().apply(position))
          .prefetch(prefetch)
          .subscribe(seen);
      seen.await();
      assertThat(seen.items).containsExactly(1, 2);
      assertThat(seen.signals).containsExactly("subscribe", "next", "next", "error");
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void firstPageFails(Failing failing) throws Exception {
    Recorded<Integer> seen = new Recorded<>(Long.MAX_VALUE);
    PagedPublisher.<Integer>from(failing.pages()).prefetch(2).subscribe(seen);
    seen.await();
    assertThat(seen.signals).containsExactly("subscribe", "error");
  }
}
