package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.FlowAdapters;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/** How those who bring a reactive library use a publisher with it. */
class RecipesTest {
  private final Numbers numbers = new Numbers(1000, 10);
  private static final List<Long> FIRST = LongStream.range(0, 25).boxed().toList();

  @Test
  void reactor() {
    Flux<Long> flux = JdkFlowAdapter.flowPublisherToFlux(numbers.publisher());

    assertThat(flux.take(25).collectList().block(Duration.ofSeconds(30))).isEqualTo(FIRST);
    assertThat(numbers.fetched).hasValue(3);
  }

  @Test
  void rxJava() {
    Flowable<Long> flowable = Flowable.fromPublisher(FlowAdapters.toPublisher(numbers.publisher()));

    assertThat(flowable.take(25).toList().blockingGet()).isEqualTo(FIRST);
    assertThat(numbers.fetched).hasValue(3);
  }

  @Test
  void mutiny() {
    Multi<Long> multi = Multi.createFrom().publisher(numbers.publisher());

    assertThat(multi.select().first(25).collect().asList().await().atMost(Duration.ofSeconds(30)))
        .isEqualTo(FIRST);
    assertThat(numbers.fetched.get()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void publishersOfReactorAreComposedHere() throws Exception {
    Flux<Long> flux = Flux.fromIterable(FIRST);

    assertThat(LazyPublisher.from(JdkFlowAdapter.publisherToFlowPublisher(flux))
            .filter(item -> item < 5)
            .toList()
            .get())
        .containsExactly(0L, 1L, 2L, 3L, 4L);
  }
}
